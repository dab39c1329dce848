package org.foyer.hub.site.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeOverlaps.Underway;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Buyers whom houses of this node share with houses of others: whom they named, what is known, what is under way. */
@Singleton
public class OverlapDesk {

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;

    @Inject
    public OverlapDesk(RunningNode running, DataSpaceDesk dataSpace) {
        this.running = running;
        this.dataSpace = dataSpace;
    }

    /**
     * A house of another node.
     *
     * @param node as the data space calls it
     * @param nodeName as people call it
     * @param named whether this house names it now
     * @param period of the newest answer, null without one
     * @param present whether that is the present period
     * @param about null without an answer, or when it is withheld
     * @param withheld why it is: {@code overlap-small}, or {@code overlap-withdrawn} once one of the two withdrew from the agreement
     * @param underway how far a question is, null when there is none
     * @param stopped code of why the last question had no answer
     */
    public record Beside(
            String node,
            String nodeName,
            String house,
            boolean named,
            @Nullable String period,
            boolean present,
            @Nullable Long about,
            @Nullable Integer within,
            @Nullable String withheld,
            @Nullable Boolean askedHere,
            @Nullable Instant toldAt,
            @Nullable Progress underway,
            @Nullable String stopped) {}

    /** The gate of a node. */
    public static NodeOverlapGate gate(Node node) {
        return new NodeOverlapGate(
                node.register(),
                node.settings().clock(),
                node.gate(),
                node.pooling().agreed(),
                node.audit());
    }

    /** Whom the house named, and whom it has an answer with. */
    public List<Beside> beside(House house) {
        return beside(running.get(), dataSpace.get(), house);
    }

    /** The same for a node that was opened otherwise. */
    public static List<Beside> beside(Node node, Optional<DataSpaceNode> space, House house) {
        NodeOverlapGate gate = gate(node);
        List<Other> named = gate.named(house.id());
        List<Kept> answers = gate.answers(house.id());
        Map<String, String> names = space.map(OverlapDesk::names).orElse(Map.of());
        Set<Other> others = new LinkedHashSet<>(named);
        answers.forEach(kept -> others.add(kept.other()));
        List<Beside> beside = new ArrayList<>();
        for (Other other : others) {
            Kept kept = answers.stream()
                    .filter(one -> one.other().equals(other))
                    .findFirst()
                    .orElse(null);
            Underway underway = space.flatMap(open -> open.overlaps().underway(house.id(), other))
                    .orElse(null);
            String name = names.getOrDefault(other.node(), other.node());
            beside.add(of(other, name, named.contains(other), gate.period(), kept, underway));
        }
        return List.copyOf(beside);
    }

    private static Beside of(
            Other other, String name, boolean named, String period, @Nullable Kept kept, @Nullable Underway underway) {
        boolean present = kept != null && kept.period().equals(period);
        return new Beside(
                other.node(),
                name,
                other.house(),
                named,
                kept == null ? null : kept.period(),
                present,
                kept == null || kept.withheld() != null ? null : Long.valueOf(kept.about()),
                kept == null ? null : Integer.valueOf(kept.within()),
                kept == null ? null : kept.withheld(),
                kept == null ? null : Boolean.valueOf(kept.askedHere()),
                kept == null ? null : kept.toldAt(),
                present || underway == null || underway.stopped() != null ? null : underway.progress(),
                present || underway == null ? null : underway.stopped());
    }

    private static Map<String, String> names(DataSpaceNode space) {
        return space.participants().all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .collect(Collectors.toMap(
                        entry -> entry.participant().id(),
                        entry -> entry.participant().name()));
    }

    /** Nodes that may be chosen, by what they are called. */
    public Map<String, String> nodes() {
        return dataSpace.get().map(OverlapDesk::names).orElse(Map.of());
    }

    /** Names a house of a node that this one knows. */
    public void name(Actor actor, House house, Other other) {
        if (!nodes().containsKey(other.node())) {
            throw new Refused(422, "overlap-node-unknown");
        }
        String wrong = gate(running.get()).name(actor, house, other);
        if (wrong != null) {
            throw new Refused(422, wrong);
        }
    }

    /** Counts with it no longer. */
    public void forget(Actor actor, House house, Other other) {
        if (!gate(running.get()).forget(actor, house, other)) {
            throw new Refused(404, "overlap-not-named");
        }
    }

    /** Begins to ask; {@link #beside} tells how far it is. */
    public void begin(Actor actor, House house, Other other) {
        DataSpaceNode space = dataSpace.get().orElseThrow(() -> dataSpace.closed(409));
        try {
            space.overlaps().begin(actor, house, other);
        } catch (OverlapStopped stopped) {
            throw new Refused(409, stopped.code());
        }
    }

    /** Asks and waits, for the command line. */
    public static Kept ask(DataSpaceNode space, Actor actor, House house, Other other, Consumer<Progress> hears) {
        try {
            return space.overlaps().ask(actor, house, other, hears);
        } catch (OverlapStopped stopped) {
            throw new Refused(409, stopped.code());
        }
    }
}
