package org.foyer.hub.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a performance begins, as a sheet says it.
 *
 * @param day on the clock of the hall; after midnight the day that has just begun
 * @param time to the minute, null where only the day is known
 */
public record SheetStart(LocalDate day, @Nullable LocalTime time) {

    /** Before this hour a performance belongs to the evening before. */
    public static final LocalTime DAY_BEGINS = LocalTime.of(5, 0);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What is meant by an evening and an hour: half past midnight is on the day after. */
    public static SheetStart ofEvening(LocalDate evening, @Nullable LocalTime time) {
        return new SheetStart(time != null && time.isBefore(DAY_BEGINS) ? evening.plusDays(1) : evening, time);
    }

    /** What a programme tells. @param starts on the clock of the hall, null where only the day is known */
    public static SheetStart of(LocalDate day, @Nullable LocalDateTime starts) {
        return starts == null
                ? new SheetStart(day, null)
                : new SheetStart(
                        starts.toLocalDate(), starts.toLocalTime().withSecond(0).withNano(0));
    }

    /**
     * The other way round.
     *
     * @param text as {@link #text}, or with a {@code T} in the place of the blank, with or without seconds
     * @throws java.time.DateTimeException when it is none
     */
    public static SheetStart read(String text) {
        String said = text.strip().replace(' ', 'T');
        return said.contains("T")
                ? of(LocalDate.MIN, LocalDateTime.parse(said))
                : new SheetStart(LocalDate.parse(said), null);
    }

    /** The day to which it belongs. */
    public LocalDate evening() {
        return time != null && time.isBefore(DAY_BEGINS) ? day.minusDays(1) : day;
    }

    /** The same on another evening, and at another hour if one is told. */
    public SheetStart movedTo(LocalDate evening, @Nullable LocalTime hour) {
        return ofEvening(evening, hour == null ? time : hour);
    }

    /** As {@code 2026-12-05 20:00} or {@code 2026-12-05}. */
    public String text() {
        return time == null ? day.toString() : day + " " + HOUR.format(time);
    }
}
