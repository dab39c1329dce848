package org.foyer.hub.intake.internal.reading;

import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are written, for each thing they could be. A column of epoch seconds is both dates and
 * numbers; only the recipe knows which is meant.
 *
 * @param filled values of the sample that are not blank
 * @param number null when fewer than four in five are numbers
 * @param date null when fewer than four in five are dates
 * @param truth null unless all are words of one pair
 */
public record ColumnForm(
        String column,
        int filled,
        @Nullable NumberForm number,
        @Nullable DateForm date,
        @Nullable TruthForm truth) {}
