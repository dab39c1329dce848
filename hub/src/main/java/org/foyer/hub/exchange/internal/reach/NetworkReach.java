package org.foyer.hub.exchange.internal.reach;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.NodeReach;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.ReachSides;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachGate.Given;
import org.foyer.hub.governance.ReachPool;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Gives sketches of houses of this node, one after the other, and answers others as a holder of a key or a pool. */
public final class NetworkReach implements NodeReach {

    private static final Logger LOG = Logger.getLogger(NetworkReach.class.getName());
    private static final int SETTLE_MINUTES = 30;

    private final ReachGate gate;
    private final Houses houses;
    private final ReachAsking asking;
    private final ReachAnswers answers;
    private final Map<HouseId, Underway> underway = new HashMap<>();
    private final Set<HouseId> present = new HashSet<>();

    private final ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reach");
        thread.setDaemon(true);
        return thread;
    });

    private NetworkReach(ReachGate gate, Houses houses, ReachAsking asking, ReachAnswers answers) {
        this.gate = gate;
        this.houses = houses;
        this.asking = asking;
        this.answers = answers;
    }

    /**
     * Among the participants of a data space.
     *
     * @param serves whether the operator lets this node count for others
     */
    public static NodeReach over(
            Identity identity,
            Post post,
            ReachSides sides,
            ReachGate gate,
            ReachPool pool,
            Houses houses,
            boolean serves,
            OverlapPace pace,
            Clock clock) {
        ReachAnswers answers = new ReachAnswers(identity.self(), serves, sides, gate, pool);
        ReachPeer peer = new ReachPeer(identity, post, answers);
        return new NetworkReach(
                gate, houses, new ReachAsking(identity.self(), sides, peer, gate, pace, clock), answers);
    }

    @Override
    public Optional<ReachTold> ask(Actor actor, House house, Consumer<Progress> hears) {
        synchronized (present) {
            if (!present.add(house.id())) {
                throw new OverlapStopped("overlap-busy");
            }
        }
        try {
            return asking.ask(actor, house, hears);
        } finally {
            synchronized (present) {
                present.remove(house.id());
            }
        }
    }

    @Override
    public void begin(Actor actor, House house) {
        String refusal = gate.refusal(house);
        if (refusal != null) {
            throw new OverlapStopped(refusal);
        }
        synchronized (underway) {
            Underway before = underway.get(house.id());
            if (before != null && before.stopped() == null) {
                return;
            }
            long waiting = underway.values().stream()
                    .filter(one -> one.stopped() == null)
                    .count();
            if (waiting >= WAITING_MAX) {
                throw new OverlapStopped("overlap-busy");
            }
            underway.put(house.id(), new Underway(new Progress("prepare", 0, 1), null));
        }
        asker.execute(() -> carry(actor, house));
    }

    private void carry(Actor actor, House house) {
        try {
            ask(actor, house, progress -> put(house, new Underway(progress, null)));
            synchronized (underway) {
                underway.remove(house.id());
            }
        } catch (OverlapStopped stopped) {
            stopped(house, stopped.code());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a count over many nodes failed", failed);
            stopped(house, "overlap-no-answer");
        }
    }

    private void stopped(House house, String code) {
        put(house, new Underway(new Progress("prepare", 0, 1), code));
    }

    private void put(House house, Underway state) {
        synchronized (underway) {
            underway.put(house.id(), state);
        }
    }

    @Override
    public Optional<Underway> underway(HouseId house) {
        synchronized (underway) {
            return Optional.ofNullable(underway.get(house));
        }
    }

    @Override
    public Optional<ReachTold> known(HouseId house) {
        return gate.kept(house).map(kept -> ReachBook.own(kept.told()));
    }

    @Override
    public void settle() {
        for (Given given : gate.given()) {
            houses.byId(given.house()).ifPresent(house -> settle(house, given));
        }
    }

    private void settle(House house, Given given) {
        synchronized (present) {
            if (present.contains(house.id())) {
                return;
            }
        }
        try {
            boolean isIn = gate.refusal(house) == null
                    && gate.named(house.id()).filter(given.network()::equals).isPresent()
                    && gate.agreement(house).filter(given.agreement()::equals).isPresent();
            if (isIn) {
                asking.hear(house, given);
            } else {
                asking.withdraw(NodeOverlapGate.node(given.network().pool()), house, given);
            }
        } catch (OverlapStopped later) {
            LOG.log(Level.FINE, "a pool was not reached: {0}", later.code());
        }
    }

    @Override
    public void settleSoon() {
        asker.execute(this::settled);
    }

    @Override
    public void begin() {
        asker.scheduleWithFixedDelay(this::settled, 1, SETTLE_MINUTES, TimeUnit.MINUTES);
    }

    /** A failure must not end the rounds. */
    private void settled() {
        try {
            settle();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "sketches at pools could not be settled", failed);
        }
    }

    @Override
    public Reply answer(String caller, String step, String promise, int number, byte[] body) {
        return answers.answer(caller, step, promise, number, body);
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }
}
