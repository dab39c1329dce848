package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import org.foyer.hub.linking.internal.cluster.Edges;

/**
 * What was weighed when the buyers of a house were last linked, so that only what changed since is weighed again.
 *
 * @param persons keys of the first buyer of each row, ascending
 * @param signs for each of them a number that stands for the row's values and its blocks
 * @param ones of each pair that may be one person the lesser key
 * @param others the greater one
 * @param weights in bits
 */
record Traces(long[] persons, long[] signs, long[] ones, long[] others, float[] weights) {

    /** Nothing was weighed, or by other weights. */
    static final Traces NONE = new Traces(new long[0], new long[0], new long[0], new long[0], new float[0]);

    /** @param person key of a row's first buyer @return whether the row has that sign already */
    boolean has(long person, long sign) {
        int at = Arrays.binarySearch(persons, person);
        return at >= 0 && signs[at] == sign;
    }

    /**
     * The pairs that stand.
     *
     * @param rows of each of {@link #persons} the row of today, −1 where it is another one or gone
     */
    Edges standing(int[] rows) {
        Edges standing = new Edges();
        for (int i = 0; i < ones.length; i++) {
            int one = Arrays.binarySearch(persons, ones[i]);
            int other = Arrays.binarySearch(persons, others[i]);
            if (one >= 0 && other >= 0 && rows[one] >= 0 && rows[other] >= 0) {
                standing.add(rows[one], rows[other], weights[i]);
            }
        }
        return standing;
    }

    /**
     * What linking changed of them.
     *
     * @param anew whether nothing of what was kept stands
     * @param gone keys of rows that are others now or gone; their pairs go too
     * @param came new rows and pairs
     */
    record Change(boolean anew, long[] gone, Traces came) {

        static final Change NONE = new Change(true, new long[0], Traces.NONE);
    }
}
