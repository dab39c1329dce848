package org.foyer.bench;

import java.util.Locale;

/** A bar and whether the median met it. */
final class Bar {

    private Bar() {}

    static String atLeast(double bar, double measured) {
        return text("≥", bar, measured >= bar);
    }

    static String atMost(double bar, double measured) {
        return text("≤", bar, measured <= bar);
    }

    private static String text(String sign, double bar, boolean met) {
        return sign + " " + (bar < 10 ? String.valueOf(bar) : String.format(Locale.ROOT, "%,.0f", bar)) + ": "
                + (met ? "met" : "**missed**");
    }
}
