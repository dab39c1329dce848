package org.foyer.hub.insight.internal;

import java.util.List;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.insight.Indicator;

/** A figure being written; nothing is divided by nothing, and what is not measured says why. */
final class Draft {

    private final Indicator indicator;
    private List<Part> parts = List.of();
    private long basis;
    private double coverage = 1;

    Draft(Indicator indicator) {
        this.indicator = indicator;
    }

    Draft basis(long counted) {
        basis = counted;
        return this;
    }

    /** How many of the whole had the columns needed. */
    Draft coverage(long covered, long whole) {
        coverage = whole <= 0 ? 1 : Math.max(0, Math.min(1, (double) covered / whole));
        return this;
    }

    Draft parts(List<Part> made) {
        parts = List.copyOf(made);
        return this;
    }

    Figure value(double value) {
        return new Figure(
                indicator.id(), indicator.version(), indicator.unit(), value, parts, basis, coverage, null, List.of());
    }

    /** A quotient, or not measured when there is nothing to divide by. */
    Figure quotient(long over, long under, String otherwise, String... columns) {
        return under > 0 ? value((double) over / under) : notMeasured(otherwise, columns);
    }

    /** A figure that is its parts, or not measured when there are none. */
    Figure distribution(String otherwise, String... columns) {
        if (parts.isEmpty() || basis <= 0) {
            return notMeasured(otherwise, columns);
        }
        return new Figure(
                indicator.id(), indicator.version(), indicator.unit(), null, parts, basis, coverage, null, List.of());
    }

    /** @param columns those that are missing */
    Figure notMeasured(String code, String... columns) {
        return new Figure(
                indicator.id(), indicator.version(), indicator.unit(), null, List.of(), 0, 0, code, List.of(columns));
    }

    /** A part whose share is of a whole that may be nothing. */
    static Part part(String key, long value, long whole) {
        return new Part(key, value, whole > 0 ? (double) value / whole : 0);
    }
}
