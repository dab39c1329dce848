package org.foyer.hub.linking.internal.block;

import java.util.Map;
import java.util.TreeMap;

/** How many blocks of a pass have each size, those with one row left out. */
final class BlockSizes {

    /** So many rows are never too many for a block. */
    private static final int ROWS_LEAST = 8;

    private final TreeMap<Integer, Integer> times = new TreeMap<>();

    static BlockSizes of(BlockOrder order) {
        BlockSizes sizes = new BlockSizes();
        for (int from = 0; from < order.size(); ) {
            int to = order.end(from);
            if (to - from > 1) {
                sizes.times.merge(to - from, 1, Integer::sum);
            }
            from = to;
        }
        return sizes;
    }

    /** Whether some block has more rows than a number. */
    boolean exceed(int most) {
        return !times.isEmpty() && times.lastKey() > most;
    }

    /** Pairs in the blocks, those that are too large counted as divided into blocks just large enough. */
    long pairs(int cap) {
        long pairs = 0;
        for (Map.Entry<Integer, Integer> entry : times.entrySet()) {
            long size = entry.getKey();
            pairs += entry.getValue() * (size <= cap ? size * (size - 1) / 2 : size * (cap - 1L) / 2);
        }
        return pairs;
    }

    /** The largest number of rows that a block may have so that the pairs of all stay below a limit. */
    int cap(long pairsMax) {
        if (pairs(Integer.MAX_VALUE) <= pairsMax) {
            return Integer.MAX_VALUE;
        }
        int low = ROWS_LEAST;
        int high = Math.max(low, times.lastKey());
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (pairs(middle) <= pairsMax) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
