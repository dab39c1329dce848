package org.foyer.hub.linking.internal.block;

import java.nio.ByteBuffer;
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
    private final int rows;
    private final int passes;
    private final int[] blocks;
    private final int[] caps;
    private final BlockSizes[] sizes;
    private final BlockOrder[] orders = new BlockOrder[AT_ONCE];

    private Blocks(RecordTable table, List<Pass> list) {
        this.table = table;
        this.list = list;
        this.rows = table.rows();
        this.passes = list.size();
        this.blocks = new int[Math.multiplyExact(rows, passes)];
        this.caps = new int[passes];
        this.sizes = new BlockSizes[passes];
        Arrays.fill(caps, Integer.MAX_VALUE);
        Arrays.setAll(orders, i -> new BlockOrder(rows));
    }

    /** Blocks as the keys make them, however large; to be counted from, and then divided. */
    public static Blocks of(RecordTable table) {
        Blocks blocks = whole(table, Passes.lines(table));
        long left = Passes.pairsMax(table);
        for (int pass = 0; pass < blocks.passes; pass++) {
            blocks.caps[pass] = blocks.sizes[pass].cap(left / (blocks.passes - pass));
            left -= blocks.sizes[pass].pairs(blocks.caps[pass]);
        }
        return blocks;
    }

    /** Blocks divided by a rule that was found for another table. */
    public static Blocks of(RecordTable table, BlockRule rule) {
        Blocks blocks = whole(table, rule.lines());
        Arrays.setAll(blocks.caps, rule.caps()::get);
        blocks.divide();
        return blocks;
    }

    private static Blocks whole(RecordTable table, List<String> lines) {
        Blocks blocks = new Blocks(table, Passes.of(table.fields()).list(lines));
        blocks.eachPass((pass, order) -> {
            blocks.sort(blocks.list.get(pass), order);
            blocks.sizes[pass] = BlockSizes.of(order);
            blocks.fill(pass, order);
        });
        return blocks;
    }

    /** How the blocks were made. */
    public BlockRule rule() {
        return new BlockRule(
                list.stream().map(Pass::name).toList(),
                Arrays.stream(caps).boxed().toList());
    }

    /** Divides the blocks that are too large. */
    public void divide() {
        eachPass((pass, order) -> {
            if (!sizes[pass].exceed(caps[pass])) {
                return;
            }
            sortLarge(pass, order);
            for (int i = 0; i < order.size(); i++) {
                put(pass, order.row(i), 0);
            }
            fill(pass, order);
        });
    }

    private void fill(int pass, BlockOrder order) {
        new Division(list.get(pass), table, caps[pass]).divide(order, (row, block) -> put(pass, row, block));
    }

    private void put(int pass, int row, int block) {
        blocks[row * passes + pass] = block;
    }

    private interface Step {
        void take(int pass, BlockOrder order);
    }

    /** Does a thing with each pass, some at once. */
    private void eachPass(Step step) {
        IntStream.range(0, AT_ONCE).parallel().forEach(first -> {
            BlockOrder order = order(first);
            for (int pass = first; pass < passes; pass += AT_ONCE) {
                step.take(pass, order);
            }
        });
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

    /** Sorts the rows of the blocks of a pass that are too large, and of the few others that share a count with one. */
    private void sortLarge(int pass, BlockOrder order) {
        int[] counts = new int[Integer.highestOneBit(Math.max(2, rows))];
        for (int row = 0, at = pass; row < rows; row++, at += passes) {
            counts[ValuePool.mix(blocks[at]) & counts.length - 1]++;
        }
        order.clear();
        for (int row = 0, at = pass; row < rows; row++, at += passes) {
            int block = blocks[at];
            if (block != 0 && counts[ValuePool.mix(block) & counts.length - 1] > caps[pass]) {
                order.add(block, row);
            }
        }
        order.sort();
    }

    /** Pairs that a pass finds before blocks are divided, with those that others find too. */
    public long pairs(int pass) {
        return sizes[pass].pairs(Integer.MAX_VALUE);
    }

    /** Room to sort in, kept between uses. @param worker from 0 */
    BlockOrder order(int worker) {
        return worker < AT_ONCE ? orders[worker] : new BlockOrder(0);
    }

    public int passes() {
        return passes;
    }

    /** Writes the block of a row in each pass, 0 where it meets no other. */
    public void write(int row, ByteBuffer into) {
        for (int at = row * passes; at < (row + 1) * passes; at++) {
            into.putInt(blocks[at]);
        }
    }

    /** Whether the table has a column so strong that the closest passes suffice. */
    public boolean areClose() {
        return Passes.areClose(table);
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
