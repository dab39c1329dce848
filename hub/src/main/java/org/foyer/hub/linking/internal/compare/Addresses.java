package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Addresses: the same number in a street spelt alike, the same street. */
final class Addresses implements ValueComparison {

    private static final int CLOSE = 2;
    private static final int STREET = 3;
    private static final int DIFFERENT = 4;
    private static final double STREET_LEAST = 0.92;

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
