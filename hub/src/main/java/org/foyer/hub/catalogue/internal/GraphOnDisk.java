package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.foyer.hub.model.House;
import org.foyer.hub.store.FolderTree;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The programmes of all houses as one graph on the disk, for a node that has too many statements for a graph in memory. It is made anew
 * when somebody asks for that, by night, in a folder that takes its name once it is whole; until then questions go to the one before.
 * What was left half made is cleared away.
 */
final class GraphOnDisk implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GraphOnDisk.class.getName());
    private static final String UNFINISHED = ".unfinished";
    private static final String ABOUT = "about.properties";
    private static final int NODES_REMEMBERED = 100_000;

    /** Nearly twice what was measured at a million performances. */
    private static final long BYTES_OF_A_PERFORMANCE = 16_000;

    private static final long ROOM_BESIDE = 1L << 30;

    private final Path folder;
    private final ProgrammeGraph programme;
    private final Supplier<List<House>> houses;
    private final Clock clock;
    private final long few;
    private final long most;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object looking = new Object();
    private final Warehouse warehouse;
    private final LongSupplier room;
    private boolean looked;
    private @Nullable Made made;

    /**
     * @param folder of its own; what lies there may be thrown away
     * @param few statements up to which no graph is made, because there is one in memory
     * @param most statements above which none is made
     * @param room bytes that are free on the disk
     */
    GraphOnDisk(
            Path folder,
            Warehouse warehouse,
            Supplier<List<House>> houses,
            Clock clock,
            long few,
            long most,
            LongSupplier room) {
        this.warehouse = warehouse;
        this.room = room;
        this.folder = folder;
        this.programme = new ProgrammeGraph(warehouse);
        this.houses = houses;
        this.clock = clock;
        this.few = few;
        this.most = most;
    }

    private record Made(Path folder, String base, Instant at, DatasetGraph graph) {}

    /** A graph while somebody reads it; to be closed by the thread that asked for it. */
    final class Reading implements AutoCloseable {
        private final Dataset dataset;
        private final Instant at;

        private Reading(Made made) {
            this.dataset = DatasetFactory.wrap(made.graph());
            this.at = made.at();
            dataset.begin(TxnType.READ);
        }

        Dataset dataset() {
            return dataset;
        }

        /** Of which moment it tells. */
        Instant at() {
            return at;
        }

        @Override
        public void close() {
            dataset.end();
            lock.readLock().unlock();
        }
    }

    /** The graph with identifiers of that address; null when there is none. */
    @Nullable
    Reading read(String base) {
        look();
        lock.readLock().lock();
        Made now = made;
        if (now == null || !now.base().equals(base)) {
            lock.readLock().unlock();
            return null;
        }
        try {
            return new Reading(now);
        } catch (RuntimeException e) {
            lock.readLock().unlock();
            throw e;
        }
    }

    /** Takes what lies there whole, once. Never waits for the making of another. */
    private void look() {
        synchronized (looking) {
            if (!looked) {
                looked = true;
                takeWhatLies();
            }
        }
    }

    private void takeWhatLies() {
        try {
            for (Path one : lying()) {
                Made found = made == null && !one.toString().endsWith(UNFINISHED) ? opened(one) : null;
                if (found == null) {
                    FolderTree.delete(one);
                } else {
                    made = found;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the graph on the disk cannot be read: {0}", e.toString());
        }
    }

    /** The newest first. */
    private List<Path> lying() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static @Nullable Made opened(Path one) {
        Properties about = new Properties();
        try (Reader in = Files.newBufferedReader(one.resolve(ABOUT))) {
            about.load(in);
            Instant at = Instant.parse(about.getProperty("at", ""));
            DatasetGraph graph = connected(one);
            if (isEmpty(graph)) {
                TDBInternal.expel(graph, true);
                return null;
            }
            return new Made(one, about.getProperty("base", ""), at, graph);
        } catch (IOException | DateTimeException | IllegalArgumentException | JenaException notOurs) {
            return null;
        }
    }

    /** Files that are missing are made anew without a word, so that a graph that lost them would say that there is nothing. */
    private static boolean isEmpty(DatasetGraph graph) {
        return Txn.calculateRead(graph, () -> !graph.find().hasNext());
    }

    /** Its files are mapped; of what it remembers in memory beside there is less than usual, for a node is small. */
    private static DatasetGraph connected(Path one) {
        return DatabaseMgr.connectDatasetGraph(
                Location.create(one),
                StoreParams.builder("foyer", StoreParams.getDftStoreParams())
                        .node2NodeIdCacheSize(NODES_REMEMBERED)
                        .nodeId2NodeCacheSize(NODES_REMEMBERED)
                        .build());
    }

    /**
     * Makes the graph anew, or takes it away where one in memory is enough.
     *
     * @return statements that were written; 0 when there are few, too many, or no room on the disk for them
     */
    synchronized long write(String base) throws IOException {
        look();
        if (fit(base, few)) {
            swap(null);
            return 0;
        }
        long needed = needed();
        if (room.getAsLong() < needed) {
            LOG.log(Level.WARNING, "no graph was made: the disk should have {0} MB free for it", needed >> 20);
            return 0;
        }
        Instant at = clock.instant();
        Path whole = folder.resolve("%015d".formatted(at.toEpochMilli()));
        Path unfinished = whole.resolveSibling(whole.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(unfinished);
            long statements = load(unfinished, base);
            about(unfinished, base, at);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            swap(new Made(whole, base, at, connected(whole)));
            return statements;
        } catch (LimitedStatements.TooMany tooLarge) {
            swap(null);
            return 0;
        } finally {
            FolderTree.delete(unfinished);
        }
    }

    /** Mapped files must never meet the end of a disk, which would end the process. */
    private long needed() {
        long performances = warehouse.read(
                connection -> Rows.of(connection, "select count(*) as n from performance", row -> row.getLong("n"))
                        .get(0));
        return ROOM_BESIDE + performances * BYTES_OF_A_PERFORMANCE;
    }

    /** Whether there are at most so many statements. */
    private boolean fit(String base, long count) throws IOException {
        try {
            programme.whole(houses.get(), base, new LimitedStatements(StreamRDFLib.sinkNull(), count));
            return true;
        } catch (LimitedStatements.TooMany more) {
            return false;
        }
    }

    private long load(Path into, String base) throws IOException {
        DatasetGraph graph = connected(into);
        try {
            DataLoader loader = LoaderFactory.sequentialLoader(graph, (text, arguments) -> {});
            loader.startBulk();
            try {
                LimitedStatements limited = new LimitedStatements(loader.stream(), most);
                Prefixes.ALL.forEach(limited::prefix);
                programme.whole(houses.get(), base, limited);
                loader.finishBulk();
                return limited.count();
            } catch (IOException | RuntimeException e) {
                loader.finishException(e);
                throw e;
            }
        } finally {
            TDBInternal.expel(graph, true);
        }
    }

    private static void about(Path unfinished, String base, Instant at) throws IOException {
        Properties about = new Properties();
        about.setProperty("base", base);
        about.setProperty("at", at.toString());
        try (Writer out = Files.newBufferedWriter(unfinished.resolve(ABOUT))) {
            about.store(out, null);
        }
    }

    /** Waits until nobody reads the one before. */
    private void swap(@Nullable Made next) throws IOException {
        lock.writeLock().lock();
        try {
            Made before = made;
            made = next;
            if (before != null) {
                TDBInternal.expel(before.graph(), true);
                FolderTree.delete(before.folder());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (made != null) {
                TDBInternal.expel(made.graph(), true);
                made = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
