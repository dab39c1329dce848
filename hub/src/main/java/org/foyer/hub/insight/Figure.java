package org.foyer.hub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with its definition version.
 *
 * @param indicator id in the dictionary
 * @param value ratio, minor units, tickets or days; null when not measured, and for a distribution or a curve, which have parts
 * @param parts for a distribution: its classes in order; for some others what the value is made of
 * @param basis how much it rests on: seats on sale, tickets, orders or performances counted
 * @param coverage from 0 to 1, the share of performances or tickets that had the columns it needs; 1 when all had
 * @param notMeasured stable code of why there is no value, null when there is one
 * @param missing the columns or facts that are missing
 */
public record Figure(
        String indicator,
        int version,
        String unit,
        @Nullable Double value,
        List<Part> parts,
        long basis,
        double coverage,
        @Nullable String notMeasured,
        List<String> missing) {

    /**
     * One class of a distribution.
     *
     * @param key stable key: a class, a kind, a number of days, a weekday or month number
     * @param value tickets, unless the dictionary says otherwise
     * @param share from 0 to 1 of the whole that the figure counts
     */
    public record Part(String key, double value, double share) {}
}
