package org.foyer.hub.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.jspecify.annotations.Nullable;

/**
 * When a performance begins, as far as it is known.
 *
 * @param local date and hour on the hall's clock, null when only the day is known
 * @param at the same as an instant, null when the hall's zone is not known
 */
public record Start(
        LocalDate day,
        @Nullable LocalDateTime local,
        @Nullable Instant at) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int SECONDS_PER_MINUTE = 60;

    /** The start of an entry; an hour stored only as an instant is told in the house's zone. */
    public static Start of(ProgrammeEntry entry, ZoneId zone) {
        return of(
                entry.performance().day(),
                entry.startsLocal(),
                entry.performance().startsAt(),
                zone);
    }

    static Start of(LocalDate day, @Nullable LocalDateTime local, @Nullable Instant at, ZoneId zone) {
        return new Start(day, local == null && at != null ? LocalDateTime.ofInstant(at, zone) : local, at);
    }

    /** The end of what lasts so many minutes; null when the hour or the length is not known. */
    @Nullable
    Start after(@Nullable Integer minutes) {
        if (minutes == null || local == null) {
            return null;
        }
        if (at == null) {
            LocalDateTime end = local.plusMinutes(minutes);
            return new Start(end.toLocalDate(), end, null);
        }
        // by the clock's distance from the instant at the start: no zone is known here
        Instant end = at.plusSeconds(60L * minutes);
        LocalDateTime there = local.plusMinutes(minutes);
        return new Start(there.toLocalDate(), there, end);
    }

    boolean isDayOnly() {
        return local == null;
    }

    /**
     * The text of an xsd:date, or of an xsd:dateTime with offset where the instant is known. Offsets of local mean time
     * (New York before 1883: −04:56:02) lose their seconds, which xsd:dateTime cannot hold; the hour on the clock stays.
     */
    String text() {
        if (local == null) {
            return day.toString();
        }
        if (at == null) {
            return LOCAL.format(local);
        }
        long seconds = Duration.between(LocalDateTime.ofInstant(at, ZoneOffset.UTC), local)
                .getSeconds();
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(Math.toIntExact(seconds - seconds % SECONDS_PER_MINUTE));
        return LOCAL.format(local) + (offset.equals(ZoneOffset.UTC) ? "Z" : offset.getId());
    }

    /** Whether a zone's clock shows the local hour at the instant. */
    boolean isToldBy(ZoneId zone) {
        return local != null && at != null && LocalDateTime.ofInstant(at, zone).equals(local);
    }

    /** The instant where known, otherwise the beginning of the day in UTC: an order that never depends on a clock. */
    Instant stamp() {
        return at != null
                ? at
                : OffsetDateTime.of(day.atStartOfDay(), ZoneOffset.UTC).toInstant();
    }
}
