package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Lets the index follow the warehouse, house by house, beside what people do: on one thread, a moment after a change, and not while
 * imports work, unless they go on for long. A house is indexed again when its mark differs from the one the index holds.
 */
public final class IndexKeeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexKeeper.class.getName());

    /** After a change, so that several that follow one another are one. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** Longer than this, imports do not keep a change from being found. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** After this, names of houses are looked at again even when no programme changed. */
    private static final Duration HOUSES_KEPT = Duration.ofSeconds(60);

    /** While a large index is made, what is done so far is kept and found after each of these. */
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(15);

    /** More houses than this are looked at together, which reads every house's rows. */
    private static final int HOUSES_APART = 4;

    private static final int SECONDS_TO_END = 10;

    private final Warehouse warehouse;
    private final Supplier<List<House>> houses;
    private final BooleanSupplier busy;
    private final ShowIndex index;
    private final ScheduledThreadPoolExecutor line;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Map<Integer, Long> revisionsSeen = new HashMap<>();
    private volatile Map<Integer, House> known = Map.of();
    private volatile JoinedNames joined = JoinedNames.NONE;
    private volatile long seen = -1;
    private volatile long lookedAt;
    private volatile boolean checked;
    private volatile long distrusted;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> next = new CompletableFuture<>();

    /** @param busy whether something is at work that must not become slower */
    public IndexKeeper(Warehouse warehouse, Supplier<List<House>> houses, BooleanSupplier busy, ShowIndex index) {
        this.warehouse = warehouse;
        this.houses = houses;
        this.busy = busy;
        this.index = index;
        this.line = new ScheduledThreadPoolExecutor(1, IndexKeeper::thread);
        line.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-index");
        thread.setDaemon(true);
        return thread;
    }

    ShowIndex index() {
        return index;
    }

    /** The houses whose shows are searched, by number. */
    Map<Integer, House> houses() {
        return known;
    }

    /** Which names are one person, as when the warehouse was last looked at. */
    JoinedNames joined() {
        return joined;
    }

    /** Whether everything that was in the warehouse when it was last looked at is searched. */
    boolean isComplete() {
        return seen >= 0;
    }

    /** Looks for what changed, soon. */
    public void soon() {
        turnIn(QUIET, waiting, System.nanoTime());
    }

    /** Makes sure that what changed is being looked for, and gives it a moment. */
    void follow(Duration moment) {
        if (seen < 0) {
            index.open();
        }
        boolean changed = seen != warehouse.revision();
        if (changed || System.nanoTime() - lookedAt > HOUSES_KEPT.toNanos()) {
            CompletableFuture<Void> turn = next;
            turnIn(Duration.ZERO, asked, System.nanoTime());
            if (changed) {
                await(turn, moment);
            }
        }
    }

    /** Looks for what changed now, whatever else is at work. @return false when it takes longer */
    public boolean settle(Duration most) {
        try {
            CompletableFuture.runAsync(this::pass, line).get(most.toMillis(), TimeUnit.MILLISECONDS);
            return isComplete();
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the index could not be made", e.getCause());
        }
    }

    private static void await(CompletableFuture<Void> turn, Duration moment) {
        try {
            turn.get(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            LOG.log(Level.FINE, "not yet", e);
        }
    }

    /** @param once holds while such a turn waits, so that many wishes are one */
    private void turnIn(Duration delay, AtomicBoolean once, long since) {
        if (!closed && once.compareAndSet(false, true)) {
            try {
                line.schedule(() -> turn(once, since), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.FINE, "closed meanwhile", e);
            }
        }
    }

    private void turn(AtomicBoolean once, long since) {
        once.set(false);
        if (busy.getAsBoolean() && System.nanoTime() - since < PATIENCE.toNanos()) {
            turnIn(QUIET, once, since);
            return;
        }
        try {
            pass();
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.FINE : Level.WARNING, "the index did not follow the programmes", e);
        }
    }

    private void pass() {
        try {
            index.open();
            if (!checked && (distrusted != 0 || !index.isSound())) {
                index.clear();
            }
            checked = true;
            long revision = warehouse.revision();
            bringUpToDate();
            seen = revision;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lookedAt = System.nanoTime();
            CompletableFuture<Void> done = next;
            next = new CompletableFuture<>();
            done.complete(null);
        }
    }

    private void bringUpToDate() throws IOException {
        Map<Integer, House> present = new HashMap<>();
        houses.get().forEach(house -> present.put(house.id().value(), house));
        known = present;
        joined = warehouse.read(JoinedNames::read);
        Map<Integer, String> held = index.marks();
        Map<Integer, Long> revisions = new HashMap<>();
        present.values().forEach(house -> revisions.put(house.id().value(), warehouse.revision(house.id())));
        Map<Integer, String> marks = marksOf(present.values().stream()
                .filter(house -> !java.util.Objects.equals(
                        revisions.get(house.id().value()),
                        revisionsSeen.get(house.id().value())))
                .map(House::id)
                .toList());
        try (Changes changes = new Changes(held)) {
            for (House house : present.values()) {
                int number = house.id().value();
                String mark = held.get(number);
                boolean stale = marks.containsKey(number)
                        ? !mark(house, marks.get(number)).equals(mark)
                        : mark == null || !mark.startsWith(about(house));
                if (stale && !closed) {
                    changes.index(house);
                }
            }
            for (int number : held.keySet()) {
                if (!present.containsKey(number)) {
                    changes.open().remove(number);
                }
            }
            changes.keep();
        }
        if (!closed) {
            revisionsSeen.clear();
            revisionsSeen.putAll(revisions);
        }
    }

    /** The marks of houses that may have changed; empty text for a house without a programme. */
    private Map<Integer, String> marksOf(List<HouseId> changed) {
        Map<Integer, String> marks = new HashMap<>();
        changed.forEach(house -> marks.put(house.value(), ""));
        if (changed.size() > HOUSES_APART) {
            marks.putAll(warehouse.read(connection -> ShowRows.marks(connection, null)));
        } else {
            changed.forEach(house -> marks.putAll(warehouse.read(connection -> ShowRows.marks(connection, house))));
        }
        return marks;
    }

    /** What a document says of the house itself. */
    private static String about(House house) {
        return house.name()
                + '|'
                + house.zone()
                + '|'
                + house.slug()
                + '|'
                + house.address()
                + '|'
                + house.discipline()
                + '|'
                + house.website()
                + '|';
    }

    private static String mark(House house, @Nullable String rows) {
        return about(house) + (rows == null ? "" : rows);
    }

    /** Opens the index for writing only when there is something to write. */
    private final class Changes implements AutoCloseable {

        private final Map<Integer, String> held;
        private ShowIndex.@Nullable Change change;
        private long kept = System.nanoTime();

        Changes(Map<Integer, String> held) {
            this.held = held;
        }

        ShowIndex.Change open() throws IOException {
            if (change == null) {
                change = index.change(held);
            }
            return change;
        }

        void index(House house) throws IOException {
            ShowIndex.Change into = open();
            try {
                warehouse.read(connection -> into(into, house, connection));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (System.nanoTime() - kept > BETWEEN_COMMITS.toNanos()) {
                into.commit();
                kept = System.nanoTime();
            }
        }

        private boolean into(ShowIndex.Change into, House house, Connection connection) throws SQLException {
            HouseId id = house.id();
            try {
                into.remove(id.value());
                ShowRows.read(connection, id, house.zone(), run -> into.add(house, run));
                EntityRows.read(connection, house, entity -> into.add(house, entity));
                into.mark(id.value(), mark(house, ShowRows.marks(connection, id).get(id.value())));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void keep() throws IOException {
            if (change != null && !closed) {
                change.commit();
            }
        }

        @Override
        public void close() throws IOException {
            if (change != null) {
                change.close();
            }
        }
    }

    /** Begins nothing more and waits a little for what is under way. Not by interrupting, which would close files under readers. */
    @Override
    public void close() {
        closed = true;
        line.shutdown();
        try {
            line.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }

    /** Makes the index again when a question could not be answered from it; not more than once in a while. */
    void distrust() {
        if (distrusted == 0 || System.nanoTime() - distrusted > HOUSES_KEPT.toNanos()) {
            distrusted = System.nanoTime();
            seen = -1;
            checked = false;
            turnIn(Duration.ZERO, asked, System.nanoTime());
        }
    }
}
