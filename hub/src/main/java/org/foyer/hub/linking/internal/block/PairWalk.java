package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Visits each pair of rows that some pass brings together, once. */
public final class PairWalk {

    private static final int THREADS_MAX = 8;

    /** What is done with a pair; serves one thread. */
    public interface Visitor {
        /** @param a the lesser row */
        void visit(int pass, int a, int b);

        /** Whether the pairs of a pass are to be visited in which a row is the lesser one. */
        default boolean wants(int pass, int a) {
            return true;
        }

        /** Whether a pair is to be visited; asked before anything else of it. @param a the lesser row */
        default boolean wantsPair(int a, int b) {
            return true;
        }
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
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int share = i;
                running.add(workers.submit(() -> share(blocks, all.get(share), share, threads)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("linking was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("pairs could not be compared", e.getCause());
        } finally {
            workers.shutdown();
        }
        return all;
    }

    private static void share(Blocks blocks, Visitor visitor, int share, int shares) {
        BlockOrder order = blocks.order(share);
        for (int pass = 0; pass < blocks.passes(); pass++) {
            share(blocks, pass, visitor, order, share, shares);
        }
    }

    private static void share(Blocks blocks, int pass, Visitor visitor, BlockOrder order, int share, int shares) {
        blocks.sort(pass, share, shares, order);
        for (int from = 0; from < order.size(); ) {
            int to = order.end(from);
            for (int i = from; i < to - 1; i++) {
                int a = order.row(i);
                if (visitor.wants(pass, a)) {
                    visit(blocks, pass, visitor, a, order, i + 1, to);
                }
            }
            from = to;
        }
    }

    private static void visit(Blocks blocks, int pass, Visitor visitor, int a, BlockOrder order, int from, int to) {
        for (int j = from; j < to; j++) {
            int b = order.row(j);
            if (visitor.wantsPair(a, b) && !blocks.metBefore(pass, a, b)) {
                visitor.visit(pass, a, b);
            }
        }
    }
}
