package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.table.ValuePool;
import org.foyer.hub.linking.internal.text.Likeness;
import org.foyer.hub.linking.internal.text.Places;

/** Postcodes: the same quarter, district or region, or one slip. */
final class Postcodes implements ValueComparison {

    private static final int QUARTER = 2;
    private static final int DISTRICT = 3;
    private static final int REGION = 4;
    private static final int DIFFERENT = 5;
    private static final int LETTER_BITS = 26;
    private static final int FIRST_MAX = (1 << Integer.SIZE - LETTER_BITS) - 1;

    @Override
    public List<String> levels() {
        return List.of("equal", "quarter", "district", "region", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.62, 0.12, 0.06, 0.08, 0.12};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        if (samePart(a, b, 1) || likeness.slips(a, b, 1) == 1) {
            return QUARTER;
        }
        if (samePart(a, b, 2)) {
            return DISTRICT;
        }
        return samePart(a, b, 3) ? REGION : DIFFERENT;
    }

    @Override
    public boolean isSketched() {
        return true;
    }

    /** Any part that two codes share begins with their first letter. */
    @Override
    public int sketch(String value) {
        int first = ValuePool.mix(value.charAt(0)) & FIRST_MAX;
        return Sketches.letters(value, 0, value.length(), LETTER_BITS) | first << LETTER_BITS;
    }

    @Override
    public boolean areApart(int sketchA, int sketchB) {
        int changed = sketchA ^ sketchB;
        return changed >>> LETTER_BITS != 0 && Integer.bitCount(changed & (1 << LETTER_BITS) - 1) > 2;
    }

    private static boolean samePart(String a, String b, int step) {
        String part = Places.postcodePart(a, step);
        return !part.isEmpty() && part.equals(Places.postcodePart(b, step));
    }
}
