package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of a house by halls.
 *
 * @param name of the week
 * @param told how many performances in how many halls
 * @param cut that not all of them are shown, null when all are
 * @param month address of the month as a calendar
 * @param days heads of the columns
 */
public record HallsView(
        String base,
        String name,
        String told,
        @Nullable String cut,
        String before,
        String now,
        String after,
        String month,
        List<Column> days,
        List<Row> rows,
        CalendarView.Planning planning) {

    /** One day. */
    public record Column(String iso, String text, boolean today) {}

    /** One hall. @param href its page, null where no hall is said */
    public record Row(String name, @Nullable String href, List<CalendarView.Day> days) {}

    /** The same with what was done, or not. */
    HallsView planned(CalendarView.Planning plans) {
        return new HallsView(base, name, told, cut, before, now, after, month, days, rows, plans);
    }
}
