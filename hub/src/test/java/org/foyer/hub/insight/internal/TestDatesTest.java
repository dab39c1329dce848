package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets of a date that was set aside as a test are no audience; those of a date set aside for another reason are held by somebody. */
class TestDatesTest {

    private static final Season SEASON = new Season(2024);
    private static final LocalDate LATER = LocalDate.of(2025, 6, 30);

    private static final String DATES = """
            1 | 1 | 2025-01-10T20:00 | scheduled | 10 | - | 20000
            2 | 1 | 2025-01-11T20:00 | scheduled | 10 | - | 20000
            3 | 1 | 2025-01-12T20:00 | scheduled | 90 | - | 180000
            """;

    private static final String LINES = """
            1 | 2025-01-02 | - | sale | 2000 | 2000 | - | - | - | 71 | o1 | t1
            2 | 2025-01-02 | - | sale | 2000 | 2000 | - | - | - | 72 | o2 | t2
            3 | 2025-01-03 | - | sale | 9900 | 9900 | - | - | - | 73 | o3 | t3
            3 | 2025-01-03 | - | sale | 9900 | 9900 | - | - | - | 73 | o3 | t4
            """;

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

    /** The same house with and without the date of the test must say the same of everything. */
    private static BoxOffice.House house(boolean with, String why) {
        String dates = with ? DATES : DATES.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
        String lines = with ? LINES : LINES.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
        BoxOffice.House house = office.house()
                .productions("1 | Phèdre | theatre")
                .performances(dates)
                .lines(lines);
        return house.counted().change("update performance set set_aside = '" + why + "' where house = ? and id = 3");
    }

    private static FigureSheet sheet(BoxOffice.House house) {
        return house.figures().season(house.id, SEASON, LATER);
    }

    @Test
    void noFigureKnowsOfATest() {
        BoxOffice.House tried = house(true, "test");
        BoxOffice.House never = house(false, "test");
        FigureSheet sheet = sheet(tried);
        assertThat(sheet.figure("tickets").value()).isEqualTo(2);
        assertThat(sheet.figure("revenue").value()).isEqualTo(4000);
        assertThat(sheet.figure("occupancy").value()).isEqualTo(0.1);
        assertThat(sheet.figures()).isEqualTo(sheet(never).figures());
        assertThat(tried.figures().weeks(tried.id, SEASON, LATER))
                .isEqualTo(never.figures().weeks(never.id, SEASON, LATER));
        assertThat(tried.figures().bookingCurve(tried.id, 1, LATER))
                .isEqualTo(never.figures().bookingCurve(never.id, 1, LATER));
    }

    @Test
    void ticketsOfADateThatIsThereAlreadyStayCounted() {
        assertThat(sheet(house(true, "twice")).figure("tickets").value()).isEqualTo(4);
    }

    @Test
    void aTestIsFoundInTheListAndByItselfButIsNotAmongTheNext() {
        BoxOffice.House house = house(true, "test");
        CubeFigures figures = house.figures();
        assertThat(figures.performances(house.id, SEASON, LATER, 0, 10))
                .extracting(PerformanceLine::performance, PerformanceLine::setAside, PerformanceLine::tickets)
                .containsExactly(tuple(1L, null, 1L), tuple(2L, null, 1L), tuple(3L, "test", 2L));
        assertThat(figures.upcoming(house.id, LocalDate.of(2025, 1, 5), 10))
                .extracting(PerformanceLine::performance)
                .containsExactly(1L, 2L);
        assertThat(figures.performance(house.id, 3, LATER)
                        .orElseThrow()
                        .figure("tickets")
                        .value())
                .isEqualTo(2);
        assertThat(figures.bookingCurve(house.id, 3, LATER).map(BookingCurve::points))
                .isPresent();
    }
}
