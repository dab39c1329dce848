package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of many houses read together are those that each house would get alone. */
class PeerSheetsTest {

    private static final Season SEASON = new Season(2024);
    private static final LocalDate AS_OF = LocalDate.of(2025, 1, 31);

    @TempDir
    Path folder;

    /** Both houses use the same ids, so that a join that forgets the house shows. */
    private static BoxOffice.House selling(BoxOffice office, int price, String kind) {
        return office.house()
                .productions("1 | Phèdre | theatre")
                .performances("""
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | 2 | -
                        2 | 1 | 2025-01-11T20:00 | scheduled | 8  | - | -
                        """)
                .labels("""
                        tariff  | 1 | Plein | %s
                        channel | 1 | Site  | web
                        zone    | 1 | %s    | -
                        """.formatted(kind, kind))
                .lines("""
                        1 | 2024-12-01 | -          | sale         | %1$d  | -  | 1 | 1 | 1 | 11 | a | t1
                        1 | 2024-12-02 | -          | sale         | %1$d  | -  | 1 | 1 | 1 | 11 | a | t2
                        2 | 2025-01-03 | -          | sale         | %1$d  | -  | 1 | 1 | 1 | 13 | c | t4
                        2 | 2025-01-05 | 2025-01-03 | cancellation | -%1$d | -  | 1 | 1 | 1 | 13 | c | t4
                        """.formatted(price))
                .entries("1 | t1 | 2025-01-10T19:00")
                .contacts("2 | 1 | 1 | 0 | 0")
                .counted();
    }

    @Test
    void sheetsReadTogetherAreThoseReadAlone() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House one = selling(office, 1000, "full");
            BoxOffice.House other = selling(office, 2500, "subscription");
            BoxOffice.House empty = office.house();
            CubeFigures figures = one.figures();
            Set<String> all = figures.dictionary().stream().map(Indicator::id).collect(Collectors.toSet());
            List<FigureSheet> together = figures.sheets(List.of(other.id, empty.id, one.id), SEASON, AS_OF, all);
            assertThat(together)
                    .containsExactly(
                            figures.season(other.id, SEASON, AS_OF),
                            figures.season(empty.id, SEASON, AS_OF),
                            figures.season(one.id, SEASON, AS_OF));
            assertThat(together.get(0)).isNotEqualTo(together.get(2));
        }
    }

    @Test
    void aChapterGivesTheIndicatorsItNames() {
        Dictionary dictionary = Dictionary.shipped();
        for (Chapter chapter : SheetQuery.CHAPTERS) {
            assertThat(chapter.figures(new Tally(), dictionary))
                    .extracting(org.foyer.hub.insight.Figure::indicator)
                    .containsExactlyInAnyOrderElementsOf(chapter.indicators());
        }
    }

    @Test
    void whatIsRememberedOfAHouseOutlastsAnImportOfAnother() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House one = selling(office, 1000, "full");
            BoxOffice.House other = selling(office, 2500, "full");
            RememberedFigures figures = new RememberedFigures(one.figures(), office.warehouse);
            FigureSheet before = figures.season(one.id, SEASON, AS_OF);
            office.warehouse.write(other.id, connection -> true);
            assertThat(figures.season(one.id, SEASON, AS_OF)).isSameAs(before);
            office.warehouse.write(one.id, connection -> true);
            assertThat(figures.season(one.id, SEASON, AS_OF))
                    .isNotSameAs(before)
                    .isEqualTo(before);
            office.warehouse.write(connection -> true);
            assertThat(figures.season(one.id, SEASON, AS_OF)).isEqualTo(before);
        }
    }
}
