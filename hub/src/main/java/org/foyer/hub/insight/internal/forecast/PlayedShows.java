package org.foyer.hub.insight.internal.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The played performances of one house in columns: net tickets and mean price by days before, from 0 to {@link #HORIZON}.
 * At most {@link #MOST} of them, some 1.5 kB each.
 */
public final class PlayedShows {

    /** Days before a performance at which its sales are told apart. */
    public static final int HORIZON = 180;

    public static final int MOST = 20_000;
    public static final long NIGHT_UNKNOWN = Long.MIN_VALUE;

    private static final int DAYS = HORIZON + 1;

    private final Map<Object, Integer> productions = new HashMap<>();
    private int size;
    private int[] production = new int[64];
    private int[] genre = new int[64];
    private int[] seats = new int[64];
    private long[] night = new long[64];
    private int[] sold = new int[64 * DAYS];
    private float[] price = new float[64 * DAYS];

    /**
     * Adds one performance.
     *
     * @param ofProduction whatever tells productions apart
     * @param ofGenre number of the genre, −1 when not known
     * @param onNight epoch day, {@link #NIGHT_UNKNOWN} when not known
     * @param onSale seats on sale, 0 when not known
     * @param tickets net tickets sold by so many days before, for each from 0 to {@link #HORIZON}
     * @param prices mean price of these, NaN when not known
     */
    public void add(Object ofProduction, int ofGenre, long onNight, int onSale, int[] tickets, float[] prices) {
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " performances");
        }
        if (size == production.length) {
            grow();
        }
        production[size] = productions.computeIfAbsent(ofProduction, made -> productions.size());
        genre[size] = ofGenre;
        night[size] = onNight;
        seats[size] = Math.max(0, onSale);
        System.arraycopy(tickets, 0, sold, size * DAYS, DAYS);
        System.arraycopy(prices, 0, price, size * DAYS, DAYS);
        size++;
    }

    private void grow() {
        int more = size * 2;
        production = Arrays.copyOf(production, more);
        genre = Arrays.copyOf(genre, more);
        seats = Arrays.copyOf(seats, more);
        night = Arrays.copyOf(night, more);
        sold = Arrays.copyOf(sold, more * DAYS);
        price = Arrays.copyOf(price, more * DAYS);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    int productions() {
        return productions.size();
    }

    int production(int show) {
        return production[show];
    }

    int genre(int show) {
        return genre[show];
    }

    int seats(int show) {
        return seats[show];
    }

    long night(int show) {
        return night[show];
    }

    int sold(int show, int daysBefore) {
        return sold[show * DAYS + daysBefore];
    }

    float price(int show, int daysBefore) {
        return price[show * DAYS + daysBefore];
    }

    /** Whether seats are known of nearly all, so that sales are better told by the seat. */
    public boolean seated() {
        int known = 0;
        for (int show = 0; show < size; show++) {
            known += seats[show] > 0 ? 1 : 0;
        }
        return known > 0 && known * 10L >= size * 9L;
    }

    /** Lower edges of the second, third and fourth quarter of the mean prices in the end; empty below four known ones. */
    float[] priceEdges() {
        float[] known = new float[size];
        int count = 0;
        for (int show = 0; show < size; show++) {
            if (!Float.isNaN(price(show, 0))) {
                known[count++] = price(show, 0);
            }
        }
        Arrays.sort(known, 0, count);
        return count < 4
                ? new float[0]
                : new float[] {known[count / 4], known[count / 2], known[(int) (count * 3L / 4)]};
    }
}
