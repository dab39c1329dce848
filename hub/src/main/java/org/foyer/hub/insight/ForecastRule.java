package org.foyer.hub.insight;

import java.util.List;

/** A way to tell the final sales of a performance from what is known so many days before. */
public enum ForecastRule {
    /** What is sold, and the tickets that comparable shows still sold from that day on (additive pickup). */
    ADDITIVE("additive", false),
    /** What is sold, times what comparable shows had in the end for each ticket of that day (multiplicative pickup). */
    MULTIPLICATIVE("multiplicative", false),
    /** The mean of comparable shows, moved by how far this one is ahead of them or behind (regression on bookings). */
    REGRESSION("regression", false),
    /** What is sold stays as it is. */
    LAST_VALUE("last-value", true),
    /** The mean of comparable shows, whatever is sold. */
    MEAN_LEVEL("mean-level", true),
    /** What was played in the same week a year before, times how the last year compares with the one before it. */
    SAME_WEEK("same-week-last-year", true);

    private final String key;
    private final boolean naive;

    ForecastRule(String key, boolean naive) {
        this.key = key;
        this.naive = naive;
    }

    /** Lower-case name, as the command line and the API write it. */
    public String key() {
        return key;
    }

    /** Whether it is one of those that a forecast must beat to be shown. */
    public boolean naive() {
        return naive;
    }

    /** Those among which the past chooses. */
    public static List<ForecastRule> models() {
        return List.of(ADDITIVE, MULTIPLICATIVE, REGRESSION);
    }
}
