package org.foyer.hub.exchange.internal.overlap;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NodeOverlaps;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Asks in the name of a house, one question at a time, and answers in that of the node. */
public final class OverlapsBetweenNodes implements NodeOverlaps {

    private static final Logger LOG = Logger.getLogger(OverlapsBetweenNodes.class.getName());

    private final NodeOverlapGate gate;
    private final OverlapAsking asking;
    private final OverlapAnswers answers;
    private final Map<Pair, Underway> underway = new HashMap<>();
    private final Set<Pair> present;

    private final ExecutorService asker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "overlap-ask");
        thread.setDaemon(true);
        return thread;
    });

    private record Pair(HouseId house, Other other) {}

    private OverlapsBetweenNodes(
            NodeOverlapGate gate, OverlapAsking asking, OverlapAnswers answers, Set<Pair> present) {
        this.gate = gate;
        this.asking = asking;
        this.answers = answers;
        this.present = present;
    }

    /** Among the participants of a data space. */
    public static NodeOverlaps over(
            Identity identity,
            Post post,
            OverlapSides sides,
            NodeOverlapGate gate,
            Houses houses,
            OverlapPace pace,
            Clock clock) {
        Set<Pair> present = ConcurrentHashMap.newKeySet();
        return new OverlapsBetweenNodes(
                gate,
                new OverlapAsking(
                        identity.self(), sides, new ParticipantOverlapPeer(identity, post), gate, pace, clock),
                new OverlapAnswers(
                        identity.self(),
                        sides,
                        gate,
                        houses,
                        pace,
                        clock,
                        (house, other) -> present.contains(new Pair(house, other))),
                present);
    }

    @Override
    public Kept ask(Actor actor, House house, Other other, Consumer<Progress> hears) {
        Optional<Kept> known = gate.kept(house.id(), other, gate.period());
        if (known.isPresent()) {
            return known.get();
        }
        allowed(house, other);
        Pair pair = new Pair(house.id(), other);
        if (!present.add(pair)) {
            throw new OverlapStopped("overlap-busy");
        }
        try {
            return asking.ask(actor, house, other, hears);
        } finally {
            present.remove(pair);
        }
    }

    private void allowed(House house, Other other) {
        String refusal = gate.refusal(house, other);
        if (refusal != null) {
            throw new OverlapStopped(refusal);
        }
    }

    @Override
    public void begin(Actor actor, House house, Other other) {
        allowed(house, other);
        Pair pair = new Pair(house.id(), other);
        synchronized (underway) {
            Underway before = underway.get(pair);
            if (before != null && before.stopped() == null) {
                return;
            }
            long waiting = underway.values().stream()
                    .filter(one -> one.stopped() == null)
                    .count();
            if (waiting >= WAITING_MAX) {
                throw new OverlapStopped("overlap-busy");
            }
            underway.put(pair, new Underway(other, new Progress("prepare", 0, 1), null));
        }
        asker.execute(() -> carry(actor, house, pair));
    }

    private void carry(Actor actor, House house, Pair pair) {
        try {
            ask(actor, house, pair.other(), progress -> put(pair, new Underway(pair.other(), progress, null)));
            synchronized (underway) {
                underway.remove(pair);
            }
        } catch (OverlapStopped stopped) {
            stopped(pair, stopped.code());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a question about shared buyers failed", failed);
            stopped(pair, "overlap-no-answer");
        }
    }

    private void stopped(Pair pair, String code) {
        put(pair, new Underway(pair.other(), new Progress("prepare", 0, 1), code));
    }

    private void put(Pair pair, Underway state) {
        synchronized (underway) {
            underway.put(pair, state);
        }
    }

    @Override
    public Optional<Underway> underway(HouseId house, Other other) {
        synchronized (underway) {
            return Optional.ofNullable(underway.get(new Pair(house, other)));
        }
    }

    @Override
    public Reply answer(String caller, String step, String session, int number, byte[] body) {
        return answers.answer(caller, step, session, number, body);
    }

    @Override
    public void close() {
        asker.shutdownNow();
        answers.close();
    }
}
