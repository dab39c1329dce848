package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.GivenNames;
import org.foyer.hub.linking.internal.text.Likeness;

/** Given names: everyday forms, one of several names, slips, initials. */
final class FirstNames implements ValueComparison {

    static final int FORM = 2;
    static final int CLOSE = 3;
    static final int NEAR = 4;
    static final int INITIAL = 5;
    static final int SWAPPED = 6;
    static final int DIFFERENT = 7;

    private static final double CLOSE_LEAST = 0.93;
    private static final double NEAR_LEAST = 0.83;
    private static final int SLIP_LETTERS_LEAST = 4;
    private static final int CUT_LETTERS_LEAST = 3;

    private final GivenNames forms = new GivenNames();

    @Override
    public List<String> levels() {
        return List.of("equal", "form", "close", "near", "initial", "swapped", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.72, 0.10, 0.06, 0.03, 0.03, 0.03, 0.03};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? INITIAL : DIFFERENT;
        }
        String joinedA = a.replace(" ", "");
        String joinedB = b.replace(" ", "");
        if (joinedA.equals(joinedB) || forms.areForms(joinedA, joinedB)) {
            return FORM;
        }
        int parts =
                a.indexOf(' ') >= 0 || b.indexOf(' ') >= 0 ? parts(a.split(" "), b.split(" "), likeness) : DIFFERENT;
        return Math.min(parts, word(joinedA, joinedB, likeness));
    }

    /** Several names in a cell: the first ones decide, then whether one cell holds a name of the other. */
    private int parts(String[] a, String[] b, Likeness likeness) {
        int best = DIFFERENT;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                int level = word(a[i], b[j], likeness);
                boolean leading = i == 0 && j == 0;
                best = Math.min(
                        best, level == INITIAL && !leading ? DIFFERENT : leading ? level : Math.max(level, NEAR));
            }
        }
        return best;
    }

    private int word(String a, String b, Likeness likeness) {
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? INITIAL : DIFFERENT;
        }
        if (a.equals(b) || forms.areForms(a, b)) {
            return FORM;
        }
        double likelihood = likeness.jaroWinkler(a, b);
        boolean slip = Math.min(a.length(), b.length()) >= SLIP_LETTERS_LEAST && likeness.slips(a, b, 1) == 1;
        if (likelihood >= CLOSE_LEAST || slip) {
            return CLOSE;
        }
        boolean cut = Math.min(a.length(), b.length()) >= CUT_LETTERS_LEAST && (a.startsWith(b) || b.startsWith(a));
        return cut || likelihood >= NEAR_LEAST ? NEAR : DIFFERENT;
    }
}
