package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.internal.table.RecordTable;

/** Divides the blocks of one pass that are too large. What comes of it depends on the rows of each block and on nothing else. */
final class Division {

    /** What is told the block of each row that meets another. */
    interface Taker {
        void take(int row, int block);
    }

    private final Pass pass;
    private final RecordTable table;
    private final List<BlockOrder> finer = new ArrayList<>();
    private final int cap;

    /** @param cap the most rows that a block may have */
    Division(Pass pass, RecordTable table, int cap) {
        this.pass = pass;
        this.table = table;
        this.cap = cap;
    }

    void divide(BlockOrder order, Taker taker) {
        divide(order, 0, taker);
    }

    private void divide(BlockOrder order, int step, Taker taker) {
        for (int from = 0; from < order.size(); ) {
            int to = order.end(from);
            int size = to - from;
            if (size > cap && step < pass.steps()) {
                divide(parts(order, from, to, step), step + 1, taker);
            } else if (size > 1) {
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
