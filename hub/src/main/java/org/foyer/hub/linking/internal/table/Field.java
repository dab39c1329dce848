package org.foyer.hub.linking.internal.table;

import java.util.Arrays;
import org.foyer.hub.linking.ColumnKind;
import org.jspecify.annotations.Nullable;

/** One thing that records are compared by: the number of its value for each row, −1 where nothing is known. */
public final class Field {

    public static final int MISSING = -1;

    private final String name;
    private final ColumnKind kind;
    private final ValuePool pool;
    private int[] codes;
    private final int stride;
    private final int offset;
    private int[] counts = {};
    private @Nullable Counts learned;
    private @Nullable DateHabits habits;

    /** How often each value occurred in another table, by its number here, and how many records had any. */
    private record Counts(int[] byCode, long known) {}

    Field(String name, ColumnKind kind, ValuePool pool, int[] codes) {
        this.name = name;
        this.kind = kind;
        this.pool = pool;
        this.codes = codes;
        this.stride = 1;
        this.offset = 0;
        count();
    }

    private Field(Field whole, int[] codes, int stride, int offset) {
        this.name = whole.name;
        this.kind = whole.kind;
        this.pool = whole.pool;
        this.codes = codes;
        this.stride = stride;
        this.offset = offset;
        this.counts = whole.counts;
        this.learned = whole.learned;
        this.habits = whole.habits;
    }

    /** The same field with the frequencies of another table, from which was learned. */
    Field counted(int[] byCode, long known) {
        Field field = new Field(this, codes, stride, offset);
        field.learned = new Counts(byCode, known);
        return field;
    }

    /** The same field over other rows. */
    Field over(int[] matrix, int stride, int offset) {
        return new Field(this, matrix, stride, offset);
    }

    /** Goes on with a larger matrix that begins with the same rows. */
    void grow(int[] matrix) {
        codes = matrix;
    }

    Field with(DateHabits seen) {
        habits = seen;
        return this;
    }

    /** How dates are written, for a field of dates. */
    @Nullable
    DateHabits habits() {
        return habits;
    }

    /**
     * The same field with some of its records only; values are counted as before.
     *
     * @param matrix where the numbers of all fields of a row stand side by side, since a pair of rows needs them all at once
     */
    Field only(int[] records, int[] matrix, int stride, int offset) {
        for (int i = 0; i < records.length; i++) {
            matrix[i * stride + offset] = codes[records[i]];
        }
        return new Field(this, matrix, stride, offset);
    }

    private void count() {
        counts = new int[pool.size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
    }

    /** The column, in the words of the configuration. */
    public String name() {
        return name;
    }

    public ColumnKind kind() {
        return kind;
    }

    public ValuePool pool() {
        return pool;
    }

    public int code(int row) {
        return codes[row * stride + offset];
    }

    /** The value of a row, empty where nothing is known. */
    public String text(int row) {
        int code = code(row);
        return code < 0 ? "" : pool.text(code);
    }

    /** Records that have the value, among those that frequencies were learned from. */
    public int count(int code) {
        int[] frequencies = learned == null ? counts : learned.byCode;
        return code < frequencies.length ? frequencies[code] : 0;
    }

    /** Whether a record had the value when the table was made. */
    public boolean occurs(int code) {
        return code < counts.length && counts[code] > 0;
    }

    /** Records that have a value, among those that frequencies were learned from. */
    public long known() {
        return learned == null ? filled() : learned.known;
    }

    /** Records of this table that have a value. */
    public long filled() {
        return Arrays.stream(counts).asLongStream().sum();
    }
}
