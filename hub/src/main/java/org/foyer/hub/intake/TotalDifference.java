package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where what was taken and the source's own total differ.
 *
 * @param performance null for the whole file
 * @param expected as the source says; null when it does not know the performance
 * @param taken as Foyer counts; null when Foyer does not know the performance
 */
public record TotalDifference(
        @Nullable PerformanceTotal performance,
        @Nullable Long expectedTickets,
        @Nullable Long takenTickets,
        @Nullable Long expectedAmount,
        @Nullable Long takenAmount) {}
