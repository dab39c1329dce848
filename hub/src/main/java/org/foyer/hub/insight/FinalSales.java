package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a performance is expected to have sold when its day ends, or why that is not said.
 *
 * @param knownUntil the last day of which the house's sales are known; the forecast is made as of that day
 * @param daysBefore from {@code knownUntil} to the day of the performance
 * @param sold net tickets by then
 * @param expected null unless the verdict is {@link Verdict#SHOWN}
 * @param check of the same number of days before; null when there was nothing to check on
 * @param checks at 60, 30, 14 and 7 days before, as many as could be made
 */
public record FinalSales(
        long performance,
        LocalDate knownUntil,
        int daysBefore,
        long sold,
        Verdict verdict,
        @Nullable Expected expected,
        @Nullable ForecastCheck check,
        List<ForecastCheck> checks) {

    /** Whether a number is said. */
    public enum Verdict {
        SHOWN,
        /** The rules were not better than a naive one on past productions, so that a number would only seem to know. */
        NOT_BETTER,
        /** Fewer than eight productions were played, or fewer than eight at so many days before. */
        TOO_FEW_SHOWS,
        /** More than 180 days before. */
        TOO_EARLY,
        /** Its day has come. */
        PLAYED,
        /** Cancelled or postponed. */
        CALLED_OFF
    }

    /**
     * Tickets by the end of the day of the performance.
     *
     * @param low and {@code high}: between them in 8 of 10 cases
     */
    public record Expected(long tickets, long low, long high) {}
}
