package org.foyer.hub.catalogue.internal.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A date as one number that sorts by day, then hour: the day since 1970, and the minute of its start when it is known. */
final class ShowDates {

    private static final int BITS = 13;
    private static final int MINUTES_MAX = (1 << BITS) - 2;

    private ShowDates() {}

    static long number(LocalDate day, @Nullable LocalDateTime starts) {
        long minute = starts == null ? -1 : ChronoUnit.MINUTES.between(day.atStartOfDay(), starts);
        boolean known = minute >= 0 && minute <= MINUTES_MAX;
        return (day.toEpochDay() << BITS) + (known ? minute + 1 : 0);
    }

    /** @param minute of the start; −1 when only the day is known */
    static long number(int day, int minute) {
        return ((long) day << BITS) + minute + 1;
    }

    static long first(int day) {
        return (long) day << BITS;
    }

    static long last(int day) {
        return ((long) day + 1 << BITS) - 1;
    }

    static int day(long number) {
        return (int) (number >> BITS);
    }

    /** Minutes from the midnight with which the day begins; −1 when only the day is known. */
    static int minute(long number) {
        return (int) (number & (1 << BITS) - 1) - 1;
    }

    static @Nullable LocalDateTime starts(long number) {
        int minute = minute(number);
        return minute < 0
                ? null
                : LocalDate.ofEpochDay(day(number)).atStartOfDay().plusMinutes(minute);
    }
}
