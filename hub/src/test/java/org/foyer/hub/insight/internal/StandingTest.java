package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many questions a page asks of the engine, and that what it no longer asks is still what it was. */
class StandingTest {

    private static final Season SEASON = new Season(2024);
    private static final LocalDate AS_OF = LocalDate.of(2025, 1, 31);
    private static final Set<String> FEW = Set.of("occupancy", "tickets", "revenue", "average-yield");

    @TempDir
    Path folder;

    private BoxOffice office;
    private BoxOffice.House house;
    private CubeFigures figures;

    @BeforeEach
    void open() {
        office = new BoxOffice(folder);
        house = office.house()
                .productions("1 | Phèdre | theatre")
                .performances("""
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | 2 | -
                        2 | 1 | 2025-01-30T20:00 | scheduled | 8  | - | -
                        """)
                .labels("tariff | 1 | Plein | full")
                .lines("""
                        1 | 2024-12-01 | - | sale | 1000 | - | 1 | - | - | 11 | a | t1
                        2 | 2025-01-03 | - | sale | 1500 | - | 1 | - | - | 13 | c | t4
                        """)
                .contacts("2 | 1 | 1 | 0 | 0")
                .counted();
        figures = house.figures();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private long asked(Runnable page) {
        long before = office.warehouse.asked();
        page.run();
        return office.warehouse.asked() - before;
    }

    @Test
    void aSheetOfAnotherDayAsksTheCubesAlone() {
        assertThat(asked(() -> figures.season(house.id, SEASON, AS_OF))).isEqualTo(8);
        assertThat(asked(() -> figures.season(house.id, SEASON, AS_OF.minusDays(1))))
                .as("sold, scanned, mix, leads, orders")
                .isEqualTo(5);
    }

    @Test
    void aFewFiguresOfAKnownSeasonAreOneQuestion() {
        assertThat(asked(() -> figures.season(house.id, SEASON, AS_OF, FEW))).isEqualTo(2);
        assertThat(asked(() -> figures.season(house.id, SEASON, AS_OF.minusDays(1), FEW)))
                .isEqualTo(1);
        figures.season(house.id, SEASON.previous(), AS_OF.minusYears(1), FEW);
        assertThat(asked(() -> home(figures, AS_OF.minusDays(2)))).isEqualTo(8);
    }

    /** What the first page of a house asks. */
    private void home(Figures asked, LocalDate day) {
        asked.seasons(house.id);
        asked.attention(house.id, day);
        asked.upcoming(house.id, day, 7);
        asked.season(house.id, SEASON, day, FEW);
        asked.season(house.id, SEASON.previous(), day.minusYears(1), FEW);
        asked.weeks(house.id, SEASON, day);
    }

    @Test
    void aPerformanceIsPlayedOnTheDayAskedNotOnThatRemembered() {
        figures.season(house.id, SEASON, AS_OF);
        for (LocalDate day = AS_OF; day.isAfter(LocalDate.of(2024, 11, 29)); day = day.minusDays(10)) {
            assertThat(figures.season(house.id, SEASON, day))
                    .isEqualTo(house.figures().season(house.id, SEASON, day));
        }
        assertThat(figures.season(house.id, SEASON, AS_OF.minusDays(20)))
                .isNotEqualTo(figures.season(house.id, SEASON, AS_OF.minusDays(22)));
    }

    @Test
    void nothingIsRememberedBeyondAChange() {
        figures.season(house.id, SEASON, AS_OF);
        house.change("update label set kind = 'youth' where house = ?");
        house.change("update performance set capacity = 20, held = null where house = ? and id = 1");
        house.change("update contact_quality set buyers = 4 where house = ?");
        assertThat(figures.season(house.id, SEASON, AS_OF))
                .isEqualTo(house.figures().season(house.id, SEASON, AS_OF));
        assertThat(figures.season(house.id, SEASON, AS_OF)
                        .figure("tariff-mix")
                        .parts()
                        .get(0)
                        .key())
                .isEqualTo("youth");
    }

    @Test
    void aTestThatIsAskedForByItselfIsTold() {
        house.change("update performance set set_aside = 'test' where house = ? and id = 2");
        assertThat(figures.season(house.id, SEASON, AS_OF).figure("tickets").value())
                .isEqualTo(1);
        assertThat(figures.performance(house.id, 2, AS_OF)
                        .orElseThrow()
                        .figure("tickets")
                        .value())
                .isEqualTo(1);
        assertThat(figures.performance(house.id, 1, AS_OF))
                .isEqualTo(house.figures().performance(house.id, 1, AS_OF));
    }
}
