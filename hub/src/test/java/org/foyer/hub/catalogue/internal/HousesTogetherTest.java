package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole programmes of many houses: the same bytes as one by one, by questions whose number does not grow with the houses. */
class HousesTogetherTest {

    private static final int PERFORMANCES = 480;

    /** Performances of some houses in turn, two of a production; every third production plays a work of somebody. */
    private static final String ROWS = """
            insert into production (house, id, title, producer, run)
              select 1 + p %% %1$d, p, 'Spectacle ' || p, 'La Compagnie', 1 from range(1, %3$d) r(p) order by 1;
            insert into venue (house, id, name, city, country, run)
              select v, v, 'Salle ' || v, 'Lyon', 'FR', 1 from range(1, 1 + %1$d) r(v);
            insert into performance (house, id, production, venue, hall, day, starts_local, starts_at, state, run)
              select house, id, production, venue, hall, day, day + interval 20 hour, day + interval 19 hour, 'scheduled', 1 from (
                select 1 + p %% %1$d as house, 2 * p + n as id, p as production, 1 + p %% %1$d as venue,
                  case when p %% 5 = 0 then 'Studio' end as hall, cast(date '2025-01-01' + cast(p %% 300 + n as int) as date) as day
                from range(1, %3$d) r(p), range(2) s(n)) order by 1;
            insert into work (house, id, title, run)
              select house, id, 'Œuvre ' || id, 1 from production where id %% 3 = 0 order by 1;
            insert into programme_item (house, performance, position, work, interval, run)
              select house, id, 1, production, false, 1 from performance where production %% 3 = 0 order by 1;
            insert into contribution (house, performance, position, name, role, run)
              select house, id, 1, 'Autrice ' || production %% 7, 'compositeur', 1 from performance where production %% 3 = 0 order by 1;
            insert into contribution (house, performance, position, name, role, run)
              select house, id, null, 'Interprète ' || (id + n) %% 11, 'comédien', 1 from performance, range(2) r(n) order by 1;
            insert into credited_name select distinct name, name_number(name) from contribution;
            insert into found_outside
              select house, 'production', id, 'rof', 'P-' || id, false, 'a-source', 1, null from production where id %% 5 = 0 order by 1;
            insert into found_outside
              select distinct house, 'name', name_number(name), 'viaf', '95216565', false, 'a-source', 1, null
              from contribution where house %% 2 = 1 and name = 'Interprète 3' order by 1;
            insert into found_outside select house, 'house', 0, 'siren', '732829320', false, 'a-source', 1, null from venue where house < 3;
            """;

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @AfterEach
    void close() {
        warehouse.close();
    }

    /** @return the houses, the last of which has nothing */
    private List<House> filled(int houses, int performances) {
        if (warehouse != null) {
            warehouse.close();
        }
        warehouse = EmptyStores.warehouse(folder.resolve(houses + "-" + performances + ".duckdb"), "1GB");
        Fixture.fill(warehouse, ROWS.formatted(houses, performances, 1 + performances / 2));
        return IntStream.rangeClosed(1, houses + 1)
                .mapToObj(HouseRowsTest::house)
                .sorted(Comparator.comparing(House::slug))
                .toList();
    }

    private interface Asking {
        void ask() throws IOException;
    }

    private long asked(Asking asking) {
        long before = warehouse.asked();
        try {
            asking.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return warehouse.asked() - before;
    }

    private Map<String, String> together(List<House> houses, RdfForm form) throws IOException {
        Map<String, String> told = new HashMap<>();
        new Descriptions(warehouse)
                .each(houses, Fixture.FIRST, Fixture.LAST, Fixture.BASE, form, (house, programme) -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    programme.to(out);
                    told.put(house.slug(), out.toString(StandardCharsets.UTF_8));
                });
        return told;
    }

    private String alone(House house, RdfForm form) throws IOException {
        return together(List.of(house), form).get(house.slug());
    }

    private void dumped(List<House> houses) throws IOException {
        Path dumps = folder.resolve("dumps-" + houses.size());
        Dumps.Written written = new DumpFolder(dumps, new Descriptions(warehouse), () -> houses, Clock.systemUTC())
                .write(Fixture.BASE, 1);
        assertThat(written.files()).isEqualTo(houses.size());
    }

    @Test
    void eachHouseIsToldAsIfItWereAlone() throws IOException {
        List<House> houses = filled(12, PERFORMANCES);
        Map<String, String> together = together(houses, RdfForm.JSON_LD);
        assertThat(together).hasSize(13);
        for (House house : houses) {
            assertThat(together.get(house.slug())).isEqualTo(alone(house, RdfForm.JSON_LD));
        }
        assertThat(together.get("house-4"))
                .contains("Spectacle 3\"", "Œuvre 3\"", "Autrice 3", "Studio", "P-15")
                .doesNotContain("Spectacle 4\"", "732829320", "95216565");
        assertThat(together.get("house-1")).contains("732829320", "95216565");
        assertThat(together.get("house-13")).contains("Maison 13").doesNotContain("Spectacle");
    }

    @Test
    void aHouseOfSeveralPagesLosesNothingBesideSmallOnes() throws IOException {
        List<House> houses = filled(2, 2 * HouseBatches.PERFORMANCES_MAX + 400);
        Map<String, String> together = together(houses, RdfForm.N_TRIPLES);
        for (House house : houses.subList(0, 2)) {
            assertThat(together.get(house.slug())
                            .lines()
                            .filter(line -> line.contains("/startDate>") && line.contains("/performance/")))
                    .hasSize(HouseBatches.PERFORMANCES_MAX + 200)
                    .doesNotHaveDuplicates();
        }
        assertThat(new HouseBatches(warehouse).of(houses, Fixture.FIRST, Fixture.LAST))
                .extracting(List::size)
                .containsExactly(1, 1, 1);
    }

    @Test
    void moreHousesThatPlayAsMuchCostNoMoreQuestions() {
        List<House> few = filled(3, PERFORMANCES);
        long dump = asked(() -> dumped(few));
        long capData =
                asked(() -> new Descriptions(warehouse).writeCapData(few, Fixture.BASE, new ByteArrayOutputStream()));
        long graph = asked(
                () -> PublishedGraph.of(warehouse, () -> few, Clock.systemUTC()).get(Fixture.BASE));
        List<House> many = filled(60, PERFORMANCES);
        assertThat(asked(() -> dumped(many))).isEqualTo(dump).isLessThan(30);
        assertThat(asked(() ->
                        new Descriptions(warehouse).writeCapData(many, Fixture.BASE, new ByteArrayOutputStream())))
                .isEqualTo(capData);
        assertThat(asked(() -> PublishedGraph.of(warehouse, () -> many, Clock.systemUTC())
                        .get(Fixture.BASE)))
                .isEqualTo(graph);
    }

    /** A page of the feed of changes over the houses; their first change is the same. */
    private String feed(List<House> houses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChangeFeed(
                        warehouse,
                        id -> houses.stream()
                                .filter(house -> house.id().equals(id))
                                .findFirst(),
                        ChangeMarks.NONE)
                .write(
                        Changes.Position.parse("0-0").orElseThrow(),
                        Fixture.BASE,
                        Fixture.BASE + "/changes?after=",
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageOfChangesOfManyHousesCostsNoMoreQuestions() throws IOException {
        List<Long> questions = new ArrayList<>();
        for (int number : new int[] {2, 40}) {
            List<House> houses = filled(number, PERFORMANCES);
            Fixture.fill(warehouse, "update performance set changed_run = 1");
            String[] told = new String[1];
            questions.add(asked(() -> told[0] = feed(houses)));
            assertThat(told[0].split("\"state\":\"updated\"", -1)).hasSize(PERFORMANCES + 1);
            assertThat(told[0]).contains("Spectacle 1\"", "Interprète 3", "732829320");
        }
        assertThat(questions.get(1)).isEqualTo(questions.get(0));
    }
}
