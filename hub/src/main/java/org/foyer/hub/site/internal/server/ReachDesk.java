package org.foyer.hub.site.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeReach.Underway;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Buyers whom a house shares with many others on many nodes: which nodes count, what is known, what is under way. */
@Singleton
public class ReachDesk {

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;

    @Inject
    public ReachDesk(RunningNode running, DataSpaceDesk dataSpace) {
        this.running = running;
        this.dataSpace = dataSpace;
    }

    /**
     * How a house stands.
     *
     * @param network the three nodes that count for it, null when it named none
     * @param period the present one
     * @param told the newest count it heard of, null without one
     * @param underway how far its people are, null when nothing is under way
     * @param stopped code of why it went no further the last time
     */
    public record Standing(
            @Nullable ReachNetwork network,
            String period,
            @Nullable ReachTold told,
            @Nullable Progress underway,
            @Nullable String stopped) {}

    /** The gate of a node. */
    public static ReachGate gate(Node node) {
        return new ReachGate(
                node.register(),
                node.settings().clock(),
                node.gate(),
                node.pooling().agreed(),
                node.audit());
    }

    public Standing standing(House house) {
        return standing(running.get(), dataSpace.get(), house);
    }

    /** The same for a node that was opened otherwise; without a data space there is nothing but what was named. */
    public static Standing standing(Node node, Optional<DataSpaceNode> space, House house) {
        ReachGate gate = gate(node);
        Underway underway =
                space.flatMap(open -> open.reach().underway(house.id())).orElse(null);
        String stopped = underway == null ? null : underway.stopped();
        return new Standing(
                gate.named(house.id()).orElse(null),
                gate.period(),
                space.flatMap(open -> open.reach().known(house.id())).orElse(null),
                underway == null || stopped != null ? null : underway.progress(),
                stopped);
    }

    /** Nodes that may count, by what they are called: those that are known and this one, whose name is empty. */
    public Map<String, String> nodes() {
        return dataSpace.get().map(ReachDesk::nodes).orElse(Map.of());
    }

    private static Map<String, String> nodes(DataSpaceNode space) {
        Map<String, String> nodes = new TreeMap<>();
        nodes.put(space.self(), "");
        for (Participants.Entry entry : space.participants().all()) {
            if (entry.revokedAt() == null) {
                nodes.put(entry.participant().id(), entry.participant().name());
            }
        }
        return nodes;
    }

    /** Names the nodes that count for the house; all three must be known here. */
    public void name(Actor actor, House house, ReachNetwork network) {
        name(running.get(), space(), actor, house, network);
    }

    /** The same for a node that was opened otherwise. */
    public static void name(Node node, DataSpaceNode space, Actor actor, House house, ReachNetwork network) {
        Map<String, String> known = nodes(space);
        String wrong = network.wrong();
        if (wrong != null) {
            throw new Refused(422, wrong);
        }
        if (!known.containsKey(network.first())
                || !known.containsKey(network.second())
                || !known.containsKey(network.pool())) {
            throw new Refused(422, "overlap-node-unknown");
        }
        if (network.pool().equals(space.self())) {
            throw new Refused(422, "reach-pool-house");
        }
        String refused = gate(node).name(actor, house, network);
        if (refused != null) {
            throw new Refused(422, refused);
        }
    }

    /** Counts no longer, and has the sketch thrown away; a pool that cannot be reached now is told later. */
    public void stop(Actor actor, House house) {
        if (!gate(running.get()).forget(actor, house)) {
            throw new Refused(404, ReachGate.NOT_NAMED);
        }
        settle();
    }

    /** The same for the command line, which waits for the pool. */
    public static void stop(Node node, DataSpaceNode space, Actor actor, House house) {
        if (!gate(node).forget(actor, house)) {
            throw new Refused(404, ReachGate.NOT_NAMED);
        }
        space.reach().settle();
    }

    /** A house left a purpose: its sketch is taken back if it was for that. */
    public void left(String purpose) {
        if (purpose.equals(Gate.OVERLAP)) {
            settle();
        }
    }

    private void settle() {
        dataSpace.get().ifPresent(space -> space.reach().settleSoon());
    }

    /** Begins to count; {@link #standing} tells how far it is. */
    public void begin(Actor actor, House house) {
        try {
            space().reach().begin(actor, house);
        } catch (OverlapStopped stopped) {
            throw new Refused(409, stopped.code());
        }
    }

    private DataSpaceNode space() {
        return dataSpace.get().orElseThrow(() -> dataSpace.closed(409));
    }

    /** Counts and waits, for the command line. */
    public static void ask(DataSpaceNode space, Actor actor, House house, Consumer<Progress> hears) {
        try {
            space.reach().ask(actor, house, hears);
        } catch (OverlapStopped stopped) {
            throw new Refused(409, stopped.code());
        }
    }
}
