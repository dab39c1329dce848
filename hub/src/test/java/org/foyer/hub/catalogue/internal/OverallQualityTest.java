package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two houses, four and one dates; a ticketing tool told of all of the first house's, a website of two of these and of the other
 * house's one.
 */
class OverallQualityTest {

    private static final HouseId ONE = new HouseId(1);
    private static final HouseId TWO = new HouseId(2);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 3, 31);
    private static final List<Quality.Days> BOTH = List.of(of(ONE), of(TWO));

    private static final String TOLD = """
            insert into performance_statement (house, performance, run, starts_local, day, source) values
              (1, 1000001, 1, '2025-01-10 20:00:00', '2025-01-10', 'till'), (1, 1000003, 1, '2025-02-01 20:00:00', '2025-02-01', 'till'),
              (1, 1000005, 1, '2025-02-03 20:00:00', '2025-02-03', 'till'), (1, 1000007, 1, '2025-03-03 18:00:00', '2025-03-03', 'till'),
              (1, 1000002, 1, '2025-07-11 20:30:00', '2025-07-11', 'till'), (2, 1000001, 1, null, '2025-01-10', 'site');
            insert into further_reference values (1, 'performance', 'site', 'w-3', 1000003, 2);
            insert into description (house, kind, thing, property, language, value, source, run) values
              (1, 'performance', 1000005, 'duration', '', '95', 'site', 2),
              (1, 'production', 1000003, 'genre', '', 'inconnu', '', 1);
            """;

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Quality quality;

    private static Quality.Days of(HouseId house) {
        return new Quality.Days(house, FROM, TO);
    }

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        Fixture.fill(warehouse, TOLD);
        quality = new WarehouseQuality(warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    /** House 1: 35.5 points and 6/4 for the length of one date; house 2: 10 points, for its one guest. */
    @Test
    void theScoreOverHousesIsTheMeanOfTheirDates() {
        Quality.Overall overall = quality.over(BOTH);
        assertThat(overall.performances()).isEqualTo(5);
        assertThat(overall.score()).isCloseTo((4 * 37.0 + 10) / 5, within(1e-9));
        assertThat(overall.spread()).isEqualTo(new Quality.Spread(10, 23.5, 37));
        assertThat(overall.houses())
                .extracting(Quality.OfHouse::house, Quality.OfHouse::performances, Quality.OfHouse::first)
                .containsExactly(tuple(ONE, 4L, "description"), tuple(TWO, 1L, "description"));
        for (Quality.OfHouse house : overall.houses()) {
            assertThat(house.score())
                    .isCloseTo(quality.of(house.house(), FROM, TO).score(), within(1e-9));
        }
    }

    @Test
    void theGainsOfHousesAndOfPropertiesAreBothWhatLacksToAHundred() {
        Quality.Overall overall = quality.over(BOTH);
        double lacks = 100 - overall.score();
        assertThat(overall.houses().stream().mapToDouble(Quality.OfHouse::gain).sum())
                .isCloseTo(lacks, within(1e-9));
        assertThat(overall.properties().stream()
                        .mapToDouble(Quality.Property::gain)
                        .sum())
                .isCloseTo(lacks, within(1e-9));
    }

    @Test
    void aDateCountsWithEachSourceThatTellsOfIt() {
        Map<String, Quality.OfSource> sources =
                quality.over(BOTH).sources().stream().collect(Collectors.toMap(Quality.OfSource::source, one -> one));
        assertThat(sources.keySet()).containsExactlyInAnyOrder("till", "site");
        Quality.OfSource till = sources.get("till");
        assertThat(till.houses()).isEqualTo(1);
        assertThat(till.performances()).isEqualTo(4); // the cancelled one is not looked at
        assertThat(till.score()).isCloseTo(37, within(1e-9));
        assertThat(till.gain()).isCloseTo(4 * 63 / 5.0, within(1e-9));
        Quality.OfSource site = sources.get("site");
        assertThat(site.houses()).isEqualTo(2);
        assertThat(site.performances()).isEqualTo(3); // by its reference, by what it says, by its statement
        assertThat(site.score()).isCloseTo((33 + 39 + 10) / 3.0, within(1e-9));
    }

    @Test
    void whatASourceLacksIsToldDateByDateAndAddsUp() {
        Quality.SourceReport report = quality.of("site", BOTH);
        double lacks = 100 - report.score();
        assertThat(report.performances()).isEqualTo(3);
        assertThat(report.more()).isZero();
        assertThat(report.dates().stream().mapToDouble(Quality.Lack::gain).sum())
                .isCloseTo(lacks, within(1e-9));
        assertThat(report.properties().stream()
                        .mapToDouble(Quality.Property::gain)
                        .sum())
                .isCloseTo(lacks, within(1e-9));
        assertThat(report.dates()).extracting(Quality.Lack::reference).containsExactly("z", "w-3", null);
        Quality.Lack first = report.dates().get(0);
        assertThat(first.house()).isEqualTo(TWO);
        assertThat(first.starts()).isNull();
        assertThat(first.missing()).contains("time", "genre").doesNotContain("people");
        assertThat(report.dates().get(2).missing()).doesNotContain("duration");
        assertThat(quality.of("till", BOTH).dates())
                .extracting(Quality.Lack::reference)
                .contains("a", "c", "e", "g");
    }

    @Test
    void whatIsMendedGainsExactlyWhatTheReportPromised() {
        Quality.Overall before = quality.over(BOTH);
        double promised = quality.of("site", BOTH).dates().get(0).gain();
        Fixture.fill(warehouse, """
                insert into description (house, kind, thing, property, language, value, source, run) values
                  (2, 'production', 1000001, 'picture', '', 'https://two.example/p.jpg', 'site', 3);
                """);
        assertThat(quality.over(BOTH).score() - before.score()).isCloseTo(15 / 5.0, within(1e-9));
        assertThat(promised
                        - quality.of("site", BOTH).dates().stream()
                                .filter(lack -> lack.house().equals(TWO))
                                .findFirst()
                                .orElseThrow()
                                .gain())
                .isCloseTo(15 / 3.0, within(1e-9));
    }

    /** What another house's files say, and its sources, are told to nobody who may not see it. */
    @Test
    void ofAHouseThatWasNotAskedForNothingIsTold() {
        Quality.Overall alone = quality.over(List.of(of(TWO)));
        assertThat(alone.houses()).extracting(Quality.OfHouse::house).containsExactly(TWO);
        assertThat(alone.sources()).extracting(Quality.OfSource::source).containsExactly("site");
        assertThat(quality.of("till", List.of(of(TWO))).performances()).isZero();
        assertThat(quality.of("site", List.of(of(ONE))).dates())
                .extracting(Quality.Lack::house)
                .containsOnly(ONE);
        assertThat(quality.of("x' or 'a' = 'a", BOTH).performances()).isZero();
        assertThat(quality.over(List.of()).houses()).isEmpty();
    }

    @Test
    void aDateThatIsSetAsideIsNoOnesLack() {
        Fixture.fill(warehouse, "update performance set set_aside = 'test' where house = 2");
        assertThat(quality.over(BOTH).houses())
                .extracting(Quality.OfHouse::house)
                .containsExactly(ONE);
        assertThat(quality.of("site", BOTH).performances()).isEqualTo(2);
    }
}
