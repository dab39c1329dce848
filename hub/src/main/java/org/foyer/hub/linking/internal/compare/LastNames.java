package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Surnames: double names and names before marriage, slips, names cut off. */
final class LastNames implements ValueComparison {

    static final int PART = 2;
    static final int CLOSE = 3;
    static final int NEAR = 4;
    static final int DIFFERENT = 5;

    private static final double CLOSE_LEAST = 0.94;
    private static final double NEAR_LEAST = 0.85;
    private static final int SLIP_LETTERS_LEAST = 4;
    private static final int PART_LETTERS_LEAST = 3;

    @Override
    public List<String> levels() {
        return List.of("equal", "part", "close", "near", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.78, 0.04, 0.08, 0.03, 0.07};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        int best = word(a.replace(" ", ""), b.replace(" ", ""), likeness);
        if (best > PART && (a.indexOf(' ') >= 0 || b.indexOf(' ') >= 0) && CommonWord.isIn(a, b, PART_LETTERS_LEAST)) {
            return PART;
        }
        return best;
    }

    private static int word(String a, String b, Likeness likeness) {
        if (a.equals(b)) {
            return PART;
        }
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? NEAR : DIFFERENT;
        }
        int letters = Math.min(a.length(), b.length());
        double like = likeness.jaroWinkler(a, b);
        if (like >= CLOSE_LEAST || letters >= SLIP_LETTERS_LEAST && likeness.slips(a, b, 1) == 1) {
            return CLOSE;
        }
        boolean cut = letters >= PART_LETTERS_LEAST && (a.startsWith(b) || b.startsWith(a));
        return cut || like >= NEAR_LEAST || letters >= 7 && likeness.slips(a, b, 2) == 2 ? NEAR : DIFFERENT;
    }
}
