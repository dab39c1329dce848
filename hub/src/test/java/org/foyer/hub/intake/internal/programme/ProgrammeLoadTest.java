package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.intake.internal.loading.LoadCounts;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Stage;
import org.foyer.hub.intake.internal.loading.TakeBack;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeLoadTest {

    private static final String STAGE = """
            create or replace temp table stage (
              file smallint, line bigint, performance_ref varchar, production_ref varchar, title varchar, starts_at timestamp, day date,
              hall_zone varchar, venue varchar, hall varchar, configuration varchar, hall_capacity varchar, hall_seats varchar, hall_wheelchair varchar,
              hall_words varchar, street varchar, postcode varchar, city varchar,
              region varchar, country varchar, venue_url varchar, capacity integer, held integer, potential bigint,
              state varchar, season varchar, genre varchar, event_type varchar, producer varchar, description varchar,
              url varchar, item_position integer, work_ref varchar, work_title varchar, work_part varchar,
              "interval" boolean, contributor varchar, contributor_kind varchar, contributor_form varchar, producer_form varchar, work_type varchar, work_genre varchar, work_category varchar, role varchar, instrument varchar, subtitle varchar, picture varchar,
              picture_credit varchar, picture_licence varchar, duration varchar, age_from varchar, age_to varchar, languages varchar,
              surtitles varchar, warnings varchar, accessibility varchar, audience varchar, history varchar, festival varchar, series varchar, revival_of varchar, attendance varchar, availability varchar,
              price_from varchar, price_to varchar, cast_changes varchar, works varchar, people varchar, texts varchar, set_aside varchar, own_performance varchar, own_production varchar,
              outside struct(kind varchar, hint varchar, field varchar, cell varchar, whose varchar)[])
            """;

    private static final String CONCERT = """
            (1, 'p1', '2024-09-12 19:30', null, null, null, null, false, 'NY Phil', 'orchestra', null),
            (2, 'p1', '2024-09-12 19:30', 1, '5', 'CONCERTO', null, false, 'Mozart', 'composer', null),
            (3, 'p1', '2024-09-12 19:30', 1, '5', 'CONCERTO', null, false, 'Ax', 'soloist', 'Piano'),
            (4, 'p1', '2024-09-12 19:30', 2, null, null, null, true, null, null, null),
            (5, 'p1', '2024-09-12 19:30', 3, '6', 'SYMPHONY', 'Finale', false, 'Mahler', 'composer', null),
            (6, 'p2', '2024-09-13 19:30', 1, '6', 'SYMPHONY', null, false, 'Mahler', 'composer', null)""";

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void worksItemsAndCreditsAreKeptInOrder() {
        assertThat(load(1, CONCERT)).isEqualTo(new LoadCounts(6, 0, 0));
        assertThat(query("select id, source_ref, title from work order by id"))
                .containsExactly("1000001|5|CONCERTO", "1000002|6|SYMPHONY");
        assertThat(query("select performance, position, work, part, \"interval\" from programme_item order by all"))
                .containsExactly(
                        "1000001|1|1000001|null|false",
                        "1000001|2|null|null|true",
                        "1000001|3|1000002|Finale|false",
                        "1000002|1|1000002|null|false");
        assertThat(query("select performance, position, name, role, instrument from contribution order by all"))
                .containsExactly(
                        "1000001|1|Ax|soloist|Piano",
                        "1000001|1|Mozart|composer|null",
                        "1000001|3|Mahler|composer|null",
                        "1000001|null|NY Phil|orchestra|null",
                        "1000002|1|Mahler|composer|null");
    }

    @Test
    void aProgrammeThatIsTakenBackAndReturnsHasItsIdentifiersAgain() {
        String works = "select id, source_ref from work union all select id, source_ref from performance order by all";
        load(1, CONCERT);
        List<String> given = query(works);
        warehouse.write(connection -> new TakeBack(connection, 7, "America/New_York", 1, 2, Instant.EPOCH).all());
        assertThat(query(works)).isEmpty();
        load(3, CONCERT);
        assertThat(query(works)).isEqualTo(given);
    }

    @Test
    void theSameProgrammeAgainChangesNothing() {
        load(1, CONCERT);
        List<String> before = everything();
        assertThat(load(2, CONCERT)).isEqualTo(new LoadCounts(0, 6, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onlyWhatDiffersIsKeptAndAnUndoBringsTheOldBack() {
        load(1, CONCERT);
        List<String> before = everything();
        assertThat(load(2, CONCERT.replace("'Ax'", "'Uchida'"))).isEqualTo(new LoadCounts(5, 1, 0));
        assertThat(query("select performance, position, name, run from contribution where run = 2 order by all"))
                .containsExactly("1000001|1|Mozart|2", "1000001|1|Uchida|2", "1000001|3|Mahler|2");
        assertThat(query("select count(*) from programme_item where run = 2")).containsExactly("0");
        for (String table : List.of("work", "programme_item", "contribution", "performance", "production", "venue")) {
            warehouse.write(connection -> new Sql(connection).change("delete from " + table + " where run = 2"));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        load(1, CONCERT);
        List<String> inOrder = query("select * exclude run from programme_item order by all");
        String shuffled = String.join(
                ",\n",
                List.of(
                        CONCERT.split(",\\n")[4].strip(),
                        CONCERT.split(",\\n")[0].strip(),
                        CONCERT.split(",\\n")[2].strip(),
                        CONCERT.split(",\\n")[1].strip(),
                        CONCERT.split(",\\n")[5].strip(),
                        CONCERT.split(",\\n")[3].strip()));
        assertThat(load(2, shuffled)).isEqualTo(new LoadCounts(0, 6, 0));
        assertThat(query("select * exclude run from programme_item order by all"))
                .isEqualTo(inOrder);
    }

    @Test
    void worksWithoutPositionStandInTheOrderOfTheirRows() {
        load(1, """
                (1, 'p1', '2024-09-12 19:30', null, null, 'B', null, false, 'X', 'composer', null),
                (2, 'p1', '2024-09-12 19:30', null, null, 'A', null, false, 'Y', 'composer', null),
                (3, 'p1', '2024-09-12 19:30', null, null, null, null, true, null, null, null),
                (4, 'p1', '2024-09-12 19:30', null, null, 'B', null, false, 'Z', 'soloist', null)""");
        assertThat(
                        query(
                                "select i.position, w.title, \"interval\" from programme_item i left join work w on w.id = i.work order by 1"))
                .containsExactly("1|B|false", "2|A|false", "3|null|true");
        assertThat(query("select position, name from contribution order by all"))
                .containsExactly("1|X", "1|Z", "2|Y");
    }

    @Test
    void aWorkWithoutReferenceIsTheSameOnlyWithinItsProduction() {
        String fifth = "(%d, '%s', '2024-09-1%d 20:00', 1, null, 'SYMPHONY NO. 5', null, false, null, null, null)";
        load(
                1,
                fifth.formatted(1, "p1", 1) + "," + fifth.formatted(2, "p2", 2),
                "case ref when 'p1' then 'One' else 'Two' end");
        assertThat(query("select count(*) from work")).containsExactly("2");
        load(2, fifth.formatted(1, "p3", 3), "'One'");
        assertThat(query("select count(*) from work")).containsExactly("2");
        assertThat(query("select count(distinct work) from programme_item")).containsExactly("2");
    }

    /** Ten evenings of Wagner are ten productions, and their title need not say so. */
    @Test
    void aReferenceTellsProductionsOfOneTitleApart() {
        load(
                1,
                evening(1, "p1", 1) + "," + evening(2, "p2", 2) + "," + evening(3, "p3", 3),
                "'Wagner'",
                "left(ref, 2)");
        assertThat(query("select source_ref, title from production order by id"))
                .containsExactly("p1|Wagner", "p2|Wagner", "p3|Wagner");
        load(2, evening(1, "p2b", 4), "'Wagner'", "left(ref, 2)");
        assertThat(query("select p.source_ref, d.source_ref from performance p join production d on d.id = p.production"
                        + " order by p.id"))
                .containsExactly("p1|p1", "p2|p2", "p3|p3", "p2b|p2");
    }

    /** Among several it would be a guess. */
    @Test
    void withoutReferenceATitleMeansTheOnlyProductionOfThatTitle() {
        load(1, evening(1, "p1", 1), "'Lohengrin'", "'a'");
        load(2, evening(1, "q1", 2), "'Lohengrin'", "cast(null as varchar)");
        assertThat(query("select count(*) from production")).containsExactly("1");
        load(3, evening(1, "p2", 3), "'Lohengrin'", "'b'");
        load(4, evening(1, "q2", 4), "'Lohengrin'", "cast(null as varchar)");
        load(5, evening(1, "q3", 5), "'Lohengrin'", "cast(null as varchar)");
        assertThat(query("select p.source_ref, d.source_ref from performance p join production d on d.id = p.production"
                        + " order by p.id"))
                .containsExactly("p1|a", "q1|a", "p2|b", "q2|null", "q3|null");
        assertThat(query("select count(*) from production")).containsExactly("3");
    }

    private static String evening(int line, String reference, int day) {
        return "(%d, '%s', '2024-09-1%d 20:00', null, null, null, null, false, null, null, null)"
                .formatted(line, reference, day);
    }

    @Test
    void anHourAwayIsAnHourOfItsOwnZoneAndWithoutZoneNoInstant() {
        String rows = "(1, '%s', '2024-10-08 19:00', null, null, null, null, false, null, null, null)";
        loadIn(1, rows.formatted("tokyo"), "'Tour'", "'Asia/Tokyo'");
        loadIn(2, rows.formatted("nowhere"), "'Tour 2'", "''");
        loadIn(3, rows.formatted("home"), "'Home'", "cast(null as varchar)");
        loadIn(4, rows.formatted("wrong"), "'Tour 3'", "'Moon/Crater'");
        assertThat(query("select source_ref, starts_local, starts_at from performance order by id"))
                .containsExactly(
                        "tokyo|2024-10-08 19:00:00.0|2024-10-08 10:00:00.0",
                        "nowhere|2024-10-08 19:00:00.0|null",
                        "home|2024-10-08 19:00:00.0|2024-10-08 23:00:00.0",
                        "wrong|2024-10-08 19:00:00.0|null");
    }

    @Test
    void anotherHousesWorksAreNotTouched() {
        warehouse.write(connection -> new Sql(connection).change("insert into work values (8, 1, '5', 'CONCERTO', 1)"));
        load(2, CONCERT);
        assertThat(query("select count(*) from work where house = 7")).containsExactly("2");
    }

    private LoadCounts load(int run, String rows) {
        return load(run, rows, "'Evening'");
    }

    private LoadCounts load(int run, String rows, String title) {
        return load(run, rows, title, "cast(null as varchar)");
    }

    private LoadCounts load(int run, String rows, String title, String production) {
        return loadIn(run, rows, title, "cast(null as varchar)", production);
    }

    private LoadCounts loadIn(int run, String rows, String title, String zone) {
        return loadIn(run, rows, title, zone, "cast(null as varchar)");
    }

    private LoadCounts loadIn(int run, String rows, String title, String zone, String production) {
        return warehouse.write(connection -> {
            Sql sql = new Sql(connection);
            sql.run(STAGE);
            sql.run("""
                    insert into stage by name
                    select 0 as file, line, ref as performance_ref, %s as production_ref, %s as title, cast(starts_at as timestamp) as starts_at,
                      %s as hall_zone, item_position, work_ref, work_title, work_part, "interval", contributor, role,
                      instrument
                    from (values %s) v (line, ref, starts_at, item_position, work_ref, work_title, work_part, "interval",
                      contributor, role, instrument)
                    """.formatted(production, title, zone, rows));
            return new ProgrammeLoad()
                    .into(connection, new Stage(new HouseId(7), "America/New_York", run, "test", "stage"));
        });
    }

    private List<String> everything() {
        return query("""
                select 'item', house, performance, position, cast(work as varchar), part, cast(run as varchar) from programme_item
                union all select 'credit', house, performance, position, name, role, cast(run as varchar) from contribution
                union all select 'work', house, id, null, source_ref, title, cast(run as varchar) from work
                union all select 'performance', house, id, null, source_ref, state, cast(run as varchar) from performance
                union all select 'production', house, id, null, title, genre, cast(run as varchar) from production
                order by all
                """);
    }

    private List<String> query(String sql) {
        return warehouse.read(connection -> new Sql(connection).list(ProgrammeLoadTest::joined, sql));
    }

    private static String joined(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        return text.toString();
    }
}
