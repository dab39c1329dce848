package org.foyer.hub.linking.internal.block;

import java.util.Arrays;
import java.util.List;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValuePool;

/**
 * The block of each row in each pass. A block holds at most as many rows as its pass allows, so that the number of pairs is bounded;
 * a larger one is divided by further parts of the key and in the end by the ids.
 */
public final class Blocks {

    /** Pairs looked at, at most, with those that several passes find counted each time. */
    public static final long PAIRS_MAX = 48_000_000;

    private static final int ROWS_LEAST = 8;

    private final int rows;
    private final int passes;
    private final int[] blocks;
    private final int[] caps;

    private Blocks(int rows, int passes) {
        this.rows = rows;
        this.passes = passes;
        this.blocks = new int[Math.multiplyExact(rows, passes)];
        this.caps = new int[passes];
    }

    public static Blocks of(RecordTable table) {
        List<Pass> passes = Passes.of(table);
        Blocks blocks = new Blocks(table.rows(), passes.size());
        long left = PAIRS_MAX;
        for (int pass = 0; pass < passes.size(); pass++) {
            left -= blocks.fill(table, passes.get(pass), pass, left / (passes.size() - pass));
        }
        return blocks;
    }

    /** Pairs that the passes find, with those that several of them find counted each time. */
    public long pairs() {
        long pairs = 0;
        for (int pass = 0; pass < passes; pass++) {
            pairs += pairs(sorted(pass), Integer.MAX_VALUE);
        }
        return pairs;
    }

    public int passes() {
        return passes;
    }

    public int rows() {
        return rows;
    }

    /** Whether an earlier pass already brought the two together. */
    public boolean metBefore(int pass, int a, int b) {
        int fromA = a * passes;
        int fromB = b * passes;
        for (int i = 0; i < pass; i++) {
            int block = blocks[fromA + i];
            if (block != 0 && block == blocks[fromB + i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether any pass brings the two together. */
    public boolean meet(int a, int b) {
        return metBefore(passes, a, b);
    }

    /** Block and row of those that take part in a pass, sorted: the block in the upper half of each number. */
    public long[] sorted(int pass) {
        long[] keyed = new long[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            int block = blocks[row * passes + pass];
            if (block != 0) {
                keyed[size++] = (long) block << 32 | row;
            }
        }
        long[] taken = size == rows ? keyed : Arrays.copyOf(keyed, size);
        Arrays.parallelSort(taken);
        return taken;
    }

    private long fill(RecordTable table, Pass pass, int number, long pairsMax) {
        for (int row = 0; row < rows; row++) {
            blocks[row * passes + number] = pass.key(row);
        }
        long[] keyed = sorted(number);
        caps[number] = cap(keyed, pairsMax);
        Division division = new Division(table, pass, number);
        for (int from = 0; from < keyed.length; ) {
            int to = end(keyed, from);
            if (to - from > caps[number]) {
                division.divide(keyed, from, to, 0);
            }
            from = to;
        }
        return division.divided ? pairs(sorted(number), Integer.MAX_VALUE) : pairs(keyed, Integer.MAX_VALUE);
    }

    /** One past the last entry of the block that begins there. */
    public static int end(long[] keyed, int from) {
        int to = from + 1;
        long block = keyed[from] >> 32;
        while (to < keyed.length && keyed[to] >> 32 == block) {
            to++;
        }
        return to;
    }

    /** The largest number of rows that a block may have so that the pairs of all blocks stay below the limit. */
    private static int cap(long[] keyed, long pairsMax) {
        int cap = Integer.MAX_VALUE;
        if (pairs(keyed, cap) <= pairsMax) {
            return cap;
        }
        int low = ROWS_LEAST;
        int high = Math.max(low, keyed.length);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (pairs(keyed, middle) <= pairsMax) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Pairs in blocks, those that are too large counted as divided into blocks just large enough. */
    private static long pairs(long[] keyed, int cap) {
        long pairs = 0;
        for (int from = 0; from < keyed.length; ) {
            int to = end(keyed, from);
            long size = to - from;
            pairs += size <= cap ? size * (size - 1) / 2 : size * (cap - 1L) / 2;
            from = to;
        }
        return pairs;
    }

    /** Divides blocks that are too large. */
    private final class Division {

        private final RecordTable table;
        private final Pass pass;
        private final int number;
        private boolean divided;

        private Division(RecordTable table, Pass pass, int number) {
            this.table = table;
            this.pass = pass;
            this.number = number;
        }

        private void divide(long[] keyed, int from, int to, int step) {
            divided = true;
            long[] finer = new long[to - from];
            int shift = 32 - Integer.numberOfLeadingZeros((to - from) / caps[number]);
            for (int i = from; i < to; i++) {
                int row = (int) keyed[i];
                int part = step < pass.refinements().size()
                        ? pass.refinements().get(step).key(row)
                        : table.id(table.first(row)).hashCode() & (1 << shift) - 1;
                int block = ValuePool.mix((int) (keyed[i] >> 32) * 31 + part * 17 + step);
                finer[i - from] = (long) (block == 0 ? 1 : block) << 32 | row;
            }
            Arrays.sort(finer);
            for (int start = 0; start < finer.length; ) {
                int stop = end(finer, start);
                if (stop - start > caps[number] && step < pass.refinements().size()) {
                    divide(finer, start, stop, step + 1);
                } else {
                    for (int i = start; i < stop; i++) {
                        blocks[(int) finer[i] * passes + number] = (int) (finer[i] >> 32);
                    }
                }
                start = stop;
            }
        }
    }
}
