package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Telephone numbers: the same last digits behind another prefix, or one slip. */
final class Phones implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int DIFFERENT = 3;
    private static final int TAIL_DIGITS = 8;
    private static final int TIMES_BITS = 3;
    private static final int TIMES_MAX = (1 << TIMES_BITS) - 1;

    @Override
    public List<String> levels() {
        return List.of("equal", "close", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.70, 0.06, 0.24};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        boolean tail = a.length() >= TAIL_DIGITS && b.endsWith(a.substring(a.length() - TAIL_DIGITS));
        return tail || likeness.slips(a, b, 1) == 1 ? CLOSE : DIFFERENT;
    }

    @Override
    public boolean isSketched() {
        return true;
    }

    /** How often each digit stands among the last ones. */
    @Override
    public int sketch(String value) {
        int[] times = new int[10];
        for (int i = Math.max(0, value.length() - TAIL_DIGITS); i < value.length(); i++) {
            times[Math.floorMod(value.charAt(i) - '0', times.length)]++;
        }
        int sketch = 0;
        for (int digit = 0; digit < times.length; digit++) {
            sketch |= Math.min(TIMES_MAX, times[digit]) << digit * TIMES_BITS;
        }
        return sketch;
    }

    @Override
    public boolean areApart(int sketchA, int sketchB) {
        int changes = 0;
        for (int shift = 0; shift < 10 * TIMES_BITS; shift += TIMES_BITS) {
            changes += Math.abs((sketchA >>> shift & TIMES_MAX) - (sketchB >>> shift & TIMES_MAX));
        }
        return changes > 2;
    }
}
