package org.foyer.hub.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * Looks at conversations when their time has come, some at once and each by one thread. What is waiting stands in the register, not
 * here, so there is nothing to be lost.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    /** Conversations of one round. */
    private static final int ROUND_MAX = 64;

    /** However quiet it is, one looks. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** How often what is over is cleared away. */
    private static final Duration UPKEEP = Duration.ofHours(1);

    private static final int SECONDS_TO_END = 10;

    private final Outbox outbox;
    private final Runnable upkeep;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor watch;
    private final ExecutorService hands;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> planned;
    private boolean begun;
    private volatile boolean closed;

    /** @param upkeep what is done now and then, beside the messages */
    Rounds(Outbox outbox, Runnable upkeep, Clock clock, int atOnce) {
        this.outbox = outbox;
        this.upkeep = upkeep;
        this.clock = clock;
        this.watch = new ScheduledThreadPoolExecutor(1, task -> thread(task, "dataspace"));
        this.hands = Executors.newFixedThreadPool(atOnce, task -> thread(task, "dataspace-post"));
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** From now on. Before, everything waits in the register. */
    synchronized void begin() {
        if (!begun) {
            watch.scheduleWithFixedDelay(this::keepUp, 0, UPKEEP.toSeconds(), TimeUnit.SECONDS);
        }
        begun = true;
        within(Duration.ZERO);
    }

    private void keepUp() {
        try {
            upkeep.run();
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.FINE : Level.WARNING, "the upkeep of the data space failed; it is done again", e);
        }
    }

    /** Looks at the latest after so long; what was planned for earlier stays. */
    synchronized void within(Duration wait) {
        long millis = Math.max(0, wait.toMillis());
        if (closed
                || !begun
                || planned != null && !planned.isDone() && planned.getDelay(TimeUnit.MILLISECONDS) <= millis) {
            return;
        }
        if (planned != null) {
            planned.cancel(false);
        }
        try {
            planned = watch.schedule(this::round, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "closed meanwhile", e);
        }
    }

    private void round() {
        synchronized (this) {
            planned = null;
        }
        Duration wait = LONGEST;
        try {
            for (Conversation due : outbox.due(ROUND_MAX)) {
                if (inHand.size() < ROUND_MAX && inHand.add(due.id())) {
                    hands.execute(() -> turn(due.id()));
                }
            }
            wait = outbox.next().map(this::until).orElse(LONGEST);
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.FINE : Level.WARNING, "a round of the data space failed; there will be another", e);
        }
        within(wait);
    }

    /** What is in hand is due already: one need not run for it. */
    private Duration until(Instant next) {
        Duration until = Duration.between(clock.instant(), next);
        Duration least = inHand.isEmpty() ? Duration.ofMillis(5) : Duration.ofMillis(100);
        if (until.compareTo(least) < 0) {
            return least;
        }
        return until.compareTo(LONGEST) > 0 ? LONGEST : until;
    }

    private void turn(long id) {
        try {
            outbox.turn(id);
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.FINE : Level.WARNING, "conversation " + id + " is left for a while", e);
            later(id);
        } finally {
            inHand.remove(id);
            within(Duration.ZERO);
        }
    }

    /** What broke would break again at once. */
    private void later(long id) {
        try {
            outbox.later(id, LONGEST);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "the register does not answer either", e);
        }
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        closed = true;
        watch.shutdownNow();
        hands.shutdownNow();
        try {
            watch.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS); // a round reads the register too
            hands.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
