package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A throw-away PostgreSQL of Debian's package, once for the whole test run, stopped when the tests end. */
public final class DebianPostgres {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String MISSING =
            "PostgreSQL is not installed, and the register is tested on it too: apt-get install postgresql";
    private static final int SECONDS_MAX = 60;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Made on first use, so that tests without PostgreSQL do not start it. */
    private static final class Cluster {
        private static final DebianPostgres ONLY = start();
    }

    private final Path programs;
    private final Path folder;
    private final int port;

    private DebianPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** An empty register in a database of its own. */
    public static Register register() {
        DebianPostgres cluster = Cluster.ONLY;
        String url = cluster.url(cluster.database(nextName(), "template foyer_template"));
        return EmptyStores.opened(Register.open(url, "foyer", null));
    }

    /** The address of an empty database, without any table. */
    public static String emptyDatabase() {
        DebianPostgres cluster = Cluster.ONLY;
        return cluster.url(cluster.database(nextName(), ""));
    }

    private String database(String name, String like) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "foyer", null);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + like);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nextName() {
        return "register_" + DATABASES.incrementAndGet();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static DebianPostgres start() {
        try {
            Path programs = programs();
            Path folder = Path.of(run(List.of("mktemp", "-d", "/tmp/foyer-postgres-XXXXXX")));
            DebianPostgres cluster = new DebianPostgres(programs, folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            run(List.of(
                    programs.resolve("initdb").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-U",
                    "foyer",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--no-sync"));
            run(List.of(
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-l",
                    folder.resolve("log").toString(),
                    "-w",
                    "-o",
                    "-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0 -c max_connections=400 -c port=%d -c unix_socket_directories=%s"
                            .formatted(cluster.port, folder),
                    "start"));
            Register.open(cluster.url(cluster.database("foyer_template", "")), "foyer", null)
                    .close();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            throw new AssertionError(MISSING);
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparingInt(bin -> Integer.parseInt(
                            bin.getParent().getFileName().toString().split("\\.")[0])))
                    .orElseThrow(() -> new AssertionError(MISSING));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root; Debian's package brings the user for it. */
    private static String run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(command);
        Path output = Files.createTempFile("foyer-postgres-", ".out");
        try {
            Process process = new ProcessBuilder(whole)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            String said = Files.readString(output).strip();
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", whole) + " failed: " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private void stop() {
        try {
            run(List.of(
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-m",
                    "immediate",
                    "stop"));
            run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException | IllegalStateException e) {
            System.err.println("the throw-away PostgreSQL did not stop: " + e.getMessage());
        }
    }
}
