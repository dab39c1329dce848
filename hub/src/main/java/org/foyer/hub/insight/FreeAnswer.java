package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a free question.
 *
 * @param question in its one form
 * @param withheld why nothing is told; null when {@code lines} are
 * @param period quarter of a year in which it stays
 * @param asOf day as of which everything was counted
 * @param houses that were added up
 * @param spent what it cost now, as a fraction; 0 when it was answered before
 * @param left what the house may still spend in the period, as a fraction
 * @param opens first day of the next period
 * @param by dimensions of the codes of each line
 */
public record FreeAnswer(
        String question,
        @Nullable String withheld,
        String period,
        LocalDate asOf,
        int houses,
        String spent,
        String left,
        LocalDate opens,
        List<String> by,
        List<Line> lines) {

    /**
     * One number.
     *
     * @param codes one for each dimension
     * @param about null when {@code withheld} says why
     * @param within it is this near to the true number in nineteen of twenty cases
     */
    public record Line(
            List<String> codes,
            @Nullable Long about,
            @Nullable Long within,
            @Nullable String withheld) {}
}
