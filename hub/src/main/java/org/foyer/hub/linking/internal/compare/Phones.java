package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Telephone numbers: the same last digits behind another prefix, or one slip. */
final class Phones implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int DIFFERENT = 3;
    private static final int TAIL_DIGITS = 8;

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
}
