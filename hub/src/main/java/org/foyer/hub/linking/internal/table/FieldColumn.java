package org.foyer.hub.linking.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.linking.ColumnKind;

/** The values of one field while records come in. */
final class FieldColumn {

    /** Numbers are kept in pieces, so that growing copies nothing. */
    private static final int PIECE_BITS = 14;

    /** What people write for nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "null", "none", "nan", "na", "n a", "unknown", "inconnu", "unbekannt", "onbekend", "xxx", "x");

    private final String name;
    private final ColumnKind kind;
    private final ValuePool pool;
    private final String[] written;
    private final int[] known;
    private final List<int[]> codes = new ArrayList<>();
    private int size;

    /** @param remembered cells remembered as they were written, so that the usual ones are made alike once; a power of two */
    FieldColumn(String name, ColumnKind kind, ValuePool pool, int remembered) {
        this.written = new String[remembered];
        this.known = new int[remembered];
        this.name = name;
        this.kind = kind;
        this.pool = pool;
    }

    /** Begins a record, of which nothing is known yet. */
    void next() {
        if (size++ >>> PIECE_BITS == codes.size()) {
            codes.add(new int[1 << PIECE_BITS]);
        }
        set(Field.MISSING);
    }

    private void set(int code) {
        codes.get(size - 1 >>> PIECE_BITS)[size - 1 & (1 << PIECE_BITS) - 1] = code;
    }

    private int get(int record) {
        return codes.get(record >>> PIECE_BITS)[record & (1 << PIECE_BITS) - 1];
    }

    boolean isEmpty() {
        return get(size - 1) == Field.MISSING;
    }

    String text() {
        return isEmpty() ? "" : pool.text(get(size - 1));
    }

    void put(Normaliser normaliser, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        int slot = ValuePool.mix(cell.hashCode()) & written.length - 1;
        if (!cell.equals(written[slot])) {
            String value = normaliser.value(kind, cell);
            written[slot] = cell;
            known[slot] = isNothing(value) ? Field.MISSING : pool.add(value);
        }
        set(known[slot]);
    }

    void putPlain(String value) {
        set(isNothing(value) ? Field.MISSING : pool.add(value));
    }

    private static boolean isNothing(String value) {
        return value.length() <= 9 && NOTHING.contains(value.toLowerCase(Locale.ROOT));
    }

    /** @param order the record that comes first, second, … */
    Field finish(int[] order, boolean monthFirstByDefault) {
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = get(order[i]);
        }
        codes.clear();
        return kind == ColumnKind.DATE
                ? DateHabits.seenIn(pool, sorted, monthFirstByDefault).field(name, pool, sorted)
                : new Field(name, kind, pool, sorted);
    }
}
