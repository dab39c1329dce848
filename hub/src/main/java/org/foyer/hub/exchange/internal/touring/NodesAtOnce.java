package org.foyer.hub.exchange.internal.touring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.governance.ShowGrant;

/**
 * Asks the nodes of a tour side by side, of each node one stop after the other, and waits for all of them together no longer than a look
 * may take. Nobody is interrupted: a node that is late is let finish, what it says then is kept for the next look, and until it has
 * finished it is not asked again.
 */
final class NodesAtOnce {

    /** Nodes that are asked side by side, by all looks together. */
    static final int NODES_AT_ONCE = 16;

    private static final int IDLE_SECONDS = 10;

    private final Duration patience;
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Executor hands = hands();

    /** @param patience how long a look waits for all nodes together */
    NodesAtOnce(Duration patience) {
        this.patience = patience;
    }

    /** No more waits in its queue than the nodes of the looks that are waiting themselves. */
    private static Executor hands() {
        ThreadPoolExecutor hands = new ThreadPoolExecutor(
                NODES_AT_ONCE, NODES_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "tour-stops");
                    thread.setDaemon(true);
                    return thread;
                });
        hands.allowCoreThreadTimeOut(true);
        return hands;
    }

    /**
     * Begins to ask.
     *
     * @param grants of shows on other nodes
     * @param asking of one stop; refused with {@link OtherNodes#AWAY} where nobody answers
     */
    Begun begin(List<ShowGrant> grants, Function<ShowGrant, Stop> asking) {
        Begun begun = new Begun(System.nanoTime() + patience.toNanos());
        grants.stream()
                .collect(Collectors.groupingBy(ShowGrant::node, LinkedHashMap::new, Collectors.toList()))
                .forEach((node, stops) -> {
                    if (!late.contains(node)) {
                        begun.turns.put(node, CompletableFuture.runAsync(() -> begun.ask(stops, asking), hands));
                    }
                });
        return begun;
    }

    /** One look under way. */
    final class Begun {

        private final long until;
        private final Map<Long, Stop> told = new ConcurrentHashMap<>();
        private final Map<String, CompletableFuture<Void>> turns = new LinkedHashMap<>();

        private Begun(long until) {
            this.until = until;
        }

        private long left() {
            return until - System.nanoTime();
        }

        /** A node that is away once is not waited for again in the same look. */
        private void ask(List<ShowGrant> stops, Function<ShowGrant, Stop> asking) {
            for (ShowGrant grant : stops) {
                if (left() <= 0) {
                    return;
                }
                try {
                    told.put(grant.id(), asking.apply(grant));
                } catch (GrantRefused refused) {
                    if (refused.code().equals(OtherNodes.AWAY)) {
                        return;
                    }
                    told.put(grant.id(), new Stop(grant, null, OtherNodes.REFUSED, null));
                }
            }
        }

        /** What was told in time, by the numbers of the grants; a stop of a node that is away or late is not there. */
        Map<Long, Stop> told() {
            turns.forEach(this::await);
            return Map.copyOf(told);
        }

        private void await(String node, CompletableFuture<Void> turn) {
            try {
                turn.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                isLate(node, turn);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                isLate(node, turn);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private void isLate(String node, CompletableFuture<Void> turn) {
            late.add(node);
            turn.whenComplete((done, broken) -> late.remove(node));
        }
    }
}
