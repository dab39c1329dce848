package org.foyer.hub.exchange;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a data product when it was published.
 *
 * @param day of the measurement, in the zone of the house
 * @param upTo last day that the data tells of; null without rows
 * @param completeness share of the rows in which a column is filled, from 0 to 1, in the order of the columns; empty without rows
 * @param unclassified share, from 0 to 1, of what no common word or capacity is known for; null without anything
 */
public record ProductQuality(
        LocalDate day,
        @Nullable LocalDate upTo,
        long rows,
        Map<String, Double> completeness,
        @Nullable Double unclassified) {

    /** Days between the last day that the data tells of and the measurement, at least 0; null without rows. */
    public @Nullable Long daysBehind() {
        return upTo == null ? null : Math.max(0, upTo.until(day, java.time.temporal.ChronoUnit.DAYS));
    }

    /** Mean of the completeness of all columns; null without rows. */
    public @Nullable Double complete() {
        return completeness.isEmpty()
                ? null
                : completeness.values().stream().mapToDouble(share -> share).sum() / completeness.size();
    }
}
