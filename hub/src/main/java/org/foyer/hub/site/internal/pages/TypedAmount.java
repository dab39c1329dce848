package org.foyer.hub.site.internal.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Reads a number that a person typed, with every kind of thousands space, a comma or a point. */
final class TypedAmount {

    private static final int CHARACTERS_MAX = 30;

    private TypedAmount() {}

    /** A whole number, or empty when the text is none. */
    static Optional<Long> count(String text) {
        String plain = plain(text).replaceAll("[.,]", "");
        return plain.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(plain)) : Optional.empty();
    }

    /**
     * An amount in minor units, or empty when the text is none. The last comma or point followed by at most two digits
     * is the decimal sign; what stands before it only groups.
     */
    static Optional<Long> minor(String text, int digits) {
        String plain = plain(text);
        if (!plain.matches("-?[\\d.,]*\\d[\\d.,]*")) {
            return Optional.empty();
        }
        int sign = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
        boolean decimal = sign >= 0 && plain.length() - sign - 1 <= 2;
        String whole = (decimal ? plain.substring(0, sign) : plain).replaceAll("[.,]", "");
        String part = decimal ? plain.substring(sign + 1) : "";
        String number =
                (whole.isEmpty() || whole.equals("-") ? whole + "0" : whole) + (part.isEmpty() ? "" : "." + part);
        BigDecimal minor = new BigDecimal(number).movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
        return minor.precision() > 17 ? Optional.empty() : Optional.of(minor.longValueExact());
    }

    private static String plain(String text) {
        String bounded = text.length() > CHARACTERS_MAX ? "" : text;
        return bounded.replaceAll("[\\s\\u00a0\\u202f\\u2009'’€$£]", "").replace('−', '-');
    }
}
