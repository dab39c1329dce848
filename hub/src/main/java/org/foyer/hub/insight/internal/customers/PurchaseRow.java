package org.foyer.hub.insight.internal.customers;

import java.util.Comparator;
import org.foyer.hub.insight.CustomerHistory;

/**
 * Buyers with the same past.
 *
 * @param before purchases in the year before that end, the first one too
 * @param later purchases in the year after it, where that is known
 */
public record PurchaseRow(Past past, int before, int later, long people) {

    /**
     * What the models know of a buyer.
     *
     * @param repeats purchases after the first (x)
     * @param lastWeek weeks from the first purchase to the last (t_x)
     * @param weeks from the first purchase to the end of observation (T)
     */
    public record Past(int repeats, int lastWeek, int weeks) implements Comparable<Past> {

        private static final Comparator<Past> ORDER = Comparator.comparingInt(Past::repeats)
                .thenComparingInt(Past::lastWeek)
                .thenComparingInt(Past::weeks);

        /** So that sums are made in the same order on every machine. */
        @Override
        public int compareTo(Past other) {
            return ORDER.compare(this, other);
        }

        CustomerHistory of(long people) {
            return new CustomerHistory(repeats, lastWeek, weeks, 0, people);
        }
    }
}
