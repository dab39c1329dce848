package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Addresses: the same number in a street spelt alike, the same street. */
final class Addresses implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int STREET = 3;
    private static final int DIFFERENT = 4;
    private static final double STREET_LEAST = 0.92;
    private static final int LETTER_BITS = 26;

    /** Jaro must reach (0.92 − 0.4) / 0.6, so the shares of letters in common come to 1.6 at least, those of lonely letters to 0.4. */
    private static final double LONELY_SHARE = 0.4;

    @Override
    public List<String> levels() {
        return List.of("equal", "close", "street", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.72, 0.10, 0.03, 0.15};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        String streetA = letters(a);
        String streetB = letters(b);
        boolean street = streetA.equals(streetB)
                || !streetA.isEmpty() && !streetB.isEmpty() && likeness.jaroWinkler(streetA, streetB) >= STREET_LEAST;
        boolean number = number(a).equals(number(b));
        if (street) {
            return number ? CLOSE : STREET;
        }
        return number && likeness.slips(streetA, streetB, 2) <= 2 ? CLOSE : DIFFERENT;
    }

    @Override
    public boolean isSketched() {
        return true;
    }

    /** The letters of the street and how many there are. */
    @Override
    public int sketch(String value) {
        String street = letters(value);
        int letters = Math.min(Likeness.LETTERS_MAX, street.length());
        return Sketches.letters(street, 0, letters, LETTER_BITS) | Math.max(0, letters - 1) << LETTER_BITS;
    }

    /** Each word has letters of its own that the other lacks; likeness falls with their share (see Jaro's formula). */
    @Override
    public boolean areApart(int sketchA, int sketchB) {
        int lonely = Integer.bitCount((sketchA ^ sketchB) & (1 << LETTER_BITS) - 1);
        int letters = Math.max(sketchA >>> LETTER_BITS, sketchB >>> LETTER_BITS) + 1;
        return lonely > 4 && lonely > LONELY_SHARE * letters;
    }

    private static String number(String address) {
        int from = 0;
        while (from < address.length() && !Character.isDigit(address.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < address.length() && Character.isDigit(address.charAt(to))) {
            to++;
        }
        return address.substring(from, to);
    }

    private static String letters(String address) {
        StringBuilder letters = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char letter = address.charAt(i);
            if (Character.isLetter(letter)) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }
}
