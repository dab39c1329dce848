package org.foyer.hub.linking.internal.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.linking.ColumnKind;

/** The values of one field while records come in. */
final class FieldColumn {

    /** Cells remembered as they were written, so that the usual ones are made alike once. A power of two. */
    private static final int REMEMBERED = 1 << 14;

    /** What people write for nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "null", "none", "nan", "na", "n a", "unknown", "inconnu", "unbekannt", "onbekend", "xxx", "x");

    private final String name;
    private final ColumnKind kind;
    private final ValuePool pool;
    private final String[] written = new String[REMEMBERED];
    private final int[] known = new int[REMEMBERED];
    private int[] codes = new int[1 << 10];
    private int size;

    FieldColumn(String name, ColumnKind kind, ValuePool pool) {
        this.name = name;
        this.kind = kind;
        this.pool = pool;
    }

    /** Begins a record, of which nothing is known yet. */
    void next() {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size + (size >> 1));
        }
        codes[size++] = Field.MISSING;
    }

    boolean isEmpty() {
        return codes[size - 1] == Field.MISSING;
    }

    String text() {
        return isEmpty() ? "" : pool.text(codes[size - 1]);
    }

    void put(Normaliser normaliser, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        int slot = ValuePool.mix(cell.hashCode()) & REMEMBERED - 1;
        if (!cell.equals(written[slot])) {
            String value = normaliser.value(kind, cell);
            written[slot] = cell;
            known[slot] = isNothing(value) ? Field.MISSING : pool.add(value);
        }
        codes[size - 1] = known[slot];
    }

    void putPlain(String value) {
        codes[size - 1] = isNothing(value) ? Field.MISSING : pool.add(value);
    }

    private static boolean isNothing(String value) {
        return value.length() <= 9 && NOTHING.contains(value.toLowerCase(Locale.ROOT));
    }

    /** @param order the record that comes first, second, … */
    Field finish(int[] order, boolean monthFirstByDefault) {
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = codes[order[i]];
        }
        codes = new int[0];
        return kind == ColumnKind.DATE
                ? DateHabits.seenIn(pool, sorted, monthFirstByDefault).field(name, pool, sorted)
                : new Field(name, kind, pool, sorted);
    }
}
