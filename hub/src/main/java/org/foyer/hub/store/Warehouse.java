package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * The analytical store: one DuckDB file with many readers and a single writer.
 *
 * <p>Transactions are begun and ended in SQL and a connection is dropped after any error, because after a failed commit
 * the driver goes on committing statement by statement on the same connection.
 */
public final class Warehouse implements AutoCloseable {

    private static final int IDLE_READERS_MAX = 4;

    /** How DuckDB says that bytes of the file are not what was written. */
    private static final List<String> DAMAGE =
            List.of("Corrupt database", "not a valid DuckDB database", "Could not read enough bytes", "checksum");

    /** For reading beside: threads that wait cost nothing and end with the process. */
    private static final ExecutorService BESIDE = Executors.newFixedThreadPool(IDLE_READERS_MAX, work -> {
        Thread thread = new Thread(work, "warehouse-reader");
        thread.setDaemon(true);
        return thread;
    });

    private final Path file;
    private final String memoryLimit;
    private final HouseKeys keys;
    private DuckDBConnection root;
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock(true);
    private final ReentrantLock writer = new ReentrantLock(true);
    private final BlockingDeque<Reader> idleReaders = new LinkedBlockingDeque<>(IDLE_READERS_MAX);
    private final AtomicLong commits = new AtomicLong();
    private final LongAdder asked = new LongAdder();
    private final Revisions revisions = new Revisions();

    private Warehouse(Path file, String memoryLimit, HouseKeys keys) throws SQLException {
        this.file = file;
        this.memoryLimit = memoryLimit;
        this.keys = keys;
        this.root = connect(file, memoryLimit, keys);
    }

    /** The same with the keys in the folder {@code keys} beside the file. */
    public static Warehouse open(Path file, String memoryLimit) {
        return open(file, memoryLimit, new HouseKeys(file.resolveSibling("keys")));
    }

    /**
     * Opens the file, making it and its tables when missing.
     *
     * @param memoryLimit for instance "2GB"; more than that goes to disk beside the file
     * @param keys with which personal columns are sealed
     * @throws WarehouseBroken when the file cannot be read or is of another edition; {@code foyer rebuild} makes it again
     */
    public static Warehouse open(Path file, String memoryLimit, HouseKeys keys) {
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                // DuckDB would make an empty warehouse of it without a word
                throw new IOException("the file is empty");
            }
            return migrated(new Warehouse(file, memoryLimit, keys));
        } catch (SQLException | IOException | StoreFailure e) {
            throw DiskFull.isBehind(e) ? new DiskFull(e) : new WarehouseBroken(file, e);
        }
    }

    /**
     * Opens an empty warehouse where a broken file lies, which is kept beside it under the name {@code ….broken}. A
     * rebuild then fills it.
     */
    public static Warehouse openInsteadOfBroken(Path file, String memoryLimit) {
        try {
            if (Files.exists(file)) {
                Files.move(file, beside(file, ".broken"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(beside(file, ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(file, memoryLimit);
    }

    private static DuckDBConnection connect(Path file, String memoryLimit, HouseKeys keys) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("temp_directory", file + ".tmp");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
        UnpackedEngine.clearAway();
        execute(connection, "set global TimeZone = 'UTC'");
        HouseFunctions.register(connection, keys);
        OutsideFunction.register(connection);
        return connection.unwrap(DuckDBConnection.class);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Fills an empty warehouse. */
    @FunctionalInterface
    public interface Filling {
        void fill(Warehouse empty);
    }

    /**
     * Makes a new warehouse beside this one and puts it in its place once it is whole. Readers go on with the old one
     * until then; when filling fails nothing changes.
     */
    public void replaceWith(Filling filling) {
        writer.lock();
        Path fresh = beside(file, ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(beside(fresh, ".wal"));
            try (Warehouse empty = open(fresh, memoryLimit, keys)) {
                filling.fill(empty);
                execute(empty.root, "checkpoint");
            }
            takePlace(fresh);
            changed(null);
        } catch (IOException | SQLException e) {
            throw new StoreFailure("the warehouse could not be replaced", e);
        } finally {
            writer.unlock();
        }
    }

    /**
     * Writes everything anew into a file that takes the place of this one, so that nothing is left of what was deleted:
     * the engine keeps blocks of deleted rows in its file until something else needs the room. Takes about as long as
     * copying the file; readers go on meanwhile. A broken warehouse that was set aside goes as well.
     */
    public void rewrite() {
        writer.lock();
        Path fresh = beside(file, ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(beside(fresh, ".wal"));
            try (Connection connection = root.duplicate()) {
                execute(connection, "attach '" + fresh.toString().replace("'", "''") + "' as fresh");
                execute(connection, "copy from database " + name(connection) + " to fresh");
                execute(connection, "checkpoint fresh");
                execute(connection, "detach fresh");
            }
            takePlace(fresh);
            Files.deleteIfExists(beside(file, ".broken"));
        } catch (IOException | SQLException e) {
            throw new StoreFailure("the warehouse could not be written anew", e);
        } finally {
            writer.unlock();
        }
    }

    private static String name(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_database()")) {
            row.next();
            return '"' + row.getString(1) + '"';
        }
    }

    private void takePlace(Path fresh) throws IOException, SQLException {
        inUse.writeLock().lock();
        try {
            close();
            Files.deleteIfExists(beside(file, ".wal"));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            root = connect(file, memoryLimit, keys);
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private static Warehouse migrated(Warehouse opened) throws SQLException {
        boolean whole = false;
        try {
            opened.migrate();
            whole = true;
            return opened;
        } finally {
            if (!whole) {
                opened.close();
            }
        }
    }

    private void migrate() throws SQLException {
        if (!WarehouseTables.arePresent(root)) {
            write(connection -> {
                WarehouseTables.make(connection);
                return true;
            });
        }
    }

    /** Grows with each committed write; what was computed under one revision stays true until the next. */
    public long revision() {
        return revisions.latest();
    }

    /** Grows with each committed write that may have touched a house; another house's import leaves it as it was. */
    public long revision(HouseId house) {
        return revisions.of(house);
    }

    /** Statements that readers prepared and ran since it was opened: over one house each costs some milliseconds, whatever it reads. */
    public long asked() {
        return asked.sum();
    }

    private void changed(@Nullable HouseId house) {
        commits.incrementAndGet();
        revisions.changed(house);
    }

    /**
     * Tells of each committed write that may have touched a house.
     *
     * @param listener called by the writer, so it must be brief and must not fail
     */
    public void onChange(Consumer<HouseId> listener) {
        revisions.onChange(listener);
    }

    /**
     * Runs read-only work on a connection of its own, beside other readers and the writer, all of it on the state of
     * one moment. The engine refuses changes to anything but temporary tables, which live as long as the connection.
     *
     * @throws WarehouseBroken when blocks of the file turn out to be damaged
     * @throws HouseKeyMissing when a personal column of a house without its key is opened
     */
    public <T> T read(SqlWork<T> work) {
        inUse.readLock().lock();
        Reader reader = idleReaders.pollFirst(); // the latest used, which has most statements prepared
        boolean whole = false;
        try {
            if (reader == null) {
                reader = new Reader(root.duplicate(), asked);
            }
            execute(reader.engine(), "begin transaction read only");
            T result = work.on(reader.connection());
            execute(reader.engine(), "commit");
            whole = true;
            return result;
        } catch (SQLException e) {
            throw named("the warehouse refused to read", e);
        } finally {
            if (!whole || reader == null || !idleReaders.offerFirst(reader)) {
                drop(reader);
            }
            inUse.readLock().unlock();
        }
    }

    /**
     * Runs work in one transaction, alone among writers: all of it is kept, or nothing.
     *
     * @throws DiskFull when the disk takes no more
     * @throws WarehouseBroken when blocks of the file turn out to be damaged
     * @throws IllegalStateException when called within a write, since the inner one would be kept without the outer
     */
    public <T> T write(SqlWork<T> work) {
        return write(null, work);
    }

    /**
     * The same for work that touches nothing but rows of one house, so that what is remembered of others stays.
     *
     * @param house null when any house may be touched
     */
    public <T> T write(@Nullable HouseId house, SqlWork<T> work) {
        if (writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write within a write");
        }
        writer.lock();
        Connection connection = null;
        try {
            connection = root.duplicate();
            execute(connection, "begin transaction");
            T result = work.on(connection);
            // after a statement that failed, a commit would say yes and keep nothing; this one says no
            execute(connection, "select 1");
            commits.incrementAndGet(); // before and after, so that whoever reads beside notices either
            execute(connection, "commit");
            changed(house);
            return result;
        } catch (SQLException e) {
            throw named("the warehouse refused to write", e);
        } finally {
            drop(connection); // an open transaction is rolled back with it
            writer.unlock();
        }
    }

    /**
     * Runs several reads at the same time, each on a connection of its own, all on the same state; one after the other on
     * one connection when a write was committed meanwhile. Worth it where one reading alone does not occupy a processor
     * more.
     *
     * @return what each read, in their order
     */
    public <T> List<T> readBeside(List<SqlWork<T>> works) {
        long before = commits.get();
        List<CompletableFuture<T>> others = works.stream()
                .skip(1)
                .map(work -> CompletableFuture.supplyAsync(() -> read(work), BESIDE))
                .toList();
        List<T> results = new ArrayList<>();
        try {
            results.add(read(works.get(0)));
        } finally {
            others.forEach(other -> other.exceptionally(failed -> null).join());
        }
        others.forEach(other -> results.add(joined(other)));
        return commits.get() == before ? results : read(connection -> inTurn(connection, works));
    }

    private static <T> T joined(CompletableFuture<T> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static <T> List<T> inTurn(Connection connection, List<SqlWork<T>> works) throws SQLException {
        List<T> results = new ArrayList<>();
        for (SqlWork<T> work : works) {
            results.add(work.on(connection));
        }
        return results;
    }

    private RuntimeException named(String message, SQLException e) {
        if (DiskFull.isBehind(e)) {
            return new DiskFull(e);
        }
        Optional<HouseKeyMissing> keyMissing = HouseKeyMissing.behind(e);
        if (keyMissing.isPresent()) {
            return keyMissing.get();
        }
        String said = String.valueOf(e.getMessage());
        return DAMAGE.stream().anyMatch(said::contains) ? new WarehouseBroken(file, e) : new StoreFailure(message, e);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void drop(@Nullable AutoCloseable connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (Exception ignored) {
            // it is dropped because it no longer works
        }
    }

    @Override
    public void close() {
        for (Reader idle = idleReaders.poll(); idle != null; idle = idleReaders.poll()) {
            drop(idle);
        }
        drop(root);
    }
}
