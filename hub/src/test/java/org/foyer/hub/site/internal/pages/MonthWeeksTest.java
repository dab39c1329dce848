package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MonthWeeksTest {

    @Test
    void aMonthOf28DaysThatBeginsOnAMondayHasFourWeeksAndAMonthOf31ThatBeginsOnASundaySix() {
        assertThat(MonthWeeks.of(YearMonth.of(2027, 2))).hasSize(4);
        assertThat(MonthWeeks.of(YearMonth.of(2026, 3))).hasSize(6);
    }

    /** Every day of the month once, in order, in weeks that begin on Monday and follow one another; no week without one of them. */
    @Property
    void everyDayOfAnyMonthStandsOnceUnderItsWeekday(
            @ForAll @IntRange(min = 1, max = 9998) int year, @ForAll @IntRange(min = 1, max = 12) int number) {
        YearMonth month = YearMonth.of(year, number);
        List<List<LocalDate>> weeks = MonthWeeks.of(month);
        assertThat(weeks).allSatisfy(week -> {
            assertThat(week).hasSize(MonthWeeks.DAYS);
            assertThat(week.get(0).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(week).anyMatch(day -> YearMonth.from(day).equals(month));
        });
        List<LocalDate> days = weeks.stream().flatMap(List::stream).toList();
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i)).isEqualTo(days.get(i - 1).plusDays(1));
        }
        assertThat(days.stream().filter(day -> YearMonth.from(day).equals(month)))
                .hasSize(month.lengthOfMonth());
    }
}
