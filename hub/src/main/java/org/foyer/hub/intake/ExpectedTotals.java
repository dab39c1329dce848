package org.foyer.hub.intake;

import java.util.List;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;

/**
 * The source's own totals, to be compared with what was taken.
 *
 * @param tickets net tickets, or null when not given
 * @param amount in minor units, or null when not given
 * @param file table with a total for each performance, or null
 */
public record ExpectedTotals(
        @Nullable Long tickets,
        @Nullable Long amount,
        @Nullable ArchivedFile file,
        List<PerformanceTotal> byPerformance) {}
