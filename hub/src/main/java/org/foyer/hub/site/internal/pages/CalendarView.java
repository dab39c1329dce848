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
        List<Week> weeks,
        Planning planning) {

    /** The same for those who plan. */
    CalendarView planned(Planning plans) {
        return new CalendarView(base, name, told, cut, before, now, after, weekdays, weeks, plans);
    }

    /**
     * What only the house sees.
     *
     * @param halls where the same is shown by halls, null for those who do not belong to the house
     * @param moves whether there are dates that can be moved
     * @param clashes performances in the same hall at the same time; none for others
     * @param clashed how many they are, null when there is none
     * @param refused why a date was not moved
     * @param done what was moved
     */
    public record Planning(
            @Nullable String halls,
            boolean moves,
            @Nullable String clashed,
            List<String> clashes,
            List<Refusal> refused,
            @Nullable Done done) {

        static final Planning NONE = new Planning(null, false, null, List.of(), List.of(), null);

        Planning after(@Nullable Done what) {
            return new Planning(halls, moves, clashed, clashes, refused, what);
        }

        Planning because(List<Refusal> why) {
            return new Planning(halls, moves, clashed, clashes, why, done);
        }
    }

    /** Why, and what to do. */
    public record Refusal(String sentence, String mend) {}

    /** What was moved from when to when. @param run import in which it was, where it can be taken back */
    public record Done(String told, String sheet, String run) {}

    /**
     * The form that moves one date.
     *
     * @param seen when it begins, as a sheet says it
     * @param day to which it belongs
     * @param hour empty where it has none
     * @param beside of which date, for those who do not see the form stand beside it
     * @param lane in which it can be dragged; empty where there is one alone
     */
    public record Move(String id, String action, String seen, String day, String hour, String beside, String lane) {}

    /** Another month. */
    public record Link(String href, String month) {}

    /** One row. @param number of the week in its year (ISO 8601) */
    public record Week(String number, List<Day> days) {}

    /**
     * One cell.
     *
     * @param within whether the day is one of this month; the others are empty
     * @param lane along which dates are dragged onto it; empty where there is one alone
     * @param more how many performances are not shown, null when all are
     * @param all where all of the day are listed
     */
    public record Day(
            String iso,
            String weekday,
            String number,
            boolean within,
            boolean today,
            String lane,
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
            List<String> notes,
            @Nullable Move move) {}
}
