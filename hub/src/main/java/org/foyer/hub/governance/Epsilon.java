package org.foyer.hub.governance;

import java.math.BigInteger;

/**
 * How much an answer may tell of one person, as a fraction: with or without them, no answer is likelier than e to this power times
 * (differential privacy; Dwork and others 2006). Never a floating number, so that spending is added up to the last part.
 *
 * @param over at least 0
 * @param under at least 1; always in lowest terms
 */
public record Epsilon(long over, long under) implements Comparable<Epsilon> {

    public static final Epsilon NONE = new Epsilon(0, 1);

    /** @throws IllegalArgumentException when it is no such fraction */
    public Epsilon {
        if (over < 0 || under < 1) {
            throw new IllegalArgumentException(over + "/" + under);
        }
        long common = Math.max(
                1, BigInteger.valueOf(over).gcd(BigInteger.valueOf(under)).longValueExact());
        over /= common;
        under /= common;
    }

    /**
     * Reads "1/2" or "1".
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Epsilon parse(String text) {
        if (!text.matches("\\d{1,6}(/\\d{1,6})?")) {
            throw new IllegalArgumentException("not a fraction: " + text);
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? new Epsilon(Long.parseLong(text), 1)
                : new Epsilon(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /** @throws ArithmeticException when the fraction no longer fits, which fractions of answers never come near */
    public Epsilon plus(Epsilon other) {
        return new Epsilon(
                Math.addExact(Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
                Math.multiplyExact(under, other.under));
    }

    /** What is left of this after that; nothing when that is more. */
    public Epsilon less(Epsilon other) {
        return compareTo(other) <= 0
                ? NONE
                : new Epsilon(
                        Math.subtractExact(
                                Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
                        Math.multiplyExact(under, other.under));
    }

    @Override
    public int compareTo(Epsilon other) {
        return Long.compare(Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under));
    }

    @Override
    public String toString() {
        return under == 1 ? Long.toString(over) : over + "/" + under;
    }
}
