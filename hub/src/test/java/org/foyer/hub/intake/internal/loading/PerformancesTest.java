package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancesTest {

    @TempDir
    Path folder;

    Warehouse warehouse;
    long moved;
    boolean titlesLookedFor;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void theSameTitleAndHourInAnotherSpellingIsTheSamePerformance() {
        run(1, "(1, 1, null, 'Le Misanthrope', timestamp '2025-03-01 20:00', 'Grande salle', 400)");
        run(2, "(9, 5, null, ' le  MISANTHROPE', timestamp '2025-03-01 20:00', 'grande Salle', null)");
        assertThat(query("select id, capacity from performance")).containsExactly("1000001|400");
    }

    @Test
    void aFileThatDoesNotNameTheHallMeansTheOnlyPerformanceOfThatHour() {
        run(1, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        run(2, "(9, 5, null, 'Carmen', timestamp '2025-03-01 20:00', null, null)");
        run(
                3,
                "(1, 1, null, 'Duo', timestamp '2025-03-01 20:00', 'Salle A', 400),"
                        + "(2, 2, null, 'Duo', timestamp '2025-03-01 20:00', 'Salle B', 100)");
        run(4, "(9, 5, null, 'Duo', timestamp '2025-03-01 20:00', null, null)");
        assertThat(query("select hall, run from performance order by id"))
                .containsExactly("Salle A|1", "Salle A|3", "Salle B|3", "null|4");
    }

    @Test
    void theSourcesOwnReferenceDecides() {
        run(
                1,
                "(1, 1, 'A1', 'Carmen', timestamp '2025-03-01 20:00', null, null),"
                        + "(2, 2, 'A2', 'Carmen', timestamp '2025-03-01 20:00', null, null)");
        run(
                2,
                "(7, 1, 'A2', 'Carmen (report)', timestamp '2025-03-09 20:00', null, 300), (8, 2, 'A9', null, null, null, null)");
        assertThat(query("select source_ref, capacity from performance order by id"))
                .containsExactly("A1|null", "A2|300");
    }

    @Test
    void titlesAreLookedForOnlyWhereReferencesDoNotFindAll() {
        String known = "(1, 1, 'A1', 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', null)";
        run(1, known);
        run(2, known);
        assertThat(titlesLookedFor).isFalse();
        run(3, known + ", (2, 2, null, 'CARMEN', timestamp '2025-03-08 20:00', null, null)");
        assertThat(titlesLookedFor).isTrue();
        assertThat(query("select id, production, day from performance order by id"))
                .containsExactly("1000001|1000001|2025-03-01", "3000001|1000001|2025-03-08");
    }

    @Test
    void aKnownPerformanceIsMovedByTheLatestRunThatNamesAnotherStart() {
        run(1, "(1, 1, 'A1', 'Carmen', timestamp '2025-03-01 20:00', null, null)");
        run(2, "(5, 1, 'A1', 'Carmen', timestamp '2025-09-10 19:30', null, null)");
        run(3, "(5, 1, 'A1', 'Carmen', null, null, 300)");
        assertThat(query("select id, day, starts_local, starts_at, capacity from performance"))
                .containsExactly("1000001|2025-09-10|2025-09-10 19:30:00.0|2025-09-10 17:30:00.0|300");
        assertThat(moved).isEqualTo(1);
        takeBack(2);
        assertThat(query("select day, starts_at from performance")).containsExactly("2025-03-01|2025-03-01 19:00:00.0");
    }

    @Test
    void anHourAfterMidnightBelongsToTheEveningBefore() {
        run(1, "(1, 1, null, 'Nuit', timestamp '2025-07-02 01:30', null, null)");
        assertThat(query("select day, starts_at from performance")).containsExactly("2025-07-01|2025-07-01 23:30:00.0");
    }

    @Test
    void statementsKeepWhatEachRunSaidAndTheLatestCounts() {
        run(1, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        run(2, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        run(3, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 380)");
        assertThat(query("select run, capacity from performance_statement order by run"))
                .containsExactly("1|400", "3|380");
        assertThat(query("select capacity from performance")).containsExactly("380");
    }

    @Test
    void whatIsTakenBackAndReturnsHasItsOldIdentifierAndNothingElseEverHas() {
        String carmen = "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)";
        String faust = "(2, 2, 'F1', 'Faust', timestamp '2025-03-02 20:00', null, null)";
        run(1, carmen + "," + faust);
        takeBack(1);
        assertThat(query("select count(*) from performance")).containsExactly("0");
        assertThat(query("select kind, id from departed order by all"))
                .containsExactly(
                        "performance|1000001", "performance|1000002", "production|1000001", "production|1000002");
        run(2, "(7, 7, null, 'Aïda', timestamp '2025-04-01 20:00', null, null)," + carmen);
        assertThat(query(
                        "select p.id, p.production, d.title, p.run from performance p join production d on d.id = p.production"
                                + " order by p.id"))
                .containsExactly("1000001|1000001|Carmen|2", "2000001|2000001|Aïda|2");
        run(3, "(1, 1, 'F1', 'Faust (version longue)', timestamp '2025-03-09 20:00', null, null)");
        assertThat(query("select id from performance where source_ref = 'F1'")).containsExactly("1000002");
        assertThat(query("select kind, id from departed")).containsExactly("production|1000002");
    }

    @Test
    void anotherReferenceOrHourIsAnotherPerformance() {
        run(1, "(1, 1, 'A1', 'Carmen', timestamp '2025-03-01 20:00', null, null)");
        takeBack(1);
        run(2, "(1, 1, 'A2', 'Carmen', timestamp '2025-03-01 20:00', null, null)");
        run(3, "(1, 1, null, 'Carmen', timestamp '2025-03-08 20:00', null, null)");
        assertThat(query("select id from performance order by id")).containsExactly("2000001", "3000001");
    }

    @Test
    void twoOfOneHourShareNoIdentifierAndNothingReadableOfThemStays() {
        run(1, "(1, 1, null, 'Quixelle Dupont', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        takeBack(1);
        assertThat(query("select * from departed").toString()).doesNotContainIgnoringCase("quixelle", "salle");
        run(
                2,
                "(1, 1, 'X', 'Quixelle Dupont', timestamp '2025-03-01 20:00', 'Salle A', 400),"
                        + "(2, 2, 'Y', 'Quixelle Dupont', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        assertThat(query("select id, source_ref from performance order by id"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("1000001|");
    }

    @Test
    void aPerformanceKnowsTheLastRunThatChangedIt() {
        run(1, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        run(2, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 400)");
        assertThat(query("select changed_run from performance")).containsExactly("1");
        run(3, "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Salle A', 380)");
        assertThat(query("select changed_run from performance")).containsExactly("3");
        takeBack(3);
        assertThat(query("select changed_run from performance")).containsExactly("1000");
    }

    private void run(int run, String rows) {
        warehouse.write(connection -> {
            Stage stage = new Stage(new HouseId(7), "Europe/Paris", run, "test", "stage");
            Performances performances = new Performances(connection, stage);
            performances.prepare();
            Sql sql = new Sql(connection);
            sql.run("drop table if exists titled_production");
            sql.run("insert into given_performance (key, line, performance_ref, title, starts_local, hall, capacity)"
                    + " values " + rows);
            long made = performances.findOrMake();
            moved += performances.moved();
            titlesLookedFor = sql.number(
                            "select count(*) from duckdb_tables() where temporary and table_name = 'titled_production'")
                    > 0;
            return made;
        });
    }

    private void takeBack(int run) {
        warehouse.write(connection -> new TakeBack(connection, 7, "Europe/Paris", run, 1_000, Instant.EPOCH).all());
    }

    private List<String> query(String sql) {
        return warehouse.read((Connection connection) -> new Sql(connection).list(PerformancesTest::joined, sql));
    }

    private static String joined(java.sql.ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        return text.toString();
    }
}
