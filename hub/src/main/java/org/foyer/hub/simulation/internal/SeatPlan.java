package org.foyer.hub.simulation.internal;

import org.foyer.hub.model.Discipline;

/**
 * Seat zones of a hall on one night.
 *
 * @param seats sellable seats of each zone, held ones left out
 * @param prices full price of each zone in minor units
 * @param standing places of the last zone that the capacity does not count, or 0
 */
record SeatPlan(String[] names, int[] seats, int[] prices, int standing) {

    private static final int ONE_ZONE_BELOW = 250;

    static SeatPlan of(Discipline discipline, int seats, int held, int top, boolean english) {
        if (seats < ONE_ZONE_BELOW || discipline == Discipline.CIRCUS) {
            String name = english ? "Unreserved" : "Placement libre";
            return new SeatPlan(new String[] {name}, new int[] {seats - held}, new int[] {top}, 0);
        }
        if (discipline == Discipline.OPERA) {
            String[] names = {"Carré Or", "Catégorie 1", "Catégorie 2", "Catégorie 3", "Places debout"};
            return new SeatPlan(
                    names, split(seats, held, 0.12, 0.33, 0.33), prices(top, 1, 0.74, 0.48, 0.24, 0.1), seats / 30);
        }
        String[] names = english
                ? new String[] {"Stalls", "Dress circle", "Balcony"}
                : new String[] {"Catégorie 1", "Catégorie 2", "Catégorie 3"};
        return new SeatPlan(names, split(seats, held, 0.34, 0.42), prices(top, 1, 0.78, 0.56), 0);
    }

    private static int[] split(int seats, int held, double... shares) {
        int[] split = new int[shares.length + 1];
        int left = seats;
        for (int i = 0; i < shares.length; i++) {
            split[i] = (int) Math.round(seats * shares[i]);
            left -= split[i];
        }
        split[shares.length] = left;
        split[1] -= held;
        return split;
    }

    private static int[] prices(int top, double... shares) {
        int[] prices = new int[shares.length];
        for (int i = 0; i < shares.length; i++) {
            prices[i] = (int) Math.round(top * shares[i] / 100) * 100;
        }
        return prices;
    }

    int sellable() {
        int sum = 0;
        for (int zone : seats) {
            sum += zone;
        }
        return sum;
    }

    /** Value of all sellable seats at full price, standing places left out. */
    long potential() {
        long sum = 0;
        for (int i = 0; i < seats.length; i++) {
            sum += (long) seats[i] * prices[i];
        }
        return sum;
    }

    /** Places of a zone, the standing ones included. */
    int places(int zone) {
        return zone < seats.length ? seats[zone] : standing;
    }
}
