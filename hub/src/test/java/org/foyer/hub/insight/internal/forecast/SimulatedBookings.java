package org.foyer.hub.insight.internal.forecast;

import java.util.Arrays;
import java.util.Random;

/** Simulated bookings, not those of any house: productions of a level of their own, nights around it, tickets over 120 days. */
final class SimulatedBookings {

    static final int SEATS = 600;

    private static final int ON_SALE = 120;

    private final Random random;
    private final boolean telling;

    /** @param telling whether what is sold early tells what is sold in the end; else early sales are noise */
    SimulatedBookings(long seed, boolean telling) {
        this.random = new Random(seed);
        this.telling = telling;
    }

    /** Tickets by so many days before. */
    record Night(int production, int genre, float price, int[] curve) {

        Asked asked(int before) {
            return new Asked(genre, PlayedShows.NIGHT_UNKNOWN, SEATS, curve[before], price);
        }
    }

    PlayedShows played(int productions) {
        PlayedShows shows = new PlayedShows();
        for (int production = 0; production < productions; production++) {
            for (Night night : production(production)) {
                float[] prices = new float[PlayedShows.HORIZON + 1];
                Arrays.fill(prices, night.price());
                shows.add(production, night.genre(), PlayedShows.NIGHT_UNKNOWN, SEATS, night.curve(), prices);
            }
        }
        return shows;
    }

    /** One to five nights. */
    Night[] production(int number) {
        int genre = random.nextInt(3);
        float price = 10 + random.nextInt(40);
        double level = 180 + 60 * genre + 70 * random.nextGaussian();
        double early = 1 + 0.2 * random.nextGaussian();
        Night[] nights = new Night[1 + random.nextInt(5)];
        for (int night = 0; night < nights.length; night++) {
            double end = level + 25 * random.nextGaussian();
            nights[night] = new Night(number, genre, price, curve((int) Math.max(20, Math.min(SEATS, end)), early));
        }
        return nights;
    }

    private int[] curve(int end, double early) {
        int[] curve = new int[PlayedShows.HORIZON + 1];
        double lead = telling ? end * Math.max(0.4, early) : 20 + random.nextInt(60);
        for (int before = 1; before < ON_SALE; before++) {
            double share = Math.pow(1 - (double) before / ON_SALE, 1.6) * 0.7;
            curve[before] = (int) Math.min(telling ? end : 80, lead * share);
        }
        curve[0] = end;
        return curve;
    }
}
