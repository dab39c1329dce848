package org.foyer.hub.simulation.internal;

/** Gives the seats of one night and writes down every movement of each ticket; no seat is ever sold twice at a time. */
final class Seating {

    private static final double UNUSED_INVITATION = 2.5;

    private final Night night;
    private final Habits habits;
    private final SeasonDesk desk;
    private final Buyers buyers;
    private final Movements out;
    private final Dice dice;
    private final long now;
    private final int[] left;
    private final double[] weights;
    private int given;
    private int room;

    Seating(Night night, Habits habits, SeasonDesk desk, Buyers buyers, Movements out, Dice dice, long now) {
        this.night = night;
        this.habits = habits;
        this.desk = desk;
        this.buyers = buyers;
        this.out = out;
        this.dice = dice;
        this.now = now;
        SeatPlan plan = night.plan();
        this.left = new int[plan.names().length];
        this.weights = new double[plan.seats().length];
        for (int i = 0; i < left.length; i++) {
            left[i] = plan.places(i);
            room += left[i];
            if (i < weights.length) {
                weights[i] = left[i];
            }
        }
    }

    boolean hasRoom() {
        return room > 0;
    }

    /** Tickets that stay, and those that others will take later. */
    int given() {
        return given;
    }

    /** Leaves room for tickets that will be taken after now. */
    void keepFree(int tickets) {
        given += tickets;
    }

    /** A zone that somebody would like. */
    int zone() {
        return dice.pick(weights);
    }

    /** Sells one ticket, in another zone when the wished one is full; false when nothing is left. */
    boolean sell(Order order, Tariff tariff, int wished, Fate fate) {
        int zone = wished;
        for (int i = 0; i < left.length && left[zone] == 0; i++) {
            zone = (zone + 1) % left.length;
        }
        if (left[zone] == 0) {
            return false;
        }
        if (fate.kind() == Fate.Kind.KEPT) {
            given++;
        }
        if (night.cancelled() && order.minute() >= night.cancelledAt()) {
            return false;
        }
        left[zone]--;
        room--;
        write(order, tariff, zone, fate);
        return true;
    }

    /** Sells a seat that was given back, to whoever still hoped for one. */
    void sellAgain(Order order, Tariff tariff, int zone) {
        if (!night.cancelled() || order.minute() < night.cancelledAt()) {
            write(order, tariff, zone, Fate.KEPT);
        }
    }

    /** The zone that the last ticket got. */
    int lastZone() {
        return out.zone[out.size() - 1];
    }

    private void write(Order order, Tariff tariff, int zone, Fate fate) {
        int ticket = desk.nextTicket();
        if (order.reserved() >= 0) {
            row(Movements.RESERVATION, order.reserved(), order, ticket, tariff, zone, 0);
            if (order.minute() >= now) {
                return;
            }
            row(Movements.RELEASE, order.minute(), order, ticket, tariff, zone, 0);
        }
        if (fate.kind() == Fate.Kind.LAPSED) {
            return;
        }
        int price = tariff.price(night.plan().prices()[zone]);
        int sale = row(Movements.SALE, order.minute(), order, ticket, tariff, zone, price);
        out.fee[sale] = price == 0 ? 0 : order.channel().fee;
        if (fate.givenBack()) {
            row(Movements.CANCELLATION, fate.minute(), order, ticket, tariff, zone, -price);
        } else if (night.cancelled()) {
            long minute = Math.min(now - 1, night.cancelledAt() + dice.below(480));
            row(Movements.CANCELLATION, minute, order, ticket, tariff, zone, -price);
        } else {
            out.kept[sale] = true;
            out.scan[sale] = scan(price == 0);
        }
    }

    private int row(byte what, long minute, Order order, int ticket, Tariff tariff, int zone, int amount) {
        int at = out.add(what, minute);
        out.ticket[at] = ticket;
        out.order[at] = order.number();
        out.account[at] = order.account();
        out.tariff[at] = (byte) tariff.ordinal();
        out.zone[at] = (byte) zone;
        out.channel[at] = (byte) order.channel().ordinal();
        out.list[at] = night.plan().prices()[zone];
        out.amount[at] = amount;
        out.fee[at] = 0;
        if (order.account() != Buyers.UNKNOWN) {
            buyers.written(order.account());
        }
        return at;
    }

    private short scan(boolean free) {
        if (night.start() >= now || !night.scanned()) {
            return -1;
        }
        double unused = habits.noShow() * (free ? UNUSED_INVITATION : 1);
        return dice.chance(unused) ? -1 : (short) (3 + dice.below(42));
    }
}
