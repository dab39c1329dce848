package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseQualityTest {

    private static final HouseId HOUSE = new HouseId(1);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 3, 31);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Quality quality;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        quality = new WarehouseQuality(warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void thePointsOfAllPropertiesAreAHundred() {
        assertThat(Quality.POINTS.values().stream().mapToInt(points -> points).sum())
                .isEqualTo(100);
    }

    /** Four dates: three of the Misanthrope (two with a venue, one of them in a town), one of the other with a venue in no town. */
    @Test
    void aDateHasThePointsOfWhatItTells() {
        Quality.Report report = quality.of(HOUSE, FROM, TO);
        assertThat(report.performances()).isEqualTo(4);
        assertThat(there(report, "time")).isEqualTo(4);
        assertThat(there(report, "venue")).isEqualTo(1);
        assertThat(there(report, "people")).isEqualTo(4);
        assertThat(there(report, "genre")).isEqualTo(4);
        assertThat(there(report, "url")).isEqualTo(4);
        assertThat(there(report, "description")).isZero(); // 26 signs tell no more than a title
        assertThat(there(report, "picture")).isZero();
        assertThat(report.score()).isCloseTo(10 + 10 / 4.0 + 10 + 8 + 5, within(1e-9));
    }

    @Test
    void whatIsSaidGainsExactlyWhatWasPromised() {
        Quality.Report before = quality.of(HOUSE, FROM, TO);
        Fixture.fill(warehouse, """
                insert into description (house, kind, thing, property, language, value, source, run) values
                  (1, 'production', 1000001, 'picture', '', 'https://house.example/picture.jpg', 'test', 1),
                  (1, 'production', 1000003, 'picture', '', 'https://house.example/other.jpg', 'test', 1),
                  (1, 'performance', 1000001, 'duration', '', '95', 'test', 1),
                  (2, 'performance', 1000003, 'duration', '', '95', 'test', 1);
                """);
        Quality.Report after = quality.of(HOUSE, FROM, TO);
        assertThat(after.score() - before.score())
                .isCloseTo(gain(before, "picture") + gain(before, "duration") / 4, within(1e-9));
        assertThat(there(after, "duration")).isEqualTo(1); // another house's word is none of ours
    }

    @Test
    void oneDateHasItsOwnPointsAndTheMeanOfAllIsThatOfTheHouse() {
        Quality.Report report = quality.of(HOUSE, FROM, TO);
        java.util.List<Long> dates = warehouse.read(connection -> Rows.of(
                connection,
                "select id from shown_performance where house = 1 and state <> 'cancelled' and day between date '"
                        + FROM + "' and date '" + TO + "' order by id",
                row -> row.getLong(1)));
        assertThat(dates).hasSize(4);
        double sum = 0;
        for (long date : dates) {
            Quality.OfDate one = quality.of(HOUSE, date).orElseThrow();
            assertThat(one.missing().stream().mapToInt(Quality.Property::points).sum())
                    .isEqualTo((int) Math.round(100 - one.score()));
            assertThat(one.missing())
                    .allSatisfy(property -> assertThat(property.gain()).isEqualTo(property.points()));
            assertThat(one.missing())
                    .extracting(Quality.Property::points)
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
            sum += one.score();
        }
        assertThat(sum / dates.size()).isCloseTo(report.score(), within(1e-9));
        assertThat(quality.of(HOUSE, dates.get(0)).orElseThrow().production()).isEqualTo(1000001);
    }

    @Test
    void ofADateThatIsCancelledSetAsideOrAnotherHousesNothingIsTold() {
        Fixture.fill(
                warehouse,
                "update performance set state = 'cancelled' where house = 1 and id = 1000001;"
                        + " update performance set set_aside = 'test' where house = 1 and id = 1000003;");
        assertThat(quality.of(HOUSE, 1000001)).isEmpty();
        assertThat(quality.of(HOUSE, 1000003)).isEmpty();
        assertThat(quality.of(new HouseId(77), 1000005)).isEmpty();
        assertThat(quality.of(HOUSE, 1000005)).as("one of the others").isPresent();
        assertThat(quality.of(HOUSE, 99)).isEmpty();
    }

    @Test
    void theGainsOfShowsAndOfPropertiesAreBothWhatLacksToAHundred() {
        Quality.Report report = quality.of(HOUSE, FROM, TO);
        double lacks = 100 - report.score();
        assertThat(report.shows().stream().mapToDouble(Quality.Show::gain).sum())
                .isCloseTo(lacks, within(1e-9));
        assertThat(report.properties().stream()
                        .mapToDouble(Quality.Property::gain)
                        .sum())
                .isCloseTo(lacks, within(1e-9));
        assertThat(report.properties()).isSortedAccordingTo((one, other) -> Double.compare(other.gain(), one.gain()));
    }

    @Test
    void whatIsCancelledOrSetAsideIsNotLookedAt() {
        Fixture.fill(warehouse, "update performance set set_aside = 'test' where house = 1 and id = 1000001");
        assertThat(quality.of(HOUSE, FROM, TO).performances()).isEqualTo(3);
        assertThat(quality.of(HOUSE, LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 31))
                        .performances())
                .isZero(); // the only one is cancelled
    }

    @Test
    void aHouseWithoutAProgrammeHasNothingToMend() {
        assertThat(quality.of(new HouseId(3), FROM, TO))
                .isEqualTo(new Quality.Report(0, 0, java.util.List.of(), java.util.List.of()));
    }

    private static long there(Quality.Report report, String name) {
        return property(report, name).there();
    }

    private static double gain(Quality.Report report, String name) {
        return property(report, name).gain();
    }

    private static Quality.Property property(Quality.Report report, String name) {
        return report.properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
