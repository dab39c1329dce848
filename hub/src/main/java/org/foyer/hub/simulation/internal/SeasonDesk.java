package org.foyer.hub.simulation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one house remembers through a season: numbers given, who subscribed to what, who changed nights. */
final class SeasonDesk {

    /** Tickets that one subscription holds for a night, on average. */
    private static final double SEATS = 1.6;

    private static final double NIGHTS = 4.4;
    private static final int LEAST_NIGHTS = 3;
    private static final int MOST_NIGHTS = 7;

    /** Tickets that someone gave back on one night of a run to take the next. */
    record Exchange(int order, int account, Channel channel, Tariff tariff, int tickets, long minute) {}

    /** A subscription; {@code minute} is when it was bought. */
    record Subscription(int order, int account, int seats, long minute) {}

    private final Map<Integer, List<Exchange>> exchanges = new HashMap<>();
    private final List<List<Subscription>> byNight = new ArrayList<>();
    private int tickets;
    private int orders;

    /** How many subscribers fill the share of the nights' tickets that is theirs. */
    static int subscribers(List<Night> nights, Habits habits) {
        double seats = nights.stream().mapToInt(Night::target).sum() * habits.subscribers();
        return (int) (seats / SEATS / Math.min(NIGHTS, nights.size()));
    }

    /** How many orders of known single buyers the nights will have in the end. */
    static int singleOrders(List<Night> nights, Habits habits) {
        double orders = 0;
        for (Night night : nights) {
            double schools = night.daytime() ? 0.6 : habits.schools() * 0.4;
            double ahead = night.daytime() ? 0 : habits.subscribers();
            double single = Math.max(0, 1 - ahead - schools - habits.groups() - habits.invitations());
            double guests = habits.invitations() / 1.5 * 0.3;
            orders += night.target() * (single / NightSales.party() * NightSales.knownShare() + guests);
        }
        return (int) orders;
    }

    SeasonDesk(List<Night> nights, Habits habits, int[] subscribers, Dice dice) {
        int[] room = new int[nights.size()];
        for (Night night : nights) {
            room[byNight.size()] =
                    night.daytime() ? 0 : (int) (night.target() * Math.min(0.7, habits.subscribers() * 1.8));
            byNight.add(new ArrayList<>());
        }
        for (int account : subscribers) {
            subscribe(account, nights, room, dice);
        }
    }

    private void subscribe(int account, List<Night> nights, int[] room, Dice dice) {
        int seats = dice.chance(0.6) ? 2 : 1;
        long minute =
                nights.get(0).opens() - 30 * Night.DAY + (long) dice.exponential(24) * Night.DAY + dice.below(480);
        Subscription subscription = new Subscription(nextOrder(), account, seats, minute);
        int wanted = Math.min(nights.size(), dice.between(LEAST_NIGHTS, MOST_NIGHTS - 1));
        int[] chosen = new int[wanted];
        int count = 0;
        for (int tries = 0; count < wanted && tries < wanted * 4; tries++) {
            int at = dice.below(nights.size());
            boolean open = room[at] >= seats && nights.get(at).start() > minute + Night.DAY;
            boolean fresh = Arrays.stream(chosen, 0, count).noneMatch(other -> other == at);
            if (open && fresh) {
                chosen[count++] = at;
                room[at] -= seats;
                byNight.get(at).add(subscription);
            }
        }
    }

    List<Subscription> subscriptions(int night) {
        return byNight.get(night);
    }

    int nextTicket() {
        return ++tickets;
    }

    int nextOrder() {
        return ++orders;
    }

    void exchange(Show show, Exchange exchange) {
        exchanges.computeIfAbsent(show.id(), id -> new ArrayList<>()).add(exchange);
    }

    /** Exchanges that wait for the next night of a show; they are handed out once. */
    List<Exchange> exchanges(Show show) {
        List<Exchange> waiting = exchanges.remove(show.id());
        return waiting == null ? List.of() : waiting;
    }
}
