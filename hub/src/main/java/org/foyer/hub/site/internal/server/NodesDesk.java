package org.foyer.hub.site.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Refused;

/** Comparisons with the houses of other nodes, where this node knows any. */
@Singleton
public class NodesDesk {

    /** What people are told of each reason; what only a node that asks can do wrong has one sentence for all. */
    private static final Map<String, String> TOLD = Map.of(
            "too-few-nodes", "pooled-too-few-nodes",
            "not-willing", "pooled-not-willing",
            "too-few-stayed", "pooled-too-few-stayed",
            "too-few-shares", "pooled-too-few-shares",
            "shares-contradict", "pooled-shares-contradict",
            "sum-not-believed", "pooled-sum-not-believed",
            "interrupted", "pooled-interrupted");

    private final DataSpaceDesk dataSpace;

    @Inject
    public NodesDesk(DataSpaceDesk dataSpace) {
        this.dataSpace = dataSpace;
    }

    /** As people are told. */
    public static Refused refused(PooledRefused why) {
        if (why.code().startsWith("agreement-")) {
            return new Refused(409, why.code());
        }
        return new Refused(
                409,
                why.code().startsWith("use-")
                        ? "agreement-needed"
                        : TOLD.getOrDefault(why.code(), "pooled-step-refused"));
    }

    /** How many other nodes are known; 0 when this one has no address. */
    public int known() {
        return dataSpace.get().map(NodesDesk::known).orElse(0);
    }

    private static int known(DataSpaceNode node) {
        return (int) node.participants().all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .count();
    }

    /** @throws Refused when there is no answer, with the reason */
    public Comparison compare(Actor actor, House house, Season season) {
        DataSpaceNode node = dataSpace.get().orElseThrow(() -> new Refused(409, "data-space-closed"));
        return compare(node.pooled(), actor, house, season);
    }

    /** The last answer, without asking anybody. */
    public Optional<PooledComparisons.Kept> kept(House house, Season season) {
        return dataSpace.get().flatMap(node -> node.pooled().kept(house.id(), season));
    }

    /** The same for a node that was opened otherwise. */
    public static Comparison compare(PooledComparisons pooled, Actor actor, House house, Season season) {
        try {
            return pooled.ask(actor, house.id(), season);
        } catch (PooledRefused refused) {
            throw refused(refused);
        }
    }
}
