package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When buyers are expected again and what they paid in five years: worked out by hand on small houses. */
class LifetimeTest {

    /** Performance 24 was on 10 January 2025, 25 on 20 January; 23 a year before 24, 20 four years before. */
    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);

    @TempDir
    static Path folder;

    private static BoxOffice office;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static BoxOffice.House house() {
        return office.house().productions("1 | Hamlet | Theatre\n").performances(BoxOffice.SIX_SEASONS);
    }

    private static String sales(int performance, String day, int amount, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(person -> "%d | %s | - | sale | %d | - | - | - | - | %d | o%d | t%d-%d%n"
                        .formatted(performance, day, amount, person, performance, performance, person))
                .collect(Collectors.joining());
    }

    private static AudienceSheet sheet(BoxOffice.House house, LocalDate asOf) {
        house.counted();
        return new AudienceFigures(office.warehouse, new AnyHouse(Currency.getInstance("EUR")))
                .season(house.id, new Season(2024), asOf, AudienceBasis.PERFORMANCE);
    }

    private static List<String> parts(Figure figure) {
        return figure.parts().stream()
                .map(part -> part.key() + " " + Math.round(part.value()))
                .toList();
    }

    /**
     * Ten days after 20 January is 30 January: overdue. A year (366 days) after 10 January 2025 is 11 January 2026: in 6 to 12 months. Of
     * those with 23, 24 and 25 the median of 366 and 10 days is 188: 27 July, in 3 to 6 months.
     */
    @Test
    void eachIsExpectedByTheirOwnRhythmAndWhoCameOnceHasNone() {
        Figure next = sheet(
                        house().lines(sales(24, "2024-12-01", 1000, 1, 5)
                                + sales(25, "2024-12-01", 1000, 1, 5)
                                + sales(23, "2023-12-01", 1000, 11, 16)
                                + sales(24, "2024-12-02", 1000, 11, 16)
                                + sales(23, "2023-12-01", 1000, 21, 27)
                                + sales(24, "2024-12-02", 1000, 21, 27)
                                + sales(25, "2024-12-02", 1000, 21, 27)
                                + sales(24, "2024-12-02", 1000, 31, 38)),
                        NOW)
                .figure("next-visit");
        assertThat(next.notMeasured()).isNull();
        assertThat(next.basis()).isEqualTo(26);
        assertThat(parts(next))
                .containsExactly(
                        "awaited-for-long 0",
                        "overdue 5",
                        "awaited-3-months 0",
                        "awaited-6-months 7",
                        "awaited-12-months 6",
                        "awaited-later 0",
                        "came-once 8");
    }

    /** From 10 January 2023 to 10 January 2024 are 365 days: the next is expected on 9 January 2025. */
    @Test
    void onTheDayItselfNobodyIsOverdueYet() {
        BoxOffice.House house =
                house().lines(sales(22, "2022-12-01", 1000, 1, 6) + sales(23, "2023-12-01", 1000, 1, 6));
        LocalDate expected = LocalDate.of(2025, 1, 9);
        assertThat(parts(sheet(house, expected).figure("next-visit"))).contains("awaited-3-months 6", "overdue 0");
        assertThat(parts(sheet(house, expected.plusDays(1)).figure("next-visit")))
                .contains("awaited-3-months 0", "overdue 6");
    }

    /** The median of 365 and 366 days is 365.5, so the next is expected 366 days after 10 January 2025, on 11 January 2026. */
    @Test
    void halfADayCountsAsOne() {
        BoxOffice.House house = house().lines(sales(22, "2022-12-01", 1000, 1, 6)
                + sales(23, "2023-12-01", 1000, 1, 6)
                + sales(24, "2024-12-01", 1000, 1, 6));
        assertThat(parts(sheet(house, LocalDate.of(2025, 10, 10)).figure("next-visit")))
                .contains("awaited-3-months 0", "awaited-6-months 6");
        assertThat(parts(sheet(house, LocalDate.of(2025, 10, 11)).figure("next-visit")))
                .contains("awaited-3-months 6");
    }

    @Test
    void nobodyIsExpectedWhereFewerThanFiveCameTwice() {
        Figure next = sheet(
                        house().lines(sales(24, "2024-12-01", 1000, 1, 20) + sales(25, "2024-12-01", 1000, 1, 4)), NOW)
                .figure("next-visit");
        assertThat(next.notMeasured()).isEqualTo("nobody-twice");
        assertThat(next.parts()).isEmpty();
    }

    /**
     * Five paid 20 in 2023-24 and 40 in 2024-25, ten 55 once, five 300 once and six nothing: 5 × 60 + 10 × 55 + 5 × 300 = 2,350 over
     * 26 people is 90.38. One more paid 1,000 five years before; six gave back what they had, and ten one of two
     * tickets.
     */
    private static BoxOffice.House paying() {
        return house().lines(sales(23, "2023-12-01", 2000, 1, 5)
                + sales(24, "2024-12-01", 4000, 1, 5)
                + sales(24, "2024-12-01", 5500, 11, 20)
                + sales(24, "2024-12-02", 3000, 11, 20)
                + sales(24, "2024-12-05", -3000, 11, 20).replace("| - | sale |", "| 2024-12-02 | cancellation |")
                + sales(25, "2024-12-01", 30000, 21, 25)
                + sales(25, "2024-12-01", 0, 31, 36)
                + sales(20, "2020-02-28", 100000, 41, 41)
                + sales(24, "2024-12-01", 9900, 51, 56)
                + sales(24, "2024-12-05", -9900, 51, 56).replace("| - | sale |", "| 2024-12-01 | cancellation |"));
    }

    @Test
    void whatWasPaidInFiveYearsIsSummedWithRefundsTakenOff() {
        AudienceSheet sheet = sheet(paying(), NOW);
        Figure spending = sheet.figure("lifetime-spending");
        assertThat(parts(spending)).containsExactly("0-50 6", "50-100 15", "100-250 0", "250-500 5", "500+ 0");
        assertThat(spending.basis()).isEqualTo(26);
        Figure value = sheet.figure("lifetime-value");
        assertThat(value.value()).as("in whole euros").isEqualTo(9000.0);
        assertThat(value.basis()).isEqualTo(26);
        assertThat(value.parts())
                .as("four years of data, and five with two performances who all paid the same")
                .containsExactly(new Figure.Part("years", 4, 0));
    }

    /** The one ticket of 28 February 2020 was bought within the five years up to 27 February 2025, not within those up to 28 February. */
    @Test
    void aPurchaseLeavesTheFiveYearsToTheDay() {
        BoxOffice.House house = paying();
        assertThat(sheet(house, LocalDate.of(2025, 2, 27))
                        .figure("lifetime-spending")
                        .basis())
                .isEqualTo(27);
        assertThat(sheet(house, LocalDate.of(2025, 2, 28))
                        .figure("lifetime-spending")
                        .basis())
                .isEqualTo(26);
    }

    /**
     * Two performances at 10, 12 and 14 for three people, three at 15 and 16 for two more. Means 2.4 and 13.4; r = 4.2 / √(1.2 × 23.2)
     * = 0.80.
     */
    @Test
    void howOftenAndHowMuchAreCorrelatedAmongThoseWhoCameTwice() {
        String lines = "";
        int[] prices = {1000, 1200, 1400, 1500, 1600};
        for (int person = 1; person <= 5; person++) {
            int price = prices[person - 1];
            lines += sales(23, "2023-12-01", price, person, person) + sales(24, "2024-12-01", price, person, person);
            lines += person > 3 ? sales(25, "2024-12-01", price, person, person) : "";
        }
        assertThat(sheet(house().lines(lines), NOW).figure("lifetime-value").parts())
                .containsExactly(new Figure.Part("years", 1, 0), new Figure.Part("correlation", 0.8, 0));
    }

    @Test
    void fewAreNotToldAndAMeanDoesNotBringThemOut() {
        AudienceSheet few = sheet(house().lines(sales(23, "2023-12-01", 1000, 1, 4)), NOW);
        assertThat(few.figure("lifetime-value").notMeasured()).isEqualTo("too-few-people");
        assertThat(few.figure("lifetime-spending").notMeasured()).isEqualTo("too-few-people");
        AudienceSheet one = sheet(
                house().lines(sales(23, "2023-12-01", 1000, 1, 20)
                        + sales(23, "2023-12-01", 6000, 31, 36)
                        + sales(23, "2023-12-01", 90000, 41, 41)),
                NOW);
        assertThat(parts(one.figure("lifetime-spending")))
                .containsExactly("0-50 20", "100-250 0", "250-500 0", "small-groups 7");
        assertThat(one.figure("lifetime-value").notMeasured()).isEqualTo("too-few-people");
    }

    @Test
    void withoutAYearOfDataOrWithoutNamesNothingIsSummed() {
        AudienceSheet young = sheet(house().lines(sales(24, "2024-12-01", 1000, 1, 20)), NOW);
        assertThat(young.figure("lifetime-value").notMeasured()).isEqualTo("history-too-short");
        assertThat(young.figure("lifetime-spending").notMeasured()).isEqualTo("history-too-short");
        AudienceSheet nameless =
                sheet(house().lines("23 | 2023-12-01 | - | sale | 1000 | - | - | - | - | - | - | t1\n"), NOW);
        for (String id : List.of("lifetime-value", "lifetime-spending", "next-visit")) {
            assertThat(nameless.figure(id).notMeasured()).isEqualTo("buyers-unknown");
            assertThat(nameless.figure(id).missing()).containsExactly("person");
        }
    }
}
