package org.foyer.hub.linking;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * Links buyers beside what people do: one house at a time, never while imports work; its pairs are compared on as
 * many processors as there are, all else on one. A house waits at most once, so that many wishes are one.
 */
public final class BackgroundLinking implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundLinking.class.getName());
    private static final int SECONDS_TO_END = 10;

    private final SamePerson samePerson;
    private final BooleanSupplier busy;
    private final Duration quiet;
    private final ScheduledThreadPoolExecutor line;
    private final Function<HouseId, Optional<House>> houses;
    private final Set<HouseId> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param houses finds a house
     * @param busy whether something is at work that must not become slower
     * @param quiet how long after a wish it is begun at the earliest, so that several wishes come together
     */
    public BackgroundLinking(
            SamePerson samePerson, Function<HouseId, Optional<House>> houses, BooleanSupplier busy, Duration quiet) {
        this.houses = houses;
        this.samePerson = samePerson;
        this.busy = busy;
        this.quiet = quiet;
        this.line = new ScheduledThreadPoolExecutor(1, BackgroundLinking::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "linking");
        thread.setDaemon(true);
        return thread;
    }

    /** Links the buyers of a house soon, unless nothing changed since it was last done. */
    public void soon(HouseId house) {
        if (!closed && waiting.add(house)) {
            try {
                line.schedule(() -> turn(house), quiet.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.FINE, "closed meanwhile", e);
            }
        }
    }

    /** The same if what was last found no longer holds. Returns what was found. */
    public LinkedPeople soonIfChanged(HouseId house) {
        LinkedPeople standing = samePerson.standing(house);
        if (!standing.current()) {
            soon(house);
        }
        return standing;
    }

    private void turn(HouseId house) {
        waiting.remove(house);
        if (busy.getAsBoolean()) {
            soon(house);
            return;
        }
        ForkJoinPool oneProcessor = new ForkJoinPool(1);
        try {
            oneProcessor
                    .submit(() -> houses.apply(house).ifPresent(samePerson::link))
                    .join();
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.FINE : Level.WARNING, "the buyers of house " + house + " were not linked", e);
        } finally {
            oneProcessor.shutdown();
        }
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        closed = true;
        line.shutdownNow();
        try {
            line.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
