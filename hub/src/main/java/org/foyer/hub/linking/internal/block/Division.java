package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.internal.table.RecordTable;

/** Divides the blocks of one pass that are too large. What comes of it depends on the rows of each block and on nothing else. */
final class Division {

    /** So many rows are never too many for a block. */
    private static final int ROWS_LEAST = 8;

    /** What is told the block of each row that meets another. */
    interface Taker {
        void take(int row, int block);
    }

    private final Pass pass;
    private final RecordTable table;
    private final List<BlockOrder> finer = new ArrayList<>();
    private int cap = Integer.MAX_VALUE;
    private long pairs;

    Division(Pass pass, RecordTable table) {
        this.pass = pass;
        this.table = table;
    }

    /** Finds the largest number of rows that a block may have so that the pairs of all blocks stay below a limit. */
    int cap(BlockOrder order, long pairsMax) {
        int[] sizes = sizes(order);
        if (pairs(sizes, cap) > pairsMax) {
            int low = ROWS_LEAST;
            int high = Math.max(low, sizes[sizes.length - 1]);
            while (low < high) {
                int middle = low + (high - low + 1) / 2;
                if (pairs(sizes, middle) <= pairsMax) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            cap = low;
        }
        return cap;
    }

    /** Sizes of the blocks with more than one row, ascending. */
    private static int[] sizes(BlockOrder order) {
        int[] sizes = new int[order.size() / 2];
        int blocks = 0;
        for (int from = 0; from < order.size(); ) {
            int to = order.end(from);
            if (to - from > 1) {
                sizes[blocks++] = to - from;
            }
            from = to;
        }
        int[] taken = java.util.Arrays.copyOf(sizes, blocks);
        java.util.Arrays.sort(taken);
        return taken;
    }

    /** Pairs in blocks, those that are too large counted as divided into blocks just large enough. */
    private static long pairs(int[] sizes, int cap) {
        long pairs = 0;
        for (long size : sizes) {
            pairs += size <= cap ? size * (size - 1) / 2 : size * (cap - 1L) / 2;
        }
        return pairs;
    }

    /** @return pairs in the blocks as divided */
    long divide(BlockOrder order, Taker taker) {
        pairs = 0;
        divide(order, 0, taker);
        return pairs;
    }

    private void divide(BlockOrder order, int step, Taker taker) {
        for (int from = 0; from < order.size(); ) {
            int to = order.end(from);
            long size = to - from;
            if (size > cap && step < pass.steps()) {
                divide(parts(order, from, to, step), step + 1, taker);
            } else if (size > 1) {
                pairs += size * (size - 1) / 2;
                for (int i = from; i < to; i++) {
                    taker.take(order.row(i), order.block(i));
                }
            }
            from = to;
        }
    }

    private BlockOrder parts(BlockOrder order, int from, int to, int step) {
        if (step == finer.size()) {
            finer.add(new BlockOrder());
        }
        BlockOrder parts = finer.get(step);
        parts.clear();
        for (int i = from; i < to; i++) {
            int row = order.row(i);
            parts.add(pass.part(order.block(i), row, step, table.idNumber(row)), row);
        }
        parts.sort();
        return parts;
    }
}
