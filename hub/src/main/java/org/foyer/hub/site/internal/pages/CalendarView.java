package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of a programme as a calendar on a wall.
 *
 * @param name of the month
 * @param told how many performances on how many days, and the fullest day
 * @param cut that not all of them are shown, null when all are
 * @param before the month before, null where the programme begins
 * @param now the month of today, null when it is this one
 * @param after the month after, null where the programme ends
 */
public record CalendarView(
        String base,
        String name,
        String told,
        @Nullable String cut,
        @Nullable Link before,
        @Nullable String now,
        @Nullable Link after,
        List<String> weekdays,
        List<Week> weeks) {

    /** Another month. */
    public record Link(String href, String month) {}

    /** One row. @param number of the week in its year (ISO 8601) */
    public record Week(String number, List<Day> days) {}

    /**
     * One cell.
     *
     * @param within whether the day is one of this month; the others are empty
     * @param more how many performances are not shown, null when all are
     * @param all where all of the day are listed
     */
    public record Day(
            String iso,
            String weekday,
            String number,
            boolean within,
            boolean today,
            List<Date> dates,
            @Nullable String more,
            String all) {}

    /** One performance. @param off whether it does not take place on this day @param notes state and availability in words */
    public record Date(
            String iso,
            @Nullable String time,
            String title,
            String href,
            String place,
            boolean off,
            List<String> notes) {}
}
