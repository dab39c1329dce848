package org.foyer.hub.site.internal.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The weeks of a month, as a calendar on a wall has them: from Monday to Sunday (ISO 8601), four to six of them. */
final class MonthWeeks {

    static final int DAYS = 7;

    private MonthWeeks() {}

    /** Seven days each; the first and the last week are filled up with days of the months beside. */
    static List<List<LocalDate>> of(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return Stream.iterate(monday(month.atDay(1)), monday -> !monday.isAfter(last), monday -> monday.plusDays(DAYS))
                .map(MonthWeeks::week)
                .toList();
    }

    /** The seven days of the week that begins on a day. */
    static List<LocalDate> week(LocalDate monday) {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    /** The Monday of the week in which a day lies. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
