package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.foyer.hub.linking.internal.table.ValuePool;

/** Visits each pair of rows that some pass brings together, once. */
public final class PairWalk {

    private static final int THREADS_MAX = 8;

    /** What is done with a pair; serves one thread. */
    public interface Visitor {
        /** @param a the lesser row */
        void visit(int a, int b);
    }

    private PairWalk() {}

    /** @return the visitors, one for each thread; which pair comes to which depends on the blocks alone */
    public static <V extends Visitor> List<V> walk(Blocks blocks, Supplier<V> visitors) {
        int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
        List<V> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(visitors.get());
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (int pass = 0; pass < blocks.passes(); pass++) {
                walk(blocks, pass, all, workers);
            }
        } finally {
            workers.shutdown();
        }
        return all;
    }

    private static <V extends Visitor> void walk(Blocks blocks, int pass, List<V> all, ExecutorService workers) {
        long[] keyed = blocks.sorted(pass);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int share = i;
            running.add(workers.submit(() -> share(blocks, pass, keyed, all.get(share), share, all.size())));
        }
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("linking was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("pairs could not be compared", e.getCause());
        }
    }

    private static void share(Blocks blocks, int pass, long[] keyed, Visitor visitor, int share, int shares) {
        for (int from = 0; from < keyed.length; ) {
            int to = Blocks.end(keyed, from);
            if (to - from > 1 && (ValuePool.mix((int) (keyed[from] >> 32)) & Integer.MAX_VALUE) % shares == share) {
                block(blocks, pass, keyed, from, to, visitor);
            }
            from = to;
        }
    }

    private static void block(Blocks blocks, int pass, long[] keyed, int from, int to, Visitor visitor) {
        for (int i = from; i < to; i++) {
            int a = (int) keyed[i];
            for (int j = i + 1; j < to; j++) {
                int b = (int) keyed[j];
                if (!blocks.metBefore(pass, a, b)) {
                    visitor.visit(a, b);
                }
            }
        }
    }
}
