package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.reading.ReadLimits;
import org.foyer.hub.intake.internal.reading.Recogniser;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.TableReader;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child whose files may not grow beyond a limit meets what a full disk is. */
class DiskFullTest {

    @TempDir
    Path folder;

    /** Writes into each store until there is no room, then shows that what was kept before is there. */
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            try (DataFolder data = DataFolder.hold(Path.of(arguments[0]))) {
                Register register = Register.open("jdbc:sqlite:" + data.register(), null, null);
                register.write(handle -> handle.execute("create table note (text text)"));
                try (Warehouse warehouse = Warehouse.open(data.warehouse(), "256MB")) {
                    Path table = sixMebibytesOfTable(data.work());
                    noFileOverFourMebibytes();
                    report("working table", () -> read(table, data.work()));
                    System.out.println("work holds " + data.work().toFile().list().length);
                    report(
                            "archive",
                            () -> new Archive(data.archive(), new HouseKeys(data.keys()))
                                    .keep(new HouseId(1), "big", new Endless(), Long.MAX_VALUE));
                    System.out.println("archive holds "
                            + data.archive().resolve("1").toFile().list().length);
                    report("register", () -> register.write(handle -> fill(handle)));
                    report("warehouse", () -> warehouse.write(connection -> fill(connection)));
                }
                System.out.println("notes "
                        + register.read(handle -> handle.createQuery("select count(*) from note")
                                .mapTo(Long.class)
                                .one()));
            }
            try (Warehouse warehouse = Warehouse.open(Path.of(arguments[0], "warehouse.duckdb"), "256MB")) {
                System.out.println("marks " + warehouse.read(connection -> marks(connection)));
            }
        }

        private static Path sixMebibytesOfTable(Path folder) throws IOException {
            return Files.writeString(folder.resolve("long.csv"), "a;b\n" + "one text;another text\n".repeat(300_000));
        }

        private static void read(Path table, Path folder) {
            Recognition seen = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(table, "long.csv");
            new TableReader(List.of(), ReadLimits.DEFAULT).read(table, "long.csv", seen, null, folder, Progress.NONE);
        }

        /** Only now, since the driver of DuckDB unpacks a long file when it is loaded. */
        private static void noFileOverFourMebibytes() throws Exception {
            String self = Long.toString(ProcessHandle.current().pid());
            int exit = new ProcessBuilder("prlimit", "--pid", self, "--fsize=4194304")
                    .inheritIO()
                    .start()
                    .waitFor();
            System.out.println("limit set " + exit);
        }

        private static boolean fill(Handle handle) {
            handle.execute("pragma max_page_count = 500"); // SQLite tells a limit of the process from a full disk
            for (int i = 0; i < 1000; i++) {
                handle.execute("insert into note values (?)", "x".repeat(10_000));
            }
            return true;
        }

        private static boolean fill(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "insert into run_mark select hash(i) % 2000000000, i % 30000, null from range(3000000) l (i)");
            }
        }

        private static int marks(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from run_mark")) {
                rows.next();
                return rows.getInt(1);
            }
        }

        private static void report(String store, Runnable work) {
            try {
                work.run();
                System.out.println(store + " took everything");
            } catch (DiskFull full) {
                System.out.println(store + " full");
            }
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            return length;
        }
    }

    @Test
    void everyStoreSaysThatTheDiskIsFullAndKeepsWhatItHad() throws Exception {
        ChildJvm.Outcome child = ChildJvm.run("", Writer.class, folder.toString());
        assertThat(child.said().lines().filter(line -> !line.startsWith("WARNING")))
                .containsExactly(
                        "limit set 0",
                        "working table full",
                        "work holds 1",
                        "archive full",
                        "archive holds 0",
                        "register full",
                        "warehouse full",
                        "notes 0",
                        "marks 0");
    }
}
