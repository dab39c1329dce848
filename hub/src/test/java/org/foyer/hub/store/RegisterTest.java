package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    private static final int WRITES = 400;

    @Nested
    class OnSqlite extends RegisterContract {
        @TempDir
        Path folder;

        @Override
        String emptyDatabase() {
            return "jdbc:sqlite:" + folder.resolve("register.db");
        }

        @Override
        Register open(String url) {
            return Register.open(url, null, null);
        }
    }

    @Nested
    class OnPostgres extends RegisterContract {
        @Override
        String emptyDatabase() {
            return DebianPostgres.emptyDatabase();
        }

        @Override
        Register open(String url) {
            return Register.open(url, "foyer", null);
        }
    }

    /** Opens a register and says how long that took and whether Flyway was needed for it. */
    static final class Opener {
        public static void main(String[] arguments) {
            long begun = System.nanoTime();
            Register.open("jdbc:sqlite:" + arguments[0], null, null);
            System.out.println((System.nanoTime() - begun) / 1_000_000 + " ms");
        }
    }

    @Test
    void theEditionIsTheNewestScript() throws IOException, URISyntaxException {
        Path scripts = Path.of(
                Objects.requireNonNull(Register.class.getResource("/register")).toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("V"))
                            .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max(Comparator.naturalOrder()))
                    .hasValue(Integer.parseInt(Register.EDITION));
        }
    }

    @Test
    void aRegisterKeepsItsFileOpenUntilItIsClosedAndThenAllLiesInThatFile(@TempDir Path folder) throws IOException {
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        keep(register, "one");
        assertThat(names(folder)).contains("register.db-wal");
        register.close();
        assertThat(names(folder)).containsExactly("register.db");
        keep(register, "two");
        assertThat(names(folder)).as("it can be used all the same").containsExactly("register.db");
        assertThat(kept(register)).isEqualTo(2);
    }

    @Test
    void whatFailsOnAConnectionDoesNotReachTheNextUse(@TempDir Path folder) {
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        assertThatThrownBy(() -> register.read(handle -> {
                    handle.begin();
                    return handle.execute("insert into node_secret (name, value) values ('begun', '')");
                }))
                .isInstanceOf(JdbiException.class);
        assertThatThrownBy(() -> register.write(handle -> {
                    handle.execute("insert into node_secret (name, value) values ('half', '')");
                    return handle.execute("insert into nowhere values (1)");
                }))
                .isInstanceOf(JdbiException.class);
        keep(register, "whole");
        assertThat(kept(register)).isEqualTo(1);
    }

    private static void keep(Register register, String name) {
        register.write(handle -> handle.execute("insert into node_secret (name, value) values (?, '')", name));
    }

    private static int kept(Register register) {
        return register.read(handle -> handle.createQuery("select count(*) from node_secret")
                .mapTo(Integer.class)
                .one());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Found by a negotiation that stood still for half a minute: both begin while nobody has the file open. */
    @Test
    void aWriteThatReadsFirstIsNotRefusedWhileOthersOpenTheFile(@TempDir Path folder) throws Exception {
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try {
            for (int write = 0; write < WRITES; write++) {
                Future<Integer> read = readers.submit(() -> {
                    together.await();
                    return tokens(register);
                });
                together.await();
                register.write(handle -> {
                    int there = handle.createQuery("select count(*) from dataspace_token")
                            .mapTo(Integer.class)
                            .one();
                    return handle.createUpdate("insert into dataspace_token (participant, number, expires_at)"
                                    + " values ('p', :number, 0)")
                            .bind("number", Integer.toString(there))
                            .execute();
                });
                assertThat(read.get()).isBetween(write, write + 1);
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(tokens(register)).isEqualTo(WRITES);
    }

    private static int tokens(Register register) {
        return register.read(handle -> handle.createQuery("select count(*) from dataspace_token")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void openingSaysNothingAndNeedsNoMigrationsTheSecondTime(@TempDir Path folder) throws Exception {
        String file = folder.resolve("register.db").toString();
        assertThat(ChildJvm.run("", Opener.class, file).said()).matches("\\d+ ms\n");
        assertThat(ChildJvm.run("JAVA_TOOL_OPTIONS=-verbose:class; export JAVA_TOOL_OPTIONS;", Opener.class, file)
                        .said())
                .contains("org.jdbi.v3.core.Jdbi ")
                .doesNotContain("org.flywaydb.core.internal");
    }
}
