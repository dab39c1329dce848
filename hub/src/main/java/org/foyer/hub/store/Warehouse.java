package org.foyer.hub.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The analytical store: one DuckDB file with many readers and a single writer.
 *
 * <p>Transactions are begun and ended in SQL and a connection is dropped after any error, because after a failed commit
 * the driver goes on committing statement by statement on the same connection.
 */
public final class Warehouse implements AutoCloseable {

    private static final int IDLE_READERS_MAX = 4;

    private final DuckDBConnection root;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final BlockingQueue<Connection> idleReaders = new ArrayBlockingQueue<>(IDLE_READERS_MAX);
    private final AtomicLong revision = new AtomicLong();

    private Warehouse(DuckDBConnection root) {
        this.root = root;
    }

    /**
     * Opens the file, making it and its tables when missing.
     *
     * @param memoryLimit for instance "2GB"; more than that goes to disk beside the file
     * @throws WarehouseBroken when the file cannot be read; {@code foyer rebuild} makes it again
     */
    public static Warehouse open(Path file, String memoryLimit) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("temp_directory", file + ".tmp");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
            Warehouse warehouse = new Warehouse(connection.unwrap(DuckDBConnection.class));
            execute(warehouse.root, "set global TimeZone = 'UTC'");
            warehouse.migrate();
            return warehouse;
        } catch (SQLException e) {
            throw new WarehouseBroken(file, e);
        }
    }

    private void migrate() throws SQLException {
        try (Statement statement = root.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_name = 'schema_edition'")) {
            found.next();
            if (found.getInt(1) > 0) {
                return;
            }
        }
        write(connection -> {
            execute(connection, script("/warehouse/V1__foundation.sql"));
            return true;
        });
    }

    private static String script(String resource) {
        try (InputStream in = Warehouse.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grows with each committed write; what was computed under one revision stays true until the next. */
    public long revision() {
        return revision.get();
    }

    /** Runs read-only work on a connection of its own, beside other readers and the writer. */
    public <T> T read(SqlWork<T> work) {
        Connection connection = idleReaders.poll();
        try {
            if (connection == null) {
                connection = root.duplicate();
            }
            T result = work.on(connection);
            if (!idleReaders.offer(connection)) {
                connection.close();
            }
            return result;
        } catch (SQLException | RuntimeException e) {
            drop(connection);
            throw e instanceof RuntimeException bug ? bug : new StoreFailure("the warehouse refused to read", e);
        }
    }

    /** Runs work in one transaction, alone among writers: all of it is kept, or nothing. */
    public <T> T write(SqlWork<T> work) {
        writer.lock();
        Connection connection = null;
        try {
            connection = root.duplicate();
            execute(connection, "begin transaction");
            T result = work.on(connection);
            execute(connection, "commit");
            revision.incrementAndGet();
            return result;
        } catch (SQLException e) {
            throw new StoreFailure("the warehouse refused to write", e);
        } finally {
            drop(connection); // an open transaction is rolled back with it
            writer.unlock();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void drop(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException ignored) {
            // it is dropped because it no longer works
        }
    }

    @Override
    public void close() {
        idleReaders.forEach(Warehouse::drop);
        drop(root);
    }
}
