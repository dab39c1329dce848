package org.foyer.hub.linking.internal.text;

/**
 * How alike two words are. An object serves one thread; it keeps its working arrays.
 *
 * <p>Jaro–Winkler after Winkler (1990); the distance is Damerau–Levenshtein in its optimal string alignment form, counted only up
 * to a limit.
 */
public final class Likeness {

    /** Longer words are compared by their first letters. */
    public static final int LETTERS_MAX = 64;

    private static final double PREFIX_WEIGHT = 0.1;

    private long takenA;
    private long takenB;
    private int[] before = new int[LETTERS_MAX + 1];
    private int[] last = new int[LETTERS_MAX + 1];
    private int[] next = new int[LETTERS_MAX + 1];

    /** From 0 (nothing in common) to 1 (the same). */
    public double jaroWinkler(CharSequence a, CharSequence b) {
        int m = Math.min(LETTERS_MAX, a.length());
        int n = Math.min(LETTERS_MAX, b.length());
        if (m == 0 || n == 0) {
            return 0;
        }
        int common = common(a, m, b, n);
        if (common == 0) {
            return 0;
        }
        double swaps = swaps(a, m, b) / 2.0;
        double jaro = (common / (double) m + common / (double) n + (common - swaps) / common) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(m, n)) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private int common(CharSequence a, int m, CharSequence b, int n) {
        takenA = 0;
        takenB = 0;
        int window = Math.max(0, Math.max(m, n) / 2 - 1);
        int common = 0;
        for (int i = 0; i < m; i++) {
            int to = Math.min(n, i + window + 1);
            char letter = a.charAt(i);
            for (int j = Math.max(0, i - window); j < to; j++) {
                if (letter == b.charAt(j) && (takenB >>> j & 1) == 0) {
                    takenA |= 1L << i;
                    takenB |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    private int swaps(CharSequence a, int m, CharSequence b) {
        int swaps = 0;
        int j = 0;
        for (int i = 0; i < m; i++) {
            if ((takenA >>> i & 1) != 0) {
                while ((takenB >>> j & 1) == 0) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    swaps++;
                }
                j++;
            }
        }
        return swaps;
    }

    /** Slips (a letter more, less, changed, or two neighbours swapped) between two words, or {@code most + 1} if there are more. */
    public int slips(CharSequence a, CharSequence b, int most) {
        int m = Math.min(LETTERS_MAX, a.length());
        int n = Math.min(LETTERS_MAX, b.length());
        if (Math.abs(m - n) > most) {
            return most + 1;
        }
        if (most == 1) {
            return slipsUpToOne(a, m, b, n);
        }
        for (int j = 0; j <= n; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= m; i++) {
            if (row(a, i, b, n) > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = next;
            next = free;
        }
        return Math.min(most + 1, last[n]);
    }

    /** What is left between the letters that both words begin and end with is one slip or more. */
    private static int slipsUpToOne(CharSequence a, int m, CharSequence b, int n) {
        int from = 0;
        while (from < m && from < n && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = m;
        int endB = n;
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int longer = Math.max(endA, endB) - from;
        if (longer <= 1) {
            return longer;
        }
        boolean swapped = endA == from + 2
                && endB == from + 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        return swapped ? 1 : 2;
    }

    /** Fills row {@code i} into {@code next} and gives its least value. */
    private int row(CharSequence a, int i, CharSequence b, int n) {
        next[0] = i;
        int least = i;
        for (int j = 1; j <= n; j++) {
            int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
            int value = Math.min(Math.min(last[j] + 1, next[j - 1] + 1), last[j - 1] + cost);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                value = Math.min(value, before[j - 2] + 1);
            }
            next[j] = value;
            least = Math.min(least, value);
        }
        return least;
    }
}
