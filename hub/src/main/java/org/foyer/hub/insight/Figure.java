package org.foyer.hub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with its definition version.
 *
 * @param indicator id in the dictionary
 * @param value ratio from 0 to 1, minor units, tickets or days; null when not measured
 * @param parts for a distribution: its classes in order
 * @param basis how much it rests on, for instance tickets counted
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
        @Nullable String notMeasured,
        List<String> missing) {

    /**
     * One class of a distribution.
     *
     * @param key stable key (a class, a kind, a month number) or the house's own word
     */
    public record Part(String key, double value, double share) {}
}
