package org.foyer.hub.linking.internal.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many records of a table have each value of one of its fields, kept without the values ({@link ValueDigests}). Values of fewer than
 * {@value #LEAST} records are not kept: they all weigh the same, as one that nobody has.
 */
public final class Frequencies {

    static final int LEAST = 3;

    private final long known;
    private final long[] values;
    private final int[] times;

    private Frequencies(long known, long[] values, int[] times) {
        this.known = known;
        this.values = values;
        this.times = times;
    }

    /** Of a field as its table counts it. @param position of the field in the table */
    public static Frequencies of(Field field, int position, ValueDigests digests) {
        long[] pairs = IntStream.range(0, field.pool().size())
                .filter(code -> field.occurs(code) && field.count(code) >= LEAST)
                .mapToLong(code -> digests.of(position, code))
                .sorted()
                .toArray();
        int[] times = new int[pairs.length];
        for (int code = 0; code < field.pool().size(); code++) {
            if (field.occurs(code) && field.count(code) >= LEAST) {
                times[Arrays.binarySearch(pairs, digests.of(position, code))] = field.count(code);
            }
        }
        return new Frequencies(field.known(), pairs, times);
    }

    /** Records that had a value of the field. */
    public long known() {
        return known;
    }

    /** The field of another table, with these frequencies in the place of its own. */
    Field on(Field field, int position, ValueDigests digests) {
        int[] byCode = new int[field.pool().size()];
        for (int code = 0; code < byCode.length; code++) {
            if (field.occurs(code)) {
                int found = Arrays.binarySearch(values, digests.of(position, code));
                byCode[code] = found < 0 ? 0 : times[found];
            }
        }
        return field.counted(byCode, known);
    }

    /** Without those of values that no record of a table has; nobody who is there comes to weigh otherwise by it. */
    public Frequencies present(Field field, int position, ValueDigests digests) {
        boolean[] there = new boolean[values.length];
        for (int code = 0; code < field.pool().size(); code++) {
            int found = field.occurs(code) ? Arrays.binarySearch(values, digests.of(position, code)) : -1;
            if (found >= 0) {
                there[found] = true;
            }
        }
        int[] kept = IntStream.range(0, values.length).filter(i -> there[i]).toArray();
        return new Frequencies(
                known,
                Arrays.stream(kept).mapToLong(i -> values[i]).toArray(),
                Arrays.stream(kept).map(i -> times[i]).toArray());
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeLong(known);
        out.writeInt(values.length);
        for (int i = 0; i < values.length; i++) {
            out.writeLong(values[i]);
            out.writeInt(times[i]);
        }
    }

    public static Frequencies read(DataInputStream in) throws IOException {
        long known = in.readLong();
        long[] values = new long[in.readInt()];
        int[] times = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
            times[i] = in.readInt();
        }
        return new Frequencies(known, values, times);
    }
}
