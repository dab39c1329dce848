package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Places and descriptions: slips, one inside the other, a word in common. */
final class Words implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int PART = 3;
    private static final int DIFFERENT = 4;
    private static final double CLOSE_LEAST = 0.92;
    private static final int WORD_LETTERS_LEAST = 4;

    private final double[] usual;

    Words(double... usual) {
        this.usual = usual;
    }

    @Override
    public List<String> levels() {
        return List.of("equal", "close", "part", "different");
    }

    @Override
    public double[] usual() {
        return usual.clone();
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        if (likeness.jaroWinkler(a, b) >= CLOSE_LEAST
                || a.length() > WORD_LETTERS_LEAST && likeness.slips(a, b, 1) == 1) {
            return CLOSE;
        }
        boolean several = a.indexOf(' ') >= 0 || b.indexOf(' ') >= 0;
        return several && CommonWord.isIn(a, b, WORD_LETTERS_LEAST) ? PART : DIFFERENT;
    }
}
