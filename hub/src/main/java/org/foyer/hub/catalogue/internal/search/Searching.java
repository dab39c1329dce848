package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/** Questions put to the index as it is; one that lies broken is made again, and until then nothing is found in it. */
public final class Searching implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Searching.class.getName());

    /** What a question waits at most for a change that is being taken in. */
    private static final Duration MOMENT = Duration.ofMillis(250);

    /** Parts that wait for a helper; whoever asks looks through what finds no room. */
    private static final int WAITING_MAX = Search.AT_ONCE * PartedSearcher.PARTS_MAX;

    private final IndexKeeper keeper;
    private final Clock clock;
    private final Semaphore places = new Semaphore(Search.AT_ONCE, true);
    private final ThreadPoolExecutor helpers = helpers();
    private final int partedFrom;

    /**
     * @param folder of the index, and of nothing else
     * @param busy whether something is at work that must not become slower
     */
    public Searching(
            Path folder,
            Warehouse warehouse,
            Supplier<List<House>> houses,
            BooleanSupplier busy,
            Clock clock,
            IndexUse use) {
        this.keeper = new IndexKeeper(warehouse, houses, busy, new ShowIndex(folder, use.columnBytes()));
        this.partedFrom = use.partedFrom();
        this.clock = clock;
    }

    /** For the processors that whoever asks leaves free; while nobody asks there are none. */
    private static ThreadPoolExecutor helpers() {
        int count = Math.max(
                1, Math.min(PartedSearcher.PARTS_MAX, Runtime.getRuntime().availableProcessors()) - 1);
        ThreadPoolExecutor helpers = new ThreadPoolExecutor(
                count, count, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), work -> {
                    Thread helper = new Thread(work, "search helper");
                    helper.setDaemon(true);
                    return helper;
                });
        helpers.allowCoreThreadTimeOut(true);
        return helpers;
    }

    private IndexSearcher searcher(DirectoryReader reader) {
        return reader.maxDoc() < partedFrom ? new IndexSearcher(reader) : new PartedSearcher(reader, helpers);
    }

    public IndexKeeper keeper() {
        return keeper;
    }

    /** @throws Unanswered {@code search-long} or {@code search-busy} */
    public SearchAnswer ask(SearchQuestion question, HitReading.Naming naming) {
        if (question.words().length() > Search.LENGTH_MAX || question.place().length() > Search.LENGTH_MAX) {
            throw new Unanswered("search-long", Integer.toString(Search.LENGTH_MAX));
        }
        return answer(
                reader -> reader == null
                        ? Asking.nothing(keeper.isComplete())
                        : new Asking(searcher(reader), keeper.index().columns(), question, keeper.houses(), clock)
                                .answer(naming, keeper.isComplete()),
                Asking.nothing(false));
    }

    /**
     * Gives the present state of the index, when it is its turn.
     *
     * @param otherwise the answer of an index that cannot be read
     * @throws Unanswered {@code search-busy}
     */
    <T> T answer(ShowIndex.Reading<T> work, T otherwise) {
        keeper.follow(MOMENT);
        try {
            if (!places.tryAcquire(Search.MILLISECONDS_MAX, TimeUnit.MILLISECONDS)) {
                throw new Unanswered("search-busy", "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("search-busy", "");
        }
        try {
            return keeper.index().read(work);
        } catch (IOException
                | UncheckedIOException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException e) {
            LOG.log(Level.WARNING, "the index could not answer and is made again", e);
            keeper.distrust();
            return otherwise;
        } finally {
            places.release();
        }
    }

    /** The same index, asked for the things that names mean. */
    public Reconciliation reconciliation() {
        return new Reconciling(this);
    }

    @Override
    public void close() {
        helpers.shutdown();
        keeper.close();
    }
}
