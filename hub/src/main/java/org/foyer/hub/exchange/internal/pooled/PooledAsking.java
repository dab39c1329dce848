package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
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

/** Carries one question to all nodes, step by step, a few at a time. Whoever does not answer a step is asked for no other. */
final class PooledAsking {

    private static final int AT_ONCE = 8;

    private final Peers peers;

    PooledAsking(Peers peers) {
        this.peers = peers;
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
                why.put(node, String.valueOf(told.why()));
            }
        });
        return willing;
    }

    /** The sum of what the members give. */
    long[] sum(Invitation asked) {
        Gathering gathering = new Gathering(asked.round());
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
        Set<String> well = ConcurrentHashMap.newKeySet();
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (String node : nodes) {
                String json = body.apply(node);
                answers.put(node, callers.submit(() -> peers.call(node, step, json)));
            }
            answers.forEach((node, answer) -> {
                try {
                    taking.accept(node, answer.get());
                    well.add(node);
                } catch (ExecutionException | PooledRefused left) {
                    if (!isLeaving(left)) {
                        throw new IllegalStateException(left);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new PooledRefused("interrupted", node);
                }
            });
        } finally {
            callers.shutdownNow();
        }
        return new TreeSet<>(well);
    }

    private static boolean isLeaving(Exception left) {
        return left instanceof PooledRefused
                || left.getCause() instanceof IOException
                || left.getCause() instanceof PooledRefused;
    }
}
