package org.foyer.hub.linking.internal.table;

import java.util.Arrays;
import java.util.List;

/** Rows that can be written over, on fields whose values and frequencies are those of a table that was learned from. */
public final class Slate {

    private static final int ROWS_FIRST = 1 << 6;

    private final List<Field> fields;
    private int[] matrix;

    public Slate(List<Field> learned) {
        int stride = learned.size();
        int[] first = new int[ROWS_FIRST * stride];
        this.matrix = first;
        this.fields = java.util.stream.IntStream.range(0, stride)
                .mapToObj(i -> learned.get(i).over(first, stride, i))
                .toList();
    }

    public List<Field> fields() {
        return fields;
    }

    /** @param codes the number of each field's value, −1 where nothing is known */
    public void put(int row, int[] codes) {
        int from = row * codes.length;
        if (from + codes.length > matrix.length) {
            matrix = Arrays.copyOf(matrix, Math.max(from + codes.length, Math.multiplyExact(matrix.length, 2)));
            fields.forEach(field -> field.grow(matrix));
        }
        System.arraycopy(codes, 0, matrix, from, codes.length);
    }

    public int[] codes(int row) {
        return Arrays.copyOfRange(matrix, row * fields.size(), (row + 1) * fields.size());
    }

    /** A table of some rows. @param ids of each row's records, the first one first; rows in the order of these */
    public RecordTable table(List<Integer> rows, List<List<String>> ids) {
        ValuePool pool = new ValuePool();
        int[] first = new int[rows.size()];
        int[] times = new int[rows.size()];
        for (int i = 0; i < first.length; i++) {
            times[i] = ids.get(i).size();
            ids.get(i).forEach(pool::add);
        }
        int[] order = IdOrder.of(pool);
        int[] place = new int[order.length];
        for (int record = 0; record < order.length; record++) {
            place[order[record]] = record;
        }
        int[] rowOf = new int[order.length];
        int number = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = place[number];
            for (int k = 0; k < times[i]; k++) {
                rowOf[place[number++]] = i;
            }
        }
        int stride = fields.size();
        int[] own = new int[Math.multiplyExact(first.length, stride)];
        for (int i = 0; i < first.length; i++) {
            System.arraycopy(matrix, rows.get(i) * stride, own, i * stride, stride);
        }
        List<Field> over = java.util.stream.IntStream.range(0, stride)
                .mapToObj(i -> fields.get(i).over(own, stride, i))
                .toList();
        return new RecordTable(pool, order, rowOf, first, times, over);
    }
}
