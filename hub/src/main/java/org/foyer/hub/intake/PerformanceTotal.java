package org.foyer.hub.intake;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Net tickets and amount of one performance.
 *
 * @param startsAt local time of the hall, null when only the title identifies it
 * @param amount minor units, VAT included
 */
public record PerformanceTotal(String title, @Nullable LocalDateTime startsAt, long tickets, long amount) {}
