package org.foyer.hub.insight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One performance in a list: what sold, as known on a day. Amounts are minor units.
 *
 * @param setAside why it is no performance that is shown, null when it is one; what {@code test} sold is in no figure
 */
public record PerformanceLine(
        long performance,
        String title,
        @Nullable String genre,
        @Nullable String venue,
        @Nullable String hall,
        @Nullable LocalDateTime startsLocal,
        LocalDate day,
        String state,
        @Nullable Integer capacity,
        @Nullable Integer held,
        long tickets,
        long freeTickets,
        long reserved,
        long amount,
        @Nullable Double occupancy,
        @Nullable String setAside) {}
