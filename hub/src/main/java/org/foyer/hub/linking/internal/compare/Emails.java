package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** E-mail addresses: the same name at another provider, or slips. */
final class Emails implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int DIFFERENT = 3;
    private static final int LOCAL_LETTERS_LEAST = 6;

    @Override
    public List<String> levels() {
        return List.of("equal", "close", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.70, 0.08, 0.22};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        int atA = a.indexOf('@');
        int atB = b.indexOf('@');
        if (atA < 0 || atB < 0) {
            return DIFFERENT;
        }
        boolean local = atA == atB && atA >= LOCAL_LETTERS_LEAST && a.regionMatches(0, b, 0, atA);
        return local || likeness.slips(a, b, 1) == 1 ? CLOSE : DIFFERENT;
    }

    @Override
    public boolean isSketched() {
        return true;
    }

    @Override
    public int sketch(String value) {
        return Sketches.letters(value, 0, Math.max(0, value.indexOf('@')), Integer.SIZE);
    }

    @Override
    public boolean areApart(int sketchA, int sketchB) {
        return Integer.bitCount(sketchA ^ sketchB) > 2;
    }
}
