package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Booking curves beside comparable ones, and weeks beside their elders. */
class CurvesTest {

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

    /**
     * Four plays of January with 10 seats that sold 1, 2, 3 and 4 tickets two days before and 4 more on the day; a concert
     * and a play of May that do not compare; the play of March that is asked about.
     */
    private static BoxOffice.House plays() {
        StringBuilder lines = new StringBuilder();
        for (int play = 1; play <= 4; play++) {
            for (int ticket = 0; ticket < play; ticket++) {
                lines.append("%d | 2025-01-%d | - | sale | 1000 | - | - | - | - | - | - | a%d%n"
                        .formatted(play, 18 + play, ticket));
            }
            for (int ticket = 0; ticket < 4; ticket++) {
                lines.append("%d | 2025-01-%d | - | sale | 1000 | - | - | - | - | - | - | b%d%n"
                        .formatted(play, 20 + play, ticket));
            }
        }
        return office.house()
                .productions("1 | Phèdre | theatre\n2 | Requiem | music")
                .performances("""
                        1 | 1 | 2025-01-21T20:00 | scheduled | 10 | - | -
                        2 | 1 | 2025-01-22T20:00 | scheduled | 10 | - | -
                        3 | 1 | 2025-01-23T20:00 | scheduled | 10 | - | -
                        4 | 1 | 2025-01-24T20:00 | scheduled | 10 | - | -
                        5 | 2 | 2025-01-25T20:00 | scheduled | 10 | - | -
                        6 | 1 | 2025-05-01T20:00 | scheduled | 10 | - | -
                        7 | 1 | 2025-03-10T20:00 | scheduled | 20 | - | -
                        """)
                .lines(lines + """
                        5 | 2025-01-02 | -          | sale         | 1000  | - | - | - | - | - | - | t1
                        6 | 2025-01-02 | -          | sale         | 1000  | - | - | - | - | - | - | t2
                        7 | 2025-03-07 | -          | sale         | 1000  | - | - | - | - | - | - | t3
                        7 | 2025-03-07 | -          | sale         | 1000  | - | - | - | - | - | - | t4
                        7 | 2025-03-08 | 2025-03-07 | cancellation | -1000 | - | - | - | - | - | - | t4
                        7 | 2025-03-09 | -          | sale         | 1000  | - | - | - | - | - | - | t5
                        """)
                .counted();
    }

    @Test
    void aCurveStandsBesideTheQuartilesOfPlaysAlreadyPlayed() {
        BoxOffice.House house = plays();
        BookingCurve curve = house.figures()
                .bookingCurve(house.id, 7, LocalDate.of(2025, 3, 8))
                .orElseThrow();
        assertThat(curve.comparable()).isEqualTo(4);
        // rates two days before: 10 20 30 40 per 100 seats; on the day 50 60 70 80. Quartiles lie between the values.
        assertThat(curve.points())
                .containsExactly(
                        new Point(3, 2L, 10.0, 0.0, 0.0, 0.0),
                        new Point(2, 1L, 5.0, 17.5, 25.0, 32.5),
                        new Point(1, null, null, 17.5, 25.0, 32.5),
                        new Point(0, null, null, 57.5, 65.0, 72.5));
    }

    @Test
    void fewerThanFourComparablePlaysMakeNoBand() {
        BoxOffice.House house = plays();
        BookingCurve curve = house.figures()
                .bookingCurve(house.id, 4, LocalDate.of(2025, 1, 24))
                .orElseThrow();
        assertThat(curve.comparable()).isEqualTo(3);
        assertThat(curve.points()).extracting(Point::median).containsOnlyNulls();
    }

    @Test
    void aPerformanceNotYetOnSaleHasACurveOfZeros() {
        BoxOffice.House house = plays();
        BookingCurve curve = house.figures()
                .bookingCurve(house.id, 7, LocalDate.of(2025, 3, 1))
                .orElseThrow();
        assertThat(curve.points()).hasSize(91);
        assertThat(curve.points().get(0)).isEqualTo(new Point(90, 0L, 0.0, 0.0, 0.0, 0.0));
    }

    @Test
    void weeksBeginOnMondayAndStandBesideTheSameWeekASeasonEarlier() {
        // Monday 6 January 2025 is 364 days after Monday 8 January 2024
        BoxOffice.House house = office.house()
                .productions("1 | Phèdre | theatre")
                .performances("""
                        1 | 1 | 2024-02-01T20:00 | scheduled | 10 | - | -
                        2 | 1 | 2025-02-01T20:00 | scheduled | 10 | - | -
                        """)
                .lines("""
                        1 | 2024-01-08 | - | sale | 1000 | - | - | - | - | - | - | t1
                        1 | 2024-01-12 | - | sale | 1000 | - | - | - | - | - | - | t2
                        1 | 2024-01-24 | - | sale | 1000 | - | - | - | - | - | - | t3
                        1 | 2024-01-28 | - | sale | 1000 | - | - | - | - | - | - | t4
                        2 | 2025-01-12 | - | sale | 3000 | - | - | - | - | - | - | t5
                        2 | 2025-01-20 | - | sale | 3000 | - | - | - | - | - | - | t6
                        2 | 2025-01-31 | - | sale | 3000 | - | - | - | - | - | - | t7
                        """)
                .counted();
        // as of Thursday 23 January: t4 of the elder week's Sunday is not yet its turn, nor is t3 (Wednesday: it is)
        assertThat(house.figures().weeks(house.id, new Season(2024), LocalDate.of(2025, 1, 23)))
                .containsExactly(
                        new WeekPoint(LocalDate.of(2025, 1, 6), 1, 3000, 2, 2000),
                        new WeekPoint(LocalDate.of(2025, 1, 13), 0, 0, 0, 0),
                        new WeekPoint(LocalDate.of(2025, 1, 20), 1, 3000, 1, 1000));
    }

    @Test
    void answersAreRememberedUntilTheWarehouseChanges() {
        BoxOffice.House house = plays();
        RememberedFigures figures = new RememberedFigures(house.figures(), office.warehouse);
        LocalDate day = LocalDate.of(2025, 3, 8);
        FigureSheet before = figures.season(house.id, new Season(2024), day);
        assertThat(figures.season(house.id, new Season(2024), day)).isSameAs(before);
        house.lines("7 | 2025-03-08 | - | sale | 1000 | - | - | - | - | - | - | t9")
                .counted();
        FigureSheet after = figures.season(house.id, new Season(2024), day);
        assertThat(List.of(
                        before.figure("tickets").value(),
                        after.figure("tickets").value()))
                .containsExactly(29.0, 30.0);
    }
}
