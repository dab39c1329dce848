package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.foyer.hub.insight.ForecastCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts of a small simulated house, whose every show sells a third early and the rest in the last days. */
class CubeForecastsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 31);
    private static final long NEXT = 999;

    @TempDir
    static Path folder;

    private static BoxOffice office;
    private static BoxOffice.House shared;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
        shared = house();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /**
     * Twelve productions of two nights of 300 seats from January on: 6 to 17 tickets 40 days before, twice as many three
     * days before. The one of 30 June sells 20 tickets in May and one on the day of asking; that of 2026 nothing.
     */
    private static BoxOffice.House house() {
        StringBuilder productions = new StringBuilder("98 | Far | theatre\n99 | Next | theatre\n");
        StringBuilder performances = new StringBuilder("""
                999 | 99 | 2025-06-30T20:00 | scheduled | 300 | - | -
                998 | 98 | 2026-03-01T20:00 | scheduled | 300 | - | -
                997 | 98 | 2025-06-30T20:00 | cancelled | 300 | - | -
                """);
        for (int production = 1; production <= 12; production++) {
            productions.append("%d | Show %d | theatre%n".formatted(production, production));
            for (int night = 1; night <= 2; night++) {
                performances.append("%d | %d | %sT20:00 | scheduled | 300 | - | -%n"
                        .formatted(
                                production * 10 + night,
                                production,
                                LocalDate.of(2025, 1, 1).plusDays(production * 10L + night)));
            }
        }
        return office.house()
                .productions(productions.toString())
                .performances(performances.toString())
                .change(sold("id < 900", "p.day - 40", "5 + id // 10"))
                .change(sold("id < 900", "p.day - 3", "2 * (5 + id // 10)"))
                .change(sold("id = 999", "date '2025-05-10'", "20"))
                .change(sold("id = 999", "date '2025-05-31'", "1"))
                .counted();
    }

    /** One line for each ticket. */
    private static String sold(String which, String day, String tickets) {
        return """
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, order_ref, ticket, run, line)
                select house, id, day + interval 12 hour, day, day, 'sale', 1, 2000, null,
                  id || '-' || day || '-' || n || '-' || random(), 1, 1
                from (select p.house, p.id, (%s)::date as day, unnest(range((%s)::bigint)) as n from performance p
                  where p.house = ? and %s)
                """.formatted(day, tickets, which);
    }

    private static FinalSales told(BoxOffice.House house, LocalDate asOf) {
        return new CubeForecasts(office.warehouse)
                .finalSales(house.id, NEXT, asOf)
                .orElseThrow();
    }

    @Test
    void aThirdSoldTellsTheWhole() {
        FinalSales told = told(shared, DAY);
        assertThat(told.daysBefore()).isEqualTo(30);
        assertThat(told.sold()).isEqualTo(21);
        assertThat(told.verdict()).isEqualTo(Verdict.SHOWN);
        assertThat(told.expected()).isEqualTo(new Expected(63, 63, 63));
        ForecastCheck check = Objects.requireNonNull(told.check());
        assertThat(check.productions()).isEqualTo(12);
        assertThat(check.meanError()).isLessThan(0.001);
        assertThat(check.naiveError()).isGreaterThan(0.1);
        assertThat(told.checks()).extracting(ForecastCheck::daysBefore).containsExactly(60, 30, 14, 7);
    }

    /** Whatever is sold, given back or played later, the forecast as of a day stays what it was. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void laterSalesDoNotChangeAForecast(long seed) {
        FinalSales before = told(shared, DAY);
        Random random = new Random(seed);
        for (int added = 0; added < 5; added++) {
            int later = 1 + random.nextInt(200);
            int performance = random.nextBoolean() ? 999 : 11 + 10 * random.nextInt(12);
            shared.change(sold("id = " + performance, "date '2025-05-31' + " + later, "" + random.nextInt(60)));
        }
        shared.counted();
        assertThat(told(shared, DAY)).isEqualTo(before);
        // and the same sales on the day itself do change it
        BoxOffice.House other = house();
        other.change(sold("id = 999", "date '2025-05-31'", "30")).counted();
        assertThat(told(other, DAY).expected()).isEqualTo(new Expected(153, 153, 153));
    }

    /** An export that is eleven days old does not pass for eleven days without a sale. */
    @Test
    void aForecastIsMadeAsOfTheLastDayThatIsKnown() {
        BoxOffice.House house = house();
        FinalSales told = told(house, LocalDate.of(2025, 6, 11));
        assertThat(told.knownUntil()).isEqualTo(DAY);
        assertThat(told.daysBefore()).isEqualTo(30);
        assertThat(told.expected()).isEqualTo(new Expected(63, 63, 63));
    }

    @Test
    void whatCannotBeForecastSaysWhy() {
        CubeForecasts forecasts = new CubeForecasts(office.warehouse);
        BoxOffice.House house = house();
        assertThat(forecasts.finalSales(house.id, 998, DAY).orElseThrow().verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        assertThat(forecasts.finalSales(house.id, 997, DAY).orElseThrow().verdict())
                .isEqualTo(Verdict.CALLED_OFF);
        assertThat(forecasts.finalSales(house.id, 11, DAY).orElseThrow().verdict())
                .isEqualTo(Verdict.PLAYED);
        assertThat(forecasts.finalSales(house.id, 12_345, DAY)).isEmpty();
        assertThat(told(house, LocalDate.of(2025, 1, 31)).verdict()).isEqualTo(Verdict.TOO_FEW_SHOWS);
        assertThat(forecasts.checks(house.id, LocalDate.of(2025, 1, 31))).isEmpty();
        // at 60 days nothing was ever sold: no rule knows more than the mean
        assertThat(forecasts.checks(house.id, DAY).get(0).better()).isFalse();
    }
}
