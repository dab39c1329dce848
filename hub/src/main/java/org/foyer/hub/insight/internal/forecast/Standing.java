package org.foyer.hub.insight.internal.forecast;

import java.util.Arrays;

/**
 * How the played performances stood so many days before: what was sold then ({@code then}) and in the end ({@code end}),
 * by the seat where seats are known.
 */
final class Standing {

    private static final int BAND_UNKNOWN = 4;
    private static final double STANDING_MAX = 1.2;
    private static final int POOLS_OF_GENRE = 6; // itself, four bands, band not known

    final int days;
    final int size;
    final int productions;
    final int[] production;
    /** The performances of each production. */
    final int[][] members;

    final long[] night;
    /** Pools of each performance by what it was in the end, and by what was known of it then: house, genre, genre and band. */
    final int[][] poolsInTheEnd;

    final int[][] poolsThen;
    final double[] then;
    final double[] end;
    /** Seats, or 1 where sales are told in tickets. */
    final double[] unit;
    /** The seats, or what is sold already where that is more, in units. */
    final double[] most;

    private final double[] fill;

    private final boolean bySeat;
    private final float[] edges;

    private Standing(PlayedShows shows, int days, boolean bySeat) {
        this.days = days;
        this.bySeat = bySeat;
        this.edges = shows.priceEdges();
        this.productions = shows.productions();
        int[] taken = taken(shows, bySeat);
        this.size = taken.length;
        this.production = new int[size];
        this.night = new long[size];
        this.poolsInTheEnd = new int[size][];
        this.poolsThen = new int[size][];
        this.then = new double[size];
        this.end = new double[size];
        this.unit = new double[size];
        this.most = new double[size];
        this.fill = new double[productions];
        for (int at = 0; at < size; at++) {
            fill(at, shows, taken[at]);
        }
        this.members = members(production, productions);
    }

    private static int[][] members(int[] production, int productions) {
        int[] counts = new int[productions];
        for (int one : production) {
            counts[one]++;
        }
        int[][] members = new int[productions][];
        for (int one = 0; one < productions; one++) {
            members[one] = new int[counts[one]];
        }
        for (int at = production.length - 1; at >= 0; at--) {
            members[production[at]][--counts[production[at]]] = at;
        }
        return members;
    }

    /** @param bySeat only performances with known seats are taken */
    static Standing of(PlayedShows shows, int days, boolean bySeat) {
        return new Standing(shows, days, bySeat);
    }

    private static int[] taken(PlayedShows shows, boolean bySeat) {
        int[] taken = new int[shows.size()];
        int count = 0;
        for (int show = 0; show < taken.length; show++) {
            if ((!bySeat || shows.seats(show) > 0) && shows.sold(show, 0) > 0) {
                taken[count++] = show;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private void fill(int at, PlayedShows shows, int show) {
        production[at] = shows.production(show);
        night[at] = shows.night(show);
        unit[at] = bySeat ? shows.seats(show) : 1;
        then[at] = shows.sold(show, days) / unit[at];
        end[at] = shows.sold(show, 0) / unit[at];
        most[at] = most(shows.seats(show), shows.sold(show, days)) / unit[at];
        if (shows.seats(show) > 0) {
            double filled = (double) shows.sold(show, 0) / shows.seats(show);
            fill[production[at]] = Math.max(fill[production[at]], filled);
        }
        poolsInTheEnd[at] = pools(shows.genre(show), shows.price(show, 0));
        poolsThen[at] = pools(shows.genre(show), shows.price(show, days));
    }

    boolean bySeat() {
        return bySeat;
    }

    /**
     * How far above the seats sales may end, from the fullest night of the other productions: 1 where nobody stands, at most
     * 1.2, above which a capacity is rather wrong.
     */
    double standingRoom(int without) {
        double highest = 1;
        for (int one = 0; one < productions; one++) {
            highest = one == without ? highest : Math.max(highest, fill[one]);
        }
        return Math.min(highest, STANDING_MAX);
    }

    /** Standing room may already be sold on top of the seats. */
    static double most(int seats, long sold) {
        return seats > 0 ? Math.max(seats, sold) : Double.MAX_VALUE;
    }

    /** From the widest to the narrowest: of the house, of the genre, of the genre and price band. */
    int[] pools(int genre, float price) {
        int ofGenre = 1 + (genre + 1) * POOLS_OF_GENRE;
        return new int[] {0, ofGenre, ofGenre + 1 + band(price)};
    }

    private int band(float price) {
        if (Float.isNaN(price) || edges.length == 0) {
            return BAND_UNKNOWN;
        }
        int band = 0;
        while (band < edges.length && price >= edges[band]) {
            band++;
        }
        return band;
    }
}
