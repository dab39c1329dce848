package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.foyer.hub.exchange.PooledComparisons.Absence;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.internal.pooled.Bodies.Boxes;
import org.foyer.hub.exchange.internal.pooled.Bodies.Hellos;
import org.foyer.hub.exchange.internal.pooled.Bodies.Present;
import org.foyer.hub.exchange.internal.pooled.Bodies.Rolls;
import org.foyer.hub.exchange.internal.pooled.Bodies.Willing;
import org.foyer.hub.exchange.internal.pooled.Messages.Hello;
import org.foyer.hub.exchange.internal.pooled.Messages.MaskedPart;
import org.foyer.hub.exchange.internal.pooled.Messages.Opening;
import org.foyer.hub.exchange.internal.pooled.Messages.Parcels;
import org.foyer.hub.exchange.internal.pooled.Messages.RollCall;
import org.jspecify.annotations.Nullable;

/**
 * Carries one question to all nodes, step by step, to all at one time, so that nobody waits behind those that are silent. Whoever does
 * not answer a step, or answers what is no answer, is asked for no other.
 */
final class PooledAsking {

    /** How long one step may take, whoever is silent: as long as one answer may. */
    static final Duration STEP = Duration.ofSeconds(60);

    private static final int REASON_CHARACTERS_MAX = 100;

    private final Peers peers;
    private final Duration step;
    private final Map<String, Absence> apart;

    /** @param apart takes why each node is not in the sum */
    PooledAsking(Peers peers, Duration step, Map<String, Absence> apart) {
        this.peers = peers;
        this.step = step;
        this.apart = apart;
    }

    /** Those of the nodes who would answer such a question. @param why takes the reason of each that would not */
    Set<String> willing(Invitation asked, Collection<String> nodes, Map<String, String> why) {
        Set<String> willing = new TreeSet<>();
        String json = Bodies.write(asked);
        at(nodes, Bodies.WILLING, node -> json, (node, answer) -> {
            Willing told = Bodies.read(answer, Willing.class);
            if (told.willing()) {
                willing.add(node);
            } else {
                String reason = String.valueOf(told.why());
                why.put(node, reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX)));
                apart.put(node, Absence.UNWILLING);
            }
        });
        return willing;
    }

    /** The sum of what the members give. */
    long[] sum(Invitation asked) {
        Gathering gathering = new Gathering(asked.round(), peers.keys());
        String question = asked.question();
        String invitation = Bodies.write(asked);
        Set<String> here = at(
                asked.members(),
                Bodies.HELLO,
                node -> invitation,
                (node, answer) -> gathering.take(own(node, Bodies.read(answer, Hello.class), Hello::member)));
        String hellos = Bodies.write(new Hellos(question, gathering.hellos()));
        here = at(
                here,
                Bodies.PARCELS,
                node -> hellos,
                (node, answer) -> gathering.take(own(node, Bodies.read(answer, Parcels.class), Parcels::from)));
        here = at(
                here,
                Bodies.PART,
                node -> Bodies.write(new Boxes(question, gathering.parcelsFor(node))),
                (node, answer) -> gathering.take(own(node, Bodies.read(answer, MaskedPart.class), MaskedPart::from)));
        String present = Bodies.write(new Present(question, List.copyOf(gathering.present())));
        here = at(
                here,
                Bodies.ROLL_CALL,
                node -> present,
                (node, answer) -> gathering.take(own(node, Bodies.read(answer, RollCall.class), RollCall::from)));
        String rolls = Bodies.write(new Rolls(question, gathering.rolls()));
        at(
                here,
                Bodies.OPENING,
                node -> rolls,
                (node, answer) -> gathering.take(own(node, Bodies.read(answer, Opening.class), Opening::from)));
        return gathering.sum();
    }

    private static <T> T own(String node, T message, Function<T, String> sender) {
        if (!node.equals(sender.apply(message))) {
            throw new PooledRefused("not-a-member", node);
        }
        return message;
    }

    /** @return who answered well */
    private Set<String> at(
            Collection<String> nodes, String step, Function<String, String> body, BiConsumer<String, String> taking) {
        Map<String, Future<String>> answers = new LinkedHashMap<>();
        Set<String> well = new TreeSet<>();
        ExecutorService callers = Executors.newFixedThreadPool(Math.max(1, nodes.size()), PooledAsking::thread);
        long end = System.nanoTime() + this.step.toNanos();
        try {
            for (String node : nodes) {
                String json = body.apply(node);
                answers.put(node, callers.submit(() -> peers.call(node, step, json)));
            }
            answers.forEach((node, answer) -> {
                Absence absence = heard(node, answer, end, taking);
                if (absence == null) {
                    well.add(node);
                } else {
                    apart.put(node, absence);
                }
            });
        } finally {
            callers.shutdownNow();
        }
        return well;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "pooled");
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for an answer and takes it. Null when it was taken. */
    private static @Nullable Absence heard(
            String node, Future<String> answer, long end, BiConsumer<String, String> taking) {
        try {
            taking.accept(node, answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
            return null;
        } catch (PooledRefused garbage) {
            return Absence.MALFORMED;
        } catch (TimeoutException late) {
            return Absence.SILENT;
        } catch (ExecutionException left) {
            if (left.getCause() instanceof Peers.Refusal || left.getCause() instanceof PooledRefused) {
                return Absence.REFUSED;
            }
            if (left.getCause() instanceof IOException) {
                return Absence.SILENT;
            }
            throw new IllegalStateException(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PooledRefused("interrupted", node);
        }
    }
}
