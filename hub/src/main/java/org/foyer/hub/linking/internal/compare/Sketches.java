package org.foyer.hub.linking.internal.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.ValuePool;

/**
 * A few bits of each distinct value, which tell most values apart that have nothing in common, without their letters. Made once for a
 * table; serves all threads.
 */
public final class Sketches {

    private final ValueComparison[] comparisons;
    private final int[] different;
    private final int[][] sketches;

    private Sketches(List<Field> fields) {
        comparisons = fields.stream().map(field -> Comparisons.of(field.kind())).toArray(ValueComparison[]::new);
        different = new int[comparisons.length];
        sketches = new int[comparisons.length][];
        IntStream.range(0, comparisons.length).parallel().forEach(i -> {
            different[i] = comparisons[i].levels().size();
            sketches[i] = comparisons[i].isSketched() ? sketched(fields.get(i).pool(), comparisons[i]) : new int[0];
        });
    }

    public static Sketches of(List<Field> fields) {
        return new Sketches(fields);
    }

    private static int[] sketched(ValuePool pool, ValueComparison comparison) {
        int[] sketches = new int[pool.size()];
        for (int code = 0; code < sketches.length; code++) {
            sketches[code] = comparison.sketch(pool.text(code));
        }
        return sketches;
    }

    /** The level {@code different} if it is that for sure, else 0. */
    int level(int field, int codeA, int codeB) {
        int[] bits = sketches[field];
        boolean apart =
                codeA < bits.length && codeB < bits.length && comparisons[field].areApart(bits[codeA], bits[codeB]);
        return apart ? different[field] : 0;
    }

    /** A bit for each letter and digit that a word has, shared by some: a slip changes two of them at most. */
    static int letters(CharSequence word, int from, int to, int bits) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            char letter = word.charAt(i);
            int number = letter >= 'a' && letter <= 'z' ? letter - 'a' : ValuePool.mix(letter) & Integer.MAX_VALUE;
            letters |= 1 << number % bits;
        }
        return letters;
    }
}
