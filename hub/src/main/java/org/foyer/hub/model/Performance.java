package org.foyer.hub.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One date in one hall.
 *
 * @param startsAt instant of the start; null when the source gave only a day
 * @param day the day it belongs to in the hall's zone; a performance after midnight belongs to the evening before
 * @param capacity seats on sale, null when no source gave it
 * @param held seats withheld from sale, null when no source gave it
 */
public record Performance(
        long id,
        HouseId house,
        long production,
        long venue,
        @Nullable String hall,
        @Nullable Instant startsAt,
        LocalDate day,
        PerformanceState state,
        @Nullable Integer capacity,
        @Nullable Integer held) {}
