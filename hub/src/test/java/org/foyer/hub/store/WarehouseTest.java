package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.duckdb"), "512MB");
        change("create table note (id integer primary key)");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private void change(String... statements) {
        warehouse.write(connection -> execute(connection, statements));
    }

    private static boolean execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
        return true;
    }

    private String ask(String sql) {
        return warehouse.read(connection -> ask(connection, sql));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getObject(1));
        }
    }

    @Test
    void aWriteIsKeptWholeOrNotAtAll() {
        assertThatThrownBy(() -> change("insert into note values (1)", "insert into note values (1)"))
                .isInstanceOf(StoreFailure.class);
        assertThat(ask("select count(*) from note")).isEqualTo("0");
        change("insert into note values (1)");
        assertThat(ask("select count(*) from note")).isEqualTo("1");
    }

    @Test
    void readingBesideGivesEachResultInItsPlaceAndNamesAFailure() {
        change("insert into note values (1)");
        assertThat(warehouse.readBeside(List.<SqlWork<Integer>>of(connection -> 1, connection -> 2, connection -> 3)))
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> warehouse.readBeside(List.<SqlWork<Boolean>>of(
                        connection -> true, connection -> execute(connection, "select * from nowhere"))))
                .isInstanceOf(StoreFailure.class);
    }

    /** The second reading lets a write through before it reads, so that the two would tell of different states. */
    @Test
    void readingBesideAWriteIsDoneAgainOnOneState() {
        AtomicInteger asked = new AtomicInteger();
        SqlWork<String> count = connection -> ask(connection, "select count(*) from note");
        SqlWork<String> afterAWrite = connection -> {
            if (asked.incrementAndGet() == 1) {
                change("insert into note values (7)");
            }
            return ask(connection, "select count(*) from note");
        };
        List<String> counts = warehouse.readBeside(List.of(count, afterAWrite));
        assertThat(asked).hasValue(2);
        assertThat(counts).containsExactly("1", "1");
    }

    @Test
    void aBugInTheWorkLeavesNothing() {
        assertThatThrownBy(() -> warehouse.write(connection -> {
                    execute(connection, "insert into note values (1)");
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ask("select count(*) from note")).isEqualTo("0");
    }

    /** The commit itself fails when a key was taken meanwhile; the trap is what the driver does afterwards. */
    @Test
    void afterACommitThatFailedNothingIsKeptStatementByStatement() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Connection[] used = new Connection[1];
        Future<?> loser = other.submit(() -> warehouse.write(connection -> {
            used[0] = connection;
            execute(connection, "insert into note values (1)");
            inserted.countDown();
            await(taken);
            return true;
        }));
        inserted.await();
        // beside the single writer, as the driver would allow it
        warehouse.read(connection -> {
            execute(connection, "rollback", "begin transaction", "insert into note values (1)", "commit");
            taken.countDown();
            return execute(connection, "begin transaction read only");
        });
        assertThatThrownBy(loser::get).hasCauseInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> execute(used[0], "insert into note values (2)"))
                .isInstanceOf(SQLException.class);
        change("insert into note values (3)");
        assertThat(ask("select string_agg(id, ' ' order by id) from note")).isEqualTo("1 3");
        other.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workThatHidesItsFailureIsNotTakenForKept() {
        long before = warehouse.revision();
        assertThatThrownBy(() -> warehouse.write(connection -> {
                    execute(connection, "insert into note values (1)");
                    try {
                        execute(connection, "insert into note values ('no number')");
                    } catch (SQLException hidden) {
                        return true;
                    }
                    return false;
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(warehouse.revision()).isEqualTo(before);
        assertThat(ask("select count(*) from note")).isEqualTo("0");
    }

    @Test
    void readersSeeOneMomentWhileTheWriterGoesOn() {
        String seen = warehouse.read(connection -> {
            String first = ask(connection, "select count(*) from note");
            change("insert into note values (1)");
            return first + ask(connection, "select count(*) from note");
        });
        assertThat(seen).isEqualTo("00");
        assertThat(ask("select count(*) from note")).isEqualTo("1");
    }

    @Test
    void aReaderCannotChangeAnything() {
        assertThatThrownBy(() -> ask("insert into note values (5) returning id"))
                .isInstanceOf(StoreFailure.class)
                .hasRootCauseMessage(
                        "TransactionContext Error: Cannot write to database \"\"warehouse\"\" - transaction is launched in read-only mode");
        assertThatThrownBy(() -> ask("drop table note")).isInstanceOf(StoreFailure.class);
        assertThat(ask("select count(*) from note")).isEqualTo("0");
    }

    @Test
    void aReadThatFailsHarmsNoOther() {
        assertThatThrownBy(() -> ask("select * from nowhere")).isInstanceOf(StoreFailure.class);
        assertThat(ask("select 7")).isEqualTo("7");
    }

    @Test
    void theRevisionRisesWithKeptWritesOnly() {
        long before = warehouse.revision();
        change("insert into note values (1)");
        assertThat(warehouse.revision()).isEqualTo(before + 1);
        assertThatThrownBy(() -> change("insert into note values (1)")).isInstanceOf(StoreFailure.class);
        ask("select 1");
        assertThat(warehouse.revision()).isEqualTo(before + 1);
    }

    @Test
    void aWriteWithinAWriteIsABug() {
        assertThatThrownBy(() -> warehouse.write(connection -> {
                    change("insert into note values (1)");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
