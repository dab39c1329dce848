package org.foyer.hub.linking.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.ColumnKind;
import org.jspecify.annotations.Nullable;

/**
 * Records of people in columns, in the order of their ids, so that nothing depends on the order of the file. Records that agree in
 * everything share a row.
 */
public final class RecordTable {

    /** The order of ids: by their bytes in UTF-8. */
    public static final Comparator<String> ID_ORDER =
            Comparator.comparing(id -> id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final ValuePool ids;
    private final int[] order;
    private final int[] rowOf;
    private final int[] firstOf;
    private final int[] times;
    private final List<Field> fields;

    RecordTable(ValuePool ids, int[] order, int[] rowOf, int[] firstOf, int[] times, List<Field> fields) {
        this.ids = ids;
        this.order = order;
        this.rowOf = rowOf;
        this.firstOf = firstOf;
        this.times = times;
        this.fields = List.copyOf(fields);
    }

    public int records() {
        return order.length;
    }

    public String id(int record) {
        return ids.text(order[record]);
    }

    /** How many records with other ids had come before a record. */
    public int number(int record) {
        return order[record];
    }

    /** The record with an id, −1 if there is none. */
    public int record(String id) {
        int from = 0;
        int to = order.length - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int found = ID_ORDER.compare(id(middle), id);
            if (found == 0) {
                return middle;
            }
            from = found < 0 ? middle + 1 : from;
            to = found < 0 ? to : middle - 1;
        }
        return -1;
    }

    /** A number that follows from the id of a row's first record alone. */
    public int idNumber(int row) {
        return ids.hash(order[firstOf[row]]);
    }

    /** The number of a row whose first record has that id. */
    public static int idNumber(String id) {
        return ValuePool.hash(id);
    }

    /** The row of a record; rows are numbered in the order of the first record of each. */
    public int row(int record) {
        return rowOf[record];
    }

    /** The first record of a row. */
    public int first(int row) {
        return firstOf[row];
    }

    public int rows() {
        return times.length;
    }

    /** Records of a row. */
    public int times(int row) {
        return times[row];
    }

    public List<Field> fields() {
        return fields;
    }

    /** The same records with frequencies that were learned before, one for each field. */
    public RecordTable counted(List<Frequencies> frequencies, ValueDigests digests) {
        List<Field> counted = IntStream.range(0, fields.size())
                .mapToObj(i -> frequencies.get(i).on(fields.get(i), i, digests))
                .toList();
        return new RecordTable(ids, order, rowOf, firstOf, times, counted);
    }

    /** The first field of a kind. */
    public @Nullable Field field(ColumnKind kind) {
        return fields.stream().filter(field -> field.kind() == kind).findFirst().orElse(null);
    }

    /** Pairs of records that there are. */
    public double pairs() {
        return records() * (records() - 1.0) / 2;
    }
}
