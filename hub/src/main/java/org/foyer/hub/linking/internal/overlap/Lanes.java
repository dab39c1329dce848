package org.foyer.hub.linking.internal.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.foyer.hub.linking.OverlapRefused;
import org.jspecify.annotations.Nullable;

/** Work on many points, divided among at most {@value #LANES_MAX} threads. */
final class Lanes {

    static final int LANES_MAX = 2;
    private static final int SLICE = 512;

    private Lanes() {}

    /** Does the points from one place to before another. */
    @FunctionalInterface
    interface Slice {
        void run(int from, int to) throws OverlapRefused;
    }

    /** Returns when all is done; the first refusal ends it. */
    static void each(int count, Slice work) throws OverlapRefused {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable OverlapRefused> refused = new AtomicReference<>();
        AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
        Runnable lane = () -> {
            try {
                for (int from = next.getAndAdd(SLICE); from < count; from = next.getAndAdd(SLICE)) {
                    if (refused.get() != null || failed.get() != null) {
                        return;
                    }
                    work.run(from, Math.min(from + SLICE, count));
                }
            } catch (OverlapRefused e) {
                refused.compareAndSet(null, e);
            } catch (RuntimeException e) {
                failed.compareAndSet(null, e);
            }
        };
        run(lane, count > SLICE ? Math.min(LANES_MAX, Runtime.getRuntime().availableProcessors()) : 1);
        OverlapRefused refusal = refused.get();
        if (refusal != null) {
            throw refusal;
        }
        RuntimeException failure = failed.get();
        if (failure != null) {
            throw failure;
        }
    }

    private static void run(Runnable lane, int lanes) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < lanes; i++) {
            Thread thread = new Thread(lane, "overlap-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        lane.run();
        for (Thread thread : others) {
            join(thread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while points were multiplied", e);
        }
    }
}
