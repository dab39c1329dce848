package org.foyer.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of one property of a show or a performance that sources give and that differ.
 *
 * @param performance 0 when the whole show is meant
 * @param day of the performance
 * @param decided whether a person typed here what counts
 * @param values the last word of each source, that which counts first
 */
public record Contradiction(
        long production,
        String title,
        long performance,
        @Nullable LocalDate day,
        String property,
        boolean decided,
        List<Said> values) {

    /**
     * What one source says.
     *
     * @param source name of its recipe
     * @param run in which it said so
     * @param at when that run began, when known
     */
    public record Said(
            String value, String source, int run, @Nullable Instant at, boolean counts) {}
}
