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
    private static final int SLIPS_MAX = 2;
    private static final int LETTER_BITS = 26;
    private static final int SKETCHED_LETTERS_MAX = (1 << Integer.SIZE - LETTER_BITS) - 1;

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

    @Override
    public boolean isSketched() {
        return true;
    }

    /** The letters of a name of one word and how many there are; 0, which tells nothing, for initials and names of several words. */
    @Override
    public int sketch(String value) {
        int letters = value.length();
        boolean tells = letters > 1 && letters <= SKETCHED_LETTERS_MAX && value.indexOf(' ') < 0;
        return tells ? Sketches.letters(value, 0, letters, LETTER_BITS) | letters << LETTER_BITS : 0;
    }

    /**
     * Each name has letters that the other lacks, so none is the other cut off, and more of them than two slips leave. To be near, Jaro must
     * reach (0.85 − 0.4) / 0.6, so the shares of letters in common come to 1.25 at least, those of lonely letters to 0.75 at most.
     */
    @Override
    public boolean areApart(int sketchA, int sketchB) {
        int lonelyA = Integer.bitCount(sketchA & ~sketchB & (1 << LETTER_BITS) - 1);
        int lonelyB = Integer.bitCount(sketchB & ~sketchA & (1 << LETTER_BITS) - 1);
        int lettersA = sketchA >>> LETTER_BITS;
        int lettersB = sketchB >>> LETTER_BITS;
        return Math.min(lonelyA, lonelyB) > 0
                && Math.max(lonelyA, lonelyB) > SLIPS_MAX
                && 4 * (lonelyA * lettersB + lonelyB * lettersA) > 3 * lettersA * lettersB;
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
        boolean slipped = letters >= 7 && likeness.slips(a, b, SLIPS_MAX) == SLIPS_MAX;
        return cut || like >= NEAR_LEAST || slipped ? NEAR : DIFFERENT;
    }
}
