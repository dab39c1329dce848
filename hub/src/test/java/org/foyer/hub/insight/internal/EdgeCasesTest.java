package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Houses at the edges: empty, free, cancelled, after midnight, without cents. */
class EdgeCasesTest {

    private static final Season SEASON = new Season(2024);
    private static final LocalDate LATER = LocalDate.of(2025, 6, 30);

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

    private static FigureSheet sheet(BoxOffice.House house) {
        return house.counted().figures().season(house.id, SEASON, LATER);
    }

    private static BoxOffice.House oneNight(String performance) {
        return office.house().productions("1 | Phèdre | theatre").performances(performance);
    }

    @Test
    void anEmptyHouseHasNoFiguresAndSaysWhy() {
        BoxOffice.House house = office.house();
        CubeFigures figures = house.figures();
        assertThat(sheet(house).figures()).allSatisfy(figure -> {
            assertThat(figure.value()).isNull();
            assertThat(figure.notMeasured()).isIn("no-sales", "no-performances");
        });
        assertThat(figures.seasons(house.id)).isEmpty();
        assertThat(figures.performances(house.id, SEASON, LATER, 0, 10)).isEmpty();
        assertThat(figures.weeks(house.id, SEASON, LATER)).isEmpty();
        assertThat(figures.performance(house.id, 1, LATER)).isEmpty();
        assertThat(figures.performanceLine(house.id, 1, LATER)).isEmpty();
        assertThat(figures.bookingCurve(house.id, 1, LATER)).isEmpty();
    }

    @Test
    void aHouseWithOnlyFreeTicketsHasNoPaidPrice() {
        FigureSheet sheet = sheet(oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | 30000")
                .lines("1 | 2025-01-02 | - | sale | 0 | - | - | - | - | - | - | t1"));
        assertThat(sheet.figure("average-yield").notMeasured()).isEqualTo("no-paying-tickets");
        assertThat(sheet.figure("average-price").value()).isZero();
        assertThat(sheet.figure("free-share").value()).isEqualTo(1);
        assertThat(sheet.figure("occupancy").value()).isEqualTo(0.1);
        assertThat(sheet.figure("financial-utilisation").value()).isZero();
    }

    @Test
    void whatTheSourceDoesNotGiveIsNamed() {
        FigureSheet sheet = sheet(oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | - | - | -")
                .lines("1 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t1"));
        assertThat(sheet.figures().stream().filter(figure -> figure.notMeasured() != null))
                .extracting(figure -> figure.indicator() + " " + figure.notMeasured() + " " + figure.missing())
                .containsExactly(
                        "occupancy capacity-missing [capacity]",
                        "sold-utilisation capacity-missing [capacity]",
                        "financial-utilisation potential-missing [potential]",
                        "revenue-per-seat capacity-missing [capacity]",
                        "below-list-share list-price-missing [list_amount]",
                        "mean-discount list-price-missing [list_amount]",
                        "subscription-share tariff-missing [tariff]",
                        "order-size order-missing [order_ref]",
                        "tickets-per-order order-missing [order_ref]",
                        "channel-mix channel-missing [channel]",
                        "online-share channel-missing [channel]",
                        "no-show scans-missing [scanned]",
                        "tariff-mix tariff-missing [tariff]",
                        "zone-mix zone-missing [zone]");
    }

    @Test
    void wordsThatNobodyClassifiedAreWorkAndNoAnswer() {
        FigureSheet sheet = sheet(oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -")
                .labels("tariff | 1 | Curieux | -\nchannel | 1 | Kiosque | -")
                .lines("1 | 2025-01-02 | - | sale | 2000 | - | 1 | - | 1 | - | - | t1"));
        assertThat(sheet.figure("online-share").notMeasured()).isEqualTo("words-to-classify");
        assertThat(sheet.figure("subscription-share").notMeasured()).isEqualTo("words-to-classify");
        assertThat(sheet.figure("tariff-mix").parts()).containsExactly(new Part("to-classify", 1, 1));
    }

    @Test
    void nothingIsDividedByNothing() {
        // all seats are withheld, the potential is 0, and the only ticket was cancelled
        FigureSheet sheet = sheet(
                oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | 10 | 0").lines("""
                        1 | 2025-01-02 | -          | sale         | 2000  | 2000  | - | - | - | - | a | t1
                        1 | 2025-01-03 | 2025-01-02 | cancellation | -2000 | -2000 | - | - | - | - | a | t1
                        """));
        assertThat(sheet.figures().stream().filter(figure -> figure.value() != null))
                .extracting(Figure::indicator)
                .containsExactly("data-quality", "tickets", "revenue");
        assertThat(sheet.figure("average-price").notMeasured()).isEqualTo("no-tickets");
        assertThat(sheet.figure("occupancy").notMeasured()).isEqualTo("capacity-missing");
    }

    @Test
    void cancellationsWithoutTheirSaleStayVisibleAndBreakNothing() {
        FigureSheet sheet = sheet(oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -")
                .lines("1 | 2025-01-02 | 2024-12-24 | cancellation | -2000 | - | - | - | - | - | a | t1"));
        assertThat(sheet.figure("tickets").value()).isEqualTo(-1);
        assertThat(sheet.figure("revenue").value()).isEqualTo(-2000);
        assertThat(sheet.figure("lead-time").notMeasured()).isEqualTo("no-tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "postponed"})
    void aPerformanceThatDidNotTakePlaceCountsInTheTillButNotInTheHall(String state) {
        // 1 of 10 seats of the night that took place; both tickets stay in the till until they are refunded
        FigureSheet sheet = sheet(oneNight("""
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -
                        2 | 1 | 2025-01-11T20:00 | %s | 10 | - | -
                        """.formatted(state)).lines("""
                        1 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t1
                        2 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t2
                        """));
        assertThat(sheet.figure("occupancy").value()).isEqualTo(0.1);
        assertThat(sheet.figure("revenue").value()).isEqualTo(4000);
        assertThat(sheet.figure("seasonality-weekday").basis()).isEqualTo(1);
    }

    @Test
    void aPerformanceAfterMidnightBelongsToTheEveningBefore() {
        // Saturday 00:30 is Friday's late show: a ticket of that same night has no negative lead
        BoxOffice.House house =
                oneNight("1 | 1 | 2025-01-11T00:30 | scheduled | 10 | - | -").lines("""
                        1 | 2025-01-11 | - | sale | 2000 | - | - | - | - | - | - | t1
                        1 | 2025-01-12 | - | sale | 2000 | - | - | - | - | - | - | t2
                        1 | 2025-01-09 | - | sale | 2000 | - | - | - | - | - | - | t3
                        """);
        FigureSheet sheet = sheet(house);
        assertThat(part(sheet, "seasonality-weekday", "5").value()).isEqualTo(3);
        assertThat(part(sheet, "purchase-horizon", "same-day-or-later").value()).isEqualTo(2);
        assertThat(part(sheet, "lead-time", "tickets-after-start").value()).isEqualTo(1);
        BookingCurve curve = house.figures().bookingCurve(house.id, 1, LATER).orElseThrow();
        assertThat(curve.points()).extracting(BookingCurve.Point::tickets).containsExactly(1L, 2L);
    }

    @Test
    void aCurrencyWithoutCentsKeepsItsUnits() {
        BoxOffice.House house = office.house("JPY")
                .productions("1 | Bunraku | theatre")
                .performances("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -")
                .lines("""
                        1 | 2025-01-02 | - | sale | 4500 | - | - | - | - | - | - | t1
                        1 | 2025-01-02 | - | sale | 5500 | - | - | - | - | - | - | t2
                        """);
        assertThat(sheet(house).currency()).isEqualTo("JPY");
        assertThat(sheet(house).figure("average-yield").value()).isEqualTo(5000);
    }

    @Test
    void blockBookersAreKeptApart() {
        FigureSheet sheet = sheet(oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 200 | - | -")
                .lines(order("small", 4) + order("class", 10) + order("coach", 49) + order("works", 50)));
        assertThat(sheet.figure("order-size").parts().stream().filter(part -> part.value() > 0))
                .extracting(part -> part.key() + " " + Math.round(part.value()))
                .containsExactly("3-4 4", "10-24 10", "25-49 49", "50+ 50");
        assertThat(sheet.figure("tickets-per-order").value()).isEqualTo(4);
    }

    @Test
    void scansCountOnlyFromTheirDayOn() {
        BoxOffice.House house = oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -")
                .lines("1 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t1")
                .entries("1 | t1 | 2025-01-11T04:30:00")
                .counted();
        // half past five in Paris; until five a scan belongs to the evening before
        Figure evening = house.figures()
                .season(house.id, SEASON, LocalDate.of(2025, 1, 10))
                .figure("no-show");
        Figure morning = house.figures()
                .season(house.id, SEASON, LocalDate.of(2025, 1, 11))
                .figure("no-show");
        assertThat(evening.notMeasured()).isEqualTo("scans-missing");
        assertThat(morning.value()).isZero();
    }

    @Test
    void aScanAfterMidnightBelongsToTheEveningBefore() {
        BoxOffice.House house = oneNight("1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -")
                .lines("1 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t1")
                .entries("1 | t1 | 2025-01-11T03:59:00")
                .counted();
        Figure evening = house.figures()
                .season(house.id, SEASON, LocalDate.of(2025, 1, 10))
                .figure("no-show");
        assertThat(evening.value()).isZero();
        assertThat(evening.notMeasured()).isNull();
    }

    @Test
    void performancesAreListedInOrderWithWhatTheySold() {
        BoxOffice.House house = oneNight("""
                        3 | 1 | 2025-01-12T20:00 | scheduled | -  | - | -
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | 2 | -
                        2 | 1 | 2025-01-11T20:00 | cancelled | 10 | - | -
                        """).lines("""
                        1 | 2025-01-02 | - | sale        | 2000 | - | - | - | - | - | - | t1
                        1 | 2025-01-02 | - | sale        | 0    | - | - | - | - | - | - | t2
                        1 | 2025-01-02 | - | reservation | 2000 | - | - | - | - | - | - | t3
                        1 | 2025-07-01 | - | sale        | 2000 | - | - | - | - | - | - | t4
                        """).counted();
        List<PerformanceLine> lines = house.figures().performances(house.id, SEASON, LATER, 0, 2);
        assertThat(lines).extracting(PerformanceLine::performance).containsExactly(1L, 2L);
        PerformanceLine first = lines.get(0);
        assertThat(List.of(first.tickets(), first.freeTickets(), first.reserved(), first.amount()))
                .containsExactly(2L, 1L, 1L, 2000L);
        assertThat(first.occupancy()).isEqualTo(0.25, within(1e-9));
        assertThat(lines.get(1).occupancy()).isNull();
        assertThat(house.figures().performances(house.id, SEASON, LATER, 2, 2))
                .extracting(PerformanceLine::performance)
                .containsExactly(3L);
        assertThat(house.figures().performanceLine(house.id, 1, LATER)).contains(first);
        assertThat(house.figures().seasons(house.id)).containsExactly(SEASON);
    }

    @Test
    void aPerformancesSheetHasItsOwnFiguresAndItsPlaceInTheRun() {
        BoxOffice.House house = oneNight("""
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | -
                        2 | 1 | 2025-01-11T20:00 | scheduled | 10 | - | -
                        """).lines("""
                        1 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t1
                        2 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t2
                        2 | 2025-01-02 | - | sale | 2000 | - | - | - | - | - | - | t3
                        """).counted();
        FigureSheet sheet = house.figures().performance(house.id, 2, LATER).orElseThrow();
        assertThat(sheet.performance()).isEqualTo(2L);
        assertThat(sheet.season()).isEqualTo(SEASON);
        assertThat(sheet.figure("occupancy").value()).isEqualTo(0.2);
        assertThat(sheet.figure("place-in-run").parts()).containsExactly(new Part("last", 2, 1));
    }

    private static String order(String name, int tickets) {
        return IntStream.range(0, tickets)
                .mapToObj(ticket -> "1 | 2025-01-02 | - | sale | 1000 | - | - | - | - | - | %s | %s%d\n"
                        .formatted(name, name, ticket))
                .collect(Collectors.joining());
    }

    private static Part part(FigureSheet sheet, String indicator, String key) {
        return sheet.figure(indicator).parts().stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
