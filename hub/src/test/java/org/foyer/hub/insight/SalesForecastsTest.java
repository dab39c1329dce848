package org.foyer.hub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.foyer.hub.insight.FileForecast.Bookings;
import org.foyer.hub.insight.FileForecast.WeekCheck;
import org.foyer.hub.insight.FileForecast.Weeks;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of simulated sales, whose truth is known. */
class SalesForecastsTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);

    @TempDir
    Path folder;

    private FileForecast of(String csv) throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, csv);
        return SalesForecasts.ofFile(file, 8);
    }

    private Weeks weeks(String csv) throws IOException {
        return Objects.requireNonNull(of(csv).weeks());
    }

    /** Forty productions whose sales at 30 days are a third of the end, and one still on sale. */
    private static String bookings(long seed) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("Représentation;Jours avant;Billets;Spectacle;Jauge;Terminée\n");
        for (int production = 0; production < 40; production++) {
            int end = 150 + random.nextInt(300);
            for (int night = 0; night < 2; night++) {
                int early = end / 3 + random.nextInt(10);
                csv.append("p%1$d-%2$d;30;%3$d;show %1$d;500;oui%n".formatted(production, night, early + 4));
                csv.append("p%1$d-%2$d;29;-4;show %1$d;500;oui%n".formatted(production, night));
                csv.append("p%1$d-%2$d;3;%3$d;show %1$d;500;oui%n".formatted(production, night, end - early));
            }
        }
        return csv + "next;40;100;show next;500;non\nnext;29;5;show next;500;non\n";
    }

    @Test
    void bookingsOfWhatIsOverTellWhatIsOnSale() throws IOException {
        Bookings bookings = Objects.requireNonNull(of(bookings(3)).bookings());
        assertThat(bookings.played()).isEqualTo(80);
        assertThat(bookings.productions()).isEqualTo(40);
        // nothing is sold at 60 days, all is sold at 7 and 14 days but the last two thirds
        assertThat(bookings.checks()).extracting(ForecastCheck::daysBefore).containsExactly(60, 30, 14, 7);
        assertThat(bookings.checks()).extracting(ForecastCheck::better).containsExactly(false, true, true, true);
        FileForecast.OnSale next = bookings.onSale().get(0);
        assertThat(next.sold()).isEqualTo(105);
        assertThat(next.daysBefore()).isEqualTo(29);
        assertThat(next.verdict()).isEqualTo(Verdict.SHOWN);
        FinalSales.Expected expected = Objects.requireNonNull(next.expected());
        assertThat(expected.tickets()).isBetween(280L, 320L); // three times what is sold, less what early luck adds
        assertThat(expected.low()).isLessThanOrEqualTo(expected.tickets());
        assertThat(expected.high()).isBetween(expected.tickets(), 500L);
    }

    private static String series(long seed, boolean seasonal) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("semaine,billets\n");
        for (int week = 0; week < 260; week++) {
            double season = seasonal ? 1 + 0.8 * Math.sin(2 * Math.PI * week / 52.0) : 1;
            double level = 1_000 * (1 + week / 520.0);
            double sold = Math.max(0, level * season * (1 + 0.2 * random.nextGaussian()));
            csv.append("%s,%d%n".formatted(FIRST.plusDays(7L * week), Math.round(sold)));
        }
        return csv.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void seasonsAreForecastBetterThanByLastYearAloneWithHonestIntervals(long seed) throws IOException {
        Weeks weeks = weeks(series(seed, true));
        WeekCheck check = Objects.requireNonNull(weeks.check());
        assertThat(check.better()).isTrue();
        assertThat(check.error()).isLessThan(check.sameWeekError()).isLessThan(check.lastValueError());
        assertThat(check.coverage()).isBetween(0.7, 0.9);
        assertThat(weeks.ahead()).hasSize(8);
        assertThat(weeks.ahead().get(0).monday()).isEqualTo(FIRST.plusDays(7 * 260));
    }

    /** A series that stays as it was last week and has no season: the last value is the best there is. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aRandomWalkIsNotShown(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("week,tickets\n");
        double level = 2_000;
        for (int week = 0; week < 260; week++) {
            level = Math.max(200, level * (1 + 0.1 * random.nextGaussian()));
            csv.append("%s,%d%n".formatted(FIRST.plusDays(7L * week), Math.round(level)));
        }
        Weeks weeks = weeks(csv.toString());
        assertThat(Objects.requireNonNull(weeks.check()).better()).isFalse();
        assertThat(weeks.ahead()).isEmpty();
    }

    @Test
    void aShortSeriesIsNotJudged() throws IOException {
        Weeks weeks = weeks("week,tickets\n2026-W01,10\n2026-W02,20\n2026-W04,30\n");
        assertThat(weeks.known()).isEqualTo(4);
        assertThat(weeks.check()).isNull();
        assertThat(weeks.ahead()).isEmpty();
    }

    @Test
    void everyBadCellIsToldAtOnceWithItsPlace() {
        String csv =
                "performance,days_before,tickets,price,ended\n,3,1,2,yes\na,-1,1,2,yes\na,2,some,2,yes\na,2,1,dear,perhaps\n";
        ForecastFileRefused refused = catchThrowableOfType(ForecastFileRefused.class, () -> of(csv));
        assertThat(refused.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly(
                        "2:1 forecast-performance-missing",
                        "3:2 forecast-days-unreadable",
                        "4:3 forecast-tickets-unreadable",
                        "5:4 forecast-price-unreadable",
                        "5:5 forecast-ended-unreadable");
        assertThat(refused.problems().get(2).arguments()).isEqualTo(List.of("some"));
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        ForecastFileRefused refused = catchThrowableOfType(ForecastFileRefused.class, () -> of("a,b\n1,2\n"));
        assertThat(refused.problems()).extracting(ForecastProblem::code).containsExactly("forecast-columns-missing");
    }

    @Test
    void aHundredBadCellsAreShownAndTheRestCounted() {
        ForecastFileRefused refused =
                catchThrowableOfType(ForecastFileRefused.class, () -> of("week,tickets\n" + "soon,1\n".repeat(130)));
        assertThat(refused.problems()).hasSize(101);
        ForecastProblem last = refused.problems().get(100);
        assertThat(last.code()).isEqualTo("forecast-and-more");
        assertThat(last.arguments()).isEqualTo(List.of("30"));
    }
}
