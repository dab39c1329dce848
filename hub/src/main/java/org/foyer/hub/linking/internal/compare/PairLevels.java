package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.ValuePool;
import org.foyer.hub.linking.internal.text.Likeness;
import org.jspecify.annotations.Nullable;

/** Compares records field by field, each pair of distinct values once as long as memory lasts. An object serves one thread. */
public final class PairLevels {

    /** Level of a given name that stands where the other record has the surname, and the other way round. */
    public static final int SWAPPED = FirstNames.SWAPPED;

    private static final int SLOTS = 1 << 16;

    /** Pairs of values of a field that has more than these hardly come twice. */
    private static final int VALUES_MAX = 1 << 16;

    private final Field[] fields;
    private final Sketches sketches;
    private final ValueComparison[] comparisons;
    private final @Nullable LevelMemory[] memories;
    private final LevelMemory crossed = new LevelMemory(SLOTS);
    private final Likeness likeness = new Likeness();
    private final int first;
    private final int last;

    public PairLevels(List<Field> fields, Sketches sketches) {
        this.sketches = sketches;
        this.fields = fields.toArray(Field[]::new);
        this.comparisons =
                fields.stream().map(field -> Comparisons.of(field.kind())).toArray(ValueComparison[]::new);
        this.memories = new LevelMemory[this.fields.length];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = this.fields[i].pool().size() > VALUES_MAX ? null : new LevelMemory(SLOTS);
        }
        this.first = position(ColumnKind.FIRST_NAME);
        this.last = position(ColumnKind.LAST_NAME);
    }

    private int position(ColumnKind kind) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** Fills the level of each field. @param levels as many as there are fields */
    public void compare(int a, int b, int[] levels) {
        look(a, b, levels);
        for (int i = 0; i < fields.length; i++) {
            compareField(i, a, b, levels);
        }
        compareSwapped(a, b, levels);
    }

    /** Fills 0 for each field that is missing, 1 for one that is equal, 2 for one that is different in some way. */
    public void look(int a, int b, int[] levels) {
        for (int i = 0; i < fields.length; i++) {
            int codeA = fields[i].code(a);
            int codeB = fields[i].code(b);
            levels[i] = codeA < 0 || codeB < 0 ? 0 : codeA == codeB ? 1 : 2;
        }
    }

    /** Finds the level of a field looked at. */
    public void compareField(int field, int a, int b, int[] levels) {
        if (levels[field] > 1) {
            levels[field] = level(field, fields[field].code(a), fields[field].code(b));
        }
    }

    /** Finds out whether given name and surname stand in each other's place, once both are compared. */
    public void compareSwapped(int a, int b, int[] levels) {
        if (first >= 0 && last >= 0 && levels[first] != 1 && levels[last] != 1) {
            lookForSwap(a, b, levels);
        }
    }

    private int level(int field, int codeA, int codeB) {
        int apart = sketches.level(field, codeA, codeB);
        if (apart > 0) {
            return apart;
        }
        LevelMemory memory = memories[field];
        if (memory == null) {
            return compared(field, codeA, codeB);
        }
        long pair = pair(codeA, codeB);
        int level = memory.get(pair);
        if (level == 0) {
            level = compared(field, codeA, codeB);
            memory.put(pair, level);
        }
        return level;
    }

    private int compared(int field, int codeA, int codeB) {
        ValuePool pool = fields[field].pool();
        String a = pool.text(codeA);
        String b = pool.text(codeB);
        boolean inOrder = a.compareTo(b) < 0; // Jaro's matching is not quite the same both ways round
        return comparisons[field].level(inOrder ? a : b, inOrder ? b : a, likeness);
    }

    private static long pair(int codeA, int codeB) {
        return (long) Math.min(codeA, codeB) << 32 | Math.max(codeA, codeB) + 1L;
    }

    /** Given name and surname in each other's place, in one of the records. */
    private void lookForSwap(int a, int b, int[] levels) {
        boolean firstIsBad = levels[first] == 0 || levels[first] >= FirstNames.INITIAL;
        boolean lastIsBad = levels[last] == 0 || levels[last] >= LastNames.NEAR;
        if (!firstIsBad || !lastIsBad) {
            return;
        }
        int forth = cross(fields[first].code(a), fields[last].code(b));
        int back = cross(fields[last].code(a), fields[first].code(b));
        boolean oneMissing = levels[first] == 0 || levels[last] == 0;
        boolean both = isAlike(forth) && isAlike(back);
        if (both || oneMissing && (forth == 1 && back == 0 || back == 1 && forth == 0)) {
            levels[first] = SWAPPED; // which tells of both names
            levels[last] = 1;
        }
    }

    private static boolean isAlike(int level) {
        return level > 0 && level <= LastNames.CLOSE;
    }

    private int cross(int codeA, int codeB) {
        if (codeA < 0 || codeB < 0) {
            return 0;
        }
        if (codeA == codeB) {
            return 1;
        }
        int apart = sketches.level(last, codeA, codeB); // names share their numbers
        if (apart > 0) {
            return apart;
        }
        long pair = pair(codeA, codeB);
        int level = crossed.get(pair);
        if (level == 0) {
            level = compared(last, codeA, codeB);
            crossed.put(pair, level);
        }
        return level;
    }
}
