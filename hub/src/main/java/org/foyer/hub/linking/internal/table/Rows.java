package org.foyer.hub.linking.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds records that agree in everything. */
final class Rows {

    private Rows() {}

    /** @param alone records that share no row, or empty for none */
    static RecordTable distinct(ValuePool ids, int[] order, List<Field> fields, boolean[] alone) {
        int records = order.length;
        int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, records)) * 4)];
        int[] rowOf = new int[records];
        int[] first = new int[records];
        int[] times = new int[records];
        int rows = 0;
        for (int record = 0; record < records; record++) {
            if (alone.length > 0 && alone[record]) {
                first[rows] = record;
                rowOf[record] = rows;
                times[rows++] = 1;
                continue;
            }
            int slot = ValuePool.mix(hash(fields, record)) & slots.length - 1;
            while (slots[slot] != 0 && !equal(fields, first[slots[slot] - 1], record)) {
                slot = slot + 1 & slots.length - 1;
            }
            if (slots[slot] == 0) {
                first[rows] = record;
                slots[slot] = ++rows;
            }
            rowOf[record] = slots[slot] - 1;
            times[slots[slot] - 1]++;
        }
        int[] kept = Arrays.copyOf(first, rows);
        int[] matrix = new int[Math.multiplyExact(rows, fields.size())];
        List<Field> reduced = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            reduced.add(fields.get(i).only(kept, matrix, fields.size(), i));
        }
        return new RecordTable(ids, order, rowOf, kept, Arrays.copyOf(times, rows), reduced);
    }

    private static int hash(List<Field> fields, int record) {
        int hash = 7;
        for (Field field : fields) {
            hash = ValuePool.mix(hash * 31 + field.code(record));
        }
        return hash;
    }

    private static boolean equal(List<Field> fields, int a, int b) {
        for (Field field : fields) {
            if (field.code(a) != field.code(b)) {
                return false;
            }
        }
        return true;
    }
}
