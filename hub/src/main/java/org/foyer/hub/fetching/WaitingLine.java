package org.foyer.hub.fetching;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line in which things stand that have to do with others on the network, so that never two of them do at once. A thing waits at
 * most once.
 */
public final class WaitingLine implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WaitingLine.class.getName());
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final String name;
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final ScheduledThreadPoolExecutor line;

    /** @param name of what is done, for the thread and the log */
    public WaitingLine(String name) {
        this.name = name;
        this.line = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether that thing waits or is being done. */
    public boolean holds(long thing) {
        return waiting.contains(thing);
    }

    /** Lets a thing stand in line unless it does already, and waits so long for its end; the work goes on without its asker. */
    public void stand(long thing, Duration patience, Runnable work) {
        if (!waiting.add(thing)) {
            return;
        }
        try {
            await(
                    line.submit(() -> {
                        try {
                            work.run();
                        } finally {
                            waiting.remove(thing);
                        }
                    }),
                    patience);
        } catch (RejectedExecutionException closed) {
            waiting.remove(thing);
        }
    }

    private void await(Future<?> turn, Duration patience) {
        try {
            turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillAtIt) {
            LOG.log(Level.FINE, "{0} goes on without its asker", name);
        } catch (ExecutionException failed) {
            LOG.log(Level.WARNING, "How {0} ended was not kept: {1}", new Object[] {name, kind(failed.getCause())});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does it now, in the thread of the caller. @return false when it stands in line already, or the line is closed */
    public boolean passes(long thing, Runnable work) {
        if (line.isShutdown() || !waiting.add(thing)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            waiting.remove(thing);
        }
    }

    /** Waits until nothing else is done, then does it. */
    public void alone(Runnable work) {
        oneAtATime.lock();
        try {
            work.run();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Looks again and again for what is due.
     *
     * @param one does one thing that is due and tells how many it did; the next then stands behind whoever asked meanwhile
     */
    public void every(Duration pause, IntSupplier one) {
        line.scheduleWithFixedDelay(() -> next(one), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void next(IntSupplier one) {
        try {
            if (one.getAsInt() > 0) {
                line.execute(() -> next(one));
            }
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.FINE, "closed meanwhile", closed);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "What was due for {0} failed: {1}", new Object[] {name, kind(failed)});
        }
    }

    /** The message of a failure may hold what a house said. */
    private static String kind(@Nullable Throwable failed) {
        return failed == null ? "" : failed.getClass().getName();
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        line.shutdownNow();
        try {
            line.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
