package org.foyer.hub.linking.internal.block;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValuePool;

/**
 * The block of each row in each pass, 0 where a row meets no other. A block holds at most as many rows as its pass allows, so that the
 * number of pairs is bounded; a larger one is divided by further parts of the key and in the end by the ids.
 */
public final class Blocks {

    /** Passes whose keys are sorted at once, each by one processor. */
    private static final int AT_ONCE = 2;

    private final RecordTable table;
    private final List<Pass> list;
    private final long pairsMax;
    private final int rows;
    private final int passes;
    private final int[] blocks;
    private final int[] caps;
    private final long[] pairs;

    private Blocks(RecordTable table, Passes chosen) {
        this.table = table;
        this.list = chosen.list();
        this.pairsMax = chosen.pairsMax();
        this.rows = table.rows();
        this.passes = list.size();
        this.blocks = new int[Math.multiplyExact(rows, passes)];
        this.caps = new int[passes];
        this.pairs = new long[passes];
    }

    /** Blocks as the keys make them, however large; to be counted from, and then divided. */
    public static Blocks of(RecordTable table) {
        Blocks blocks = new Blocks(table, Passes.of(table));
        blocks.inOrder((pass, order) -> blocks.sort(blocks.list.get(pass), order), (pass, order) -> {
            Division division = new Division(blocks.list.get(pass), table);
            blocks.caps[pass] = Integer.MAX_VALUE;
            blocks.pairs[pass] = division.divide(order, (row, block) -> blocks.put(pass, row, block));
        });
        return blocks;
    }

    /** Divides the blocks that are too large. */
    public void divide() {
        long[] left = {pairsMax};
        inOrder((pass, order) -> sort(pass, 0, 1, order), (pass, order) -> {
            Division division = new Division(list.get(pass), table);
            caps[pass] = division.cap(order, left[0] / (passes - pass));
            for (int i = 0; i < order.size(); i++) {
                put(pass, order.row(i), 0);
            }
            pairs[pass] = division.divide(order, (row, block) -> put(pass, row, block));
            left[0] -= pairs[pass];
        });
    }

    private void put(int pass, int row, int block) {
        blocks[row * passes + pass] = block;
    }

    private interface Step {
        void take(int pass, BlockOrder order);
    }

    /** Does one thing with some passes at once, then another with each in their order. */
    private void inOrder(Step atOnce, Step then) {
        BlockOrder[] orders = new BlockOrder[AT_ONCE];
        Arrays.setAll(orders, i -> new BlockOrder());
        for (int from = 0; from < passes; from += AT_ONCE) {
            int first = from;
            int to = Math.min(passes, from + AT_ONCE);
            IntStream.range(from, to).parallel().forEach(pass -> atOnce.take(pass, orders[pass - first]));
            for (int pass = from; pass < to; pass++) {
                then.take(pass, orders[pass - from]);
            }
        }
    }

    private void sort(Pass pass, BlockOrder order) {
        order.clear();
        for (int row = 0; row < rows; row++) {
            int key = pass.key(row);
            if (key != 0) {
                order.add(key, row);
            }
        }
        order.sort();
    }

    /** Pairs that a pass finds, with those that others find too. */
    public long pairs(int pass) {
        return pairs[pass];
    }

    public int passes() {
        return passes;
    }

    /** The most rows that a block of a pass may have. */
    public int cap(int pass) {
        return caps[pass];
    }

    /** Whether an earlier pass already brought the two together. */
    boolean metBefore(int pass, int a, int b) {
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

    /** Sorts the rows of a share of the blocks of a pass. @param share from 0, below {@code shares} */
    void sort(int pass, int share, int shares, BlockOrder order) {
        order.clear();
        for (int row = 0, at = pass; row < rows; row++, at += passes) {
            int block = blocks[at];
            if (block != 0 && (ValuePool.mix(block) & Integer.MAX_VALUE) % shares == share) {
                order.add(block, row);
            }
        }
        order.sort();
    }
}
