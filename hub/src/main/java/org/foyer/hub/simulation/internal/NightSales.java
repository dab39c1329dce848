package org.foyer.hub.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.simulation.internal.SeasonDesk.Exchange;
import org.foyer.hub.simulation.internal.SeasonDesk.Subscription;

/**
 * Makes the sale lines of one night: first those who bought ahead, then groups and guests, then single buyers until the
 * night has what it will have.
 */
final class NightSales {

    private static final double[] PARTIES = {0.27, 0.50, 0.11, 0.09, 0.02, 0.01};
    private static final double[] SINGLE_TARIFFS = {0.54, 0.26, 0.14, 0.02, 0.03, 0.01};
    private static final Tariff[] SINGLE = {
        Tariff.FULL, Tariff.REDUCED, Tariff.YOUTH, Tariff.PROFESSIONAL, Tariff.JOBSEEKER, Tariff.FRIEND
    };
    private static final double OWN_TARIFF = 0.15;
    private static final double RESERVES_FIRST = 0.03;
    private static final double LAPSES = 0.3;
    private static final double GIVEN_BACK = 0.022;
    private static final double EXCHANGED = 0.013;
    private static final double SUBSCRIBERS_GIVE_BACK = 0.6;
    private static final double SOLD_AGAIN = 0.97;
    private static final int SHORTEST_CHANGE = 300;
    private static final double SCHOOL_SHARE_BY_DAY = 0.6;
    private static final Channel[] SINGLE_CHANNELS = {Channel.COUNTER, Channel.WEB, Channel.PHONE, Channel.RESELLER};
    private static final double[] CHANNELS = {0.22, 0.60, 0.09, 0.07};
    private static final double WEB_GROWTH = 0.02;
    private static final int FIRST_WEB_YEAR = 2023;
    private static final double COUNTER_KNOWN = 0.45;
    private static final double RESELLER_KNOWN = 0.05;

    private record GivenBack(int zone, long minute) {}

    private final Night night;
    private final Night next;
    private final Habits habits;
    private final Buyers buyers;
    private final SeasonDesk desk;
    private final LeadTimes leads;
    private final long now;
    private final Dice dice;
    private final Seating seating;
    private final double[] channels;
    private final boolean exchanges;
    private final List<GivenBack> givenBack = new ArrayList<>();

    /** @param next the next night of the same show, or the night itself when it is the last */
    NightSales(
            HouseSketch house,
            Night night,
            Night next,
            Buyers buyers,
            SeasonDesk desk,
            Movements out,
            Dice dice,
            long now) {
        this.night = night;
        this.next = next;
        this.habits = house.habits();
        this.buyers = buyers;
        this.desk = desk;
        this.leads = new LeadTimes(habits);
        this.now = now;
        this.dice = dice;
        this.seating = new Seating(night, habits, desk, buyers, out, dice, now);
        this.channels = CHANNELS.clone();
        this.exchanges = house.tool() != Tool.PRETIX;
        channels[1] += WEB_GROWTH * (night.season() - FIRST_WEB_YEAR);
    }

    /** @param place of the night in its season */
    void make(int place) {
        changedFromBefore();
        subscriptions(place);
        schools();
        groups();
        guests();
        int wanted = night.target() + (night.soldOut() ? night.plan().standing() : 0);
        int later = 0;
        while (seating.given() + later < wanted && seating.hasRoom()) {
            later += single();
        }
        if (night.soldOut()) {
            sellAgain();
        }
    }

    private void changedFromBefore() {
        for (Exchange exchange : desk.exchanges(night.show())) {
            Order order = new Order(exchange.order(), exchange.account(), exchange.channel(), exchange.minute(), -1);
            sell(order, exchange.tariff(), exchange.tickets(), Fate.KEPT);
        }
    }

    private void subscriptions(int place) {
        Tariff tariff = habits.subscribers() > 0.1 ? Tariff.SUBSCRIPTION : Tariff.PASS;
        for (Subscription bought : desk.subscriptions(place)) {
            if (bought.minute() < now) {
                Channel channel = dice.chance(0.5) ? Channel.WEB : Channel.COUNTER;
                // pretix has no order over several dates: whoever holds a pass orders each night
                int number = exchanges ? bought.order() : desk.nextOrder();
                Order order = new Order(number, bought.account(), channel, bought.minute(), -1);
                sell(order, tariff, bought.seats(), fate(order, SUBSCRIBERS_GIVE_BACK));
            }
        }
    }

    private void schools() {
        double share = night.daytime() ? SCHOOL_SHARE_BY_DAY : habits.schools() * 0.4;
        int left = (int) (night.target() * share);
        while (left >= 12 && seating.hasRoom()) {
            int tickets = Math.min(left, dice.between(12, 34));
            left -= tickets;
            long reserved = within(dice.between(60, 170));
            long paid = Math.max(reserved + Night.DAY, within(dice.between(14, 45)));
            if (reserved < now && paid < night.start()) {
                int account = buyers.body(dice, true);
                Order order = new Order(desk.nextOrder(), account, Channel.SCHOOL, paid, reserved);
                int missing = dice.below(4);
                sell(order, Tariff.SCHOOL, tickets - missing, Fate.KEPT);
                sell(order, Tariff.SCHOOL, missing, Fate.LAPSED);
            } else {
                seating.keepFree(tickets);
            }
        }
    }

    private void groups() {
        int left = (int) (night.target() * habits.groups() * 2 * dice.unit());
        while (left >= 8 && seating.hasRoom()) {
            int tickets = Math.min(left, dice.between(10, 30));
            left -= tickets;
            Channel channel = dice.chance(0.6) ? Channel.COLLECTIVE : Channel.PHONE;
            many(tickets, within(dice.between(20, 130)), buyers.body(dice, false), channel, Tariff.GROUP);
        }
    }

    private void guests() {
        int left = (int) Math.round(night.target() * habits.invitations() * (0.5 + dice.unit()));
        while (left > 0 && seating.hasRoom()) {
            int tickets = Math.min(left, 1 + dice.below(2));
            left -= tickets;
            long minute = within((int) dice.exponential(9));
            int account = dice.chance(0.3) && minute < now ? buyers.next() : Buyers.UNKNOWN;
            many(tickets, minute, account, Channel.COUNTER, Tariff.INVITATION);
        }
    }

    private void many(int tickets, long minute, int account, Channel channel, Tariff tariff) {
        if (minute < now) {
            sell(new Order(desk.nextOrder(), account, channel, minute, -1), tariff, tickets, Fate.KEPT);
        } else {
            seating.keepFree(tickets);
        }
    }

    private void sell(Order order, Tariff tariff, int tickets, Fate fate) {
        int zone = seating.zone();
        int sold = 0;
        for (int i = 0; i < tickets; i++) {
            if (seating.sell(order, tariff, zone, fate)) {
                sold++;
                remember(fate);
            }
        }
        changeForNext(order, tariff, sold, fate);
    }

    /** One order of a single buyer; answers how many tickets of it lie beyond now. */
    private int single() {
        int tickets = 1 + dice.pick(PARTIES);
        long minute = within(leads.draw(night, dice));
        if (minute >= now) {
            return tickets;
        }
        Channel channel = SINGLE_CHANNELS[dice.pick(channels)];
        boolean reserves = dice.chance(RESERVES_FIRST) && night.start() - minute > 12 * Night.DAY;
        long paid = reserves ? minute + dice.between(2, 10) * Night.DAY : minute;
        Order order = new Order(desk.nextOrder(), account(channel), channel, paid, reserves ? minute : -1);
        Fate fate = reserves && dice.chance(LAPSES) ? Fate.LAPSED : fate(order, 1);
        int zone = seating.zone();
        Tariff shared = SINGLE[dice.pick(SINGLE_TARIFFS)];
        int sold = 0;
        for (int i = 0; i < tickets; i++) {
            Tariff tariff = dice.chance(OWN_TARIFF) ? SINGLE[dice.pick(SINGLE_TARIFFS)] : shared;
            if (seating.sell(order, tariff, zone, fate)) {
                sold++;
                remember(fate);
            }
        }
        changeForNext(order, shared, sold, fate);
        return 0;
    }

    private void remember(Fate fate) {
        if (fate.givenBack()) {
            givenBack.add(new GivenBack(seating.lastZone(), fate.minute()));
        }
    }

    private void changeForNext(Order order, Tariff tariff, int sold, Fate fate) {
        if (fate.kind() == Fate.Kind.EXCHANGED && sold > 0) {
            Exchange exchange =
                    new Exchange(order.number(), order.account(), order.channel(), tariff, sold, fate.minute());
            desk.exchange(night.show(), exchange);
        }
    }

    private int account(Channel channel) {
        boolean known = switch (channel) {
            case COUNTER -> dice.chance(COUNTER_KNOWN);
            case RESELLER -> dice.chance(RESELLER_KNOWN);
            default -> true;
        };
        return known ? buyers.next() : Buyers.UNKNOWN;
    }

    private Fate fate(Order order, double scale) {
        double draw = dice.unit();
        if (draw >= (GIVEN_BACK + EXCHANGED) * scale || night.start() - order.minute() < SHORTEST_CHANGE) {
            return Fate.KEPT;
        }
        long minute = after(order.minute());
        if (minute >= now || night.cancelled() && minute >= night.cancelledAt()) {
            return Fate.KEPT;
        }
        boolean change = exchanges && draw < EXCHANGED * scale && next.start() > night.start() && !next.cancelled();
        return new Fate(change ? Fate.Kind.EXCHANGED : Fate.Kind.CANCELLED, minute);
    }

    private void sellAgain() {
        for (GivenBack seat : givenBack) {
            long minute = after(seat.minute());
            if (minute < now && dice.chance(SOLD_AGAIN)) {
                Order order = new Order(desk.nextOrder(), buyers.next(), Channel.WEB, minute, -1);
                seating.sellAgain(order, SINGLE[dice.pick(SINGLE_TARIFFS)], seat.zone());
            }
        }
    }

    /** A minute by day after another and before the night begins. */
    private long after(long minute) {
        long drawn = minute + (long) (dice.unit() * (night.start() - minute));
        long byDay = Math.floorDiv(drawn, Night.DAY) * Night.DAY + 9 * 60 + dice.below(13 * 60);
        return Math.max(minute + 1, Math.min(byDay, night.start() - 2));
    }

    /** A minute on the day so many days before the night, while doors are open and before it begins. */
    private long within(int days) {
        long midnight = Math.floorDiv(night.start(), Night.DAY) * Night.DAY;
        long minute = midnight - days * Night.DAY + 9 * 60 + dice.below(13 * 60);
        long latest = night.start() - 3 - dice.below(100);
        return Math.max(night.opens(), Math.min(minute, latest));
    }

    /** Share of single orders whose buyer is known, by the shares of the channels. */
    static double knownShare() {
        double sum = 0;
        for (double share : CHANNELS) {
            sum += share;
        }
        return (CHANNELS[0] * COUNTER_KNOWN + CHANNELS[1] + CHANNELS[2] + CHANNELS[3] * RESELLER_KNOWN) / sum;
    }

    /** Tickets that an order of a single buyer holds on average. */
    static double party() {
        double sum = 0;
        for (int i = 0; i < PARTIES.length; i++) {
            sum += (i + 1) * PARTIES[i];
        }
        return sum;
    }

    /** Nights whose tickets can be changed for the next night of the same show: place of the next, or the own place. */
    static int[] nextOfShow(List<Night> nights) {
        int[] next = new int[nights.size()];
        List<Integer> lastOfShow = new ArrayList<>();
        for (int i = nights.size() - 1; i >= 0; i--) {
            int show = nights.get(i).show().id();
            while (lastOfShow.size() <= show) {
                lastOfShow.add(-1);
            }
            int after = lastOfShow.get(show);
            next[i] = after < 0 ? i : after;
            lastOfShow.set(show, i);
        }
        return next;
    }
}
