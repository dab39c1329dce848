package org.foyer.hub.linking.internal;

import java.util.Arrays;
import java.util.function.Consumer;

/** The pairs of rows within groups. */
final class GroupPairs {

    /** Rows of one group whose pairs are taken, so that one huge group does not decide for all. */
    private static final int ROWS_MAX = 60;

    private final int[] groups;

    GroupPairs(int[] groups) {
        this.groups = groups;
    }

    /** Gives the pairs of each group: the lesser row in the upper half of each number. */
    void forEach(Consumer<long[]> taker) {
        long[] order = new long[groups.length];
        Arrays.setAll(order, row -> (long) groups[row] << 32 | row);
        Arrays.parallelSort(order);
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && order[to] >> 32 == order[from] >> 32) {
                to++;
            }
            if (to - from > 1) {
                taker.accept(pairs(order, from, Math.min(to, from + ROWS_MAX)));
            }
            from = to;
        }
    }

    private static long[] pairs(long[] order, int from, int to) {
        int size = to - from;
        long[] pairs = new long[size * (size - 1) / 2];
        int next = 0;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                pairs[next++] = (long) (int) order[i] << 32 | (int) order[j];
            }
        }
        return pairs;
    }
}
