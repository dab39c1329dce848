package org.foyer.hub.catalogue.internal.search;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.model.House;

/**
 * Which dates are wanted, by the clock of each house: at one moment it is Monday in one and Tuesday in another.
 *
 * @param from first day for each house by its number
 * @param to last day for each house, included
 * @param today for each house
 * @param saturday of this weekend, for each house
 * @param first the earliest of the first days
 * @param last the latest of the last days
 * @param minuteFrom only dates that begin at this minute of their day or later; −1 for all
 */
record Wanted(int[] from, int[] to, int[] today, int[] saturday, int first, int last, int minuteFrom) {

    /** No day of a programme is before or behind these. */
    static final int FIRST = (int) LocalDate.of(1, 1, 1).toEpochDay();

    static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private static final int EVENING = 17 * 60;
    private static final int WEEK_DAYS = 7;
    private static final int MONTH_DAYS = 30;

    static Wanted of(SearchQuestion question, Collection<House> houses, Clock clock) {
        int most = houses.stream().mapToInt(house -> house.id().value()).max().orElse(0);
        Wanted wanted = new Wanted(
                filled(most, LAST),
                filled(most, FIRST),
                filled(most, LAST),
                filled(most, LAST),
                FIRST,
                LAST,
                question.when() == When.TONIGHT ? EVENING : -1);
        int first = LAST;
        int last = FIRST;
        for (House house : houses) {
            int number = house.id().value();
            LocalDate today = LocalDate.now(clock.withZone(house.zone()));
            LocalDate saturday = saturday(today);
            wanted.today[number] = day(today);
            wanted.saturday[number] = day(saturday);
            wanted.from[number] = from(question, today, saturday);
            wanted.to[number] = to(question, today, saturday);
            first = Math.min(first, wanted.from[number]);
            last = Math.max(last, wanted.to[number]);
        }
        return new Wanted(wanted.from, wanted.to, wanted.today, wanted.saturday, first, last, wanted.minuteFrom);
    }

    private static int[] filled(int most, int value) {
        int[] array = new int[most + 1];
        Arrays.fill(array, value);
        return array;
    }

    private static LocalDate saturday(LocalDate today) {
        return today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    private static int from(SearchQuestion question, LocalDate today, LocalDate saturday) {
        return switch (question.when()) {
            case COMING, TODAY, TONIGHT, WEEK, MONTH -> day(today);
            case TOMORROW -> day(today.plusDays(1));
            case WEEKEND -> day(saturday.isBefore(today) ? today : saturday);
            case SPAN -> question.from() == null ? FIRST : day(question.from());
            case ALL -> FIRST;
        };
    }

    private static int to(SearchQuestion question, LocalDate today, LocalDate saturday) {
        return switch (question.when()) {
            case COMING, ALL -> LAST;
            case TODAY, TONIGHT -> day(today);
            case TOMORROW -> day(today.plusDays(1));
            case WEEKEND -> day(saturday.plusDays(1));
            case WEEK -> day(today.plusDays(WEEK_DAYS - 1));
            case MONTH -> day(today.plusDays(MONTH_DAYS - 1));
            case SPAN -> question.to() == null ? LAST : day(question.to());
        };
    }

    private static int day(LocalDate date) {
        return (int) Math.max(FIRST, Math.min(LAST, date.toEpochDay()));
    }

    boolean knows(int house) {
        return house < from.length;
    }

    boolean holds(int house, long date) {
        int day = ShowDates.day(date);
        return day >= from[house] && day <= to[house] && ShowDates.minute(date) >= minuteFrom;
    }

    /** Days from the earliest to the latest that is wanted anywhere. */
    int days() {
        return last - first + 1;
    }
}
