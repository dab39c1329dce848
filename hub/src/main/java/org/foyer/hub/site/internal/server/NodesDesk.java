package org.foyer.hub.site.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledComparisons.Absence;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

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
            "sum-withdrawn", "pooled-sum-withdrawn",
            "interrupted", "pooled-interrupted");

    private final DataSpaceDesk dataSpace;

    @Inject
    public NodesDesk(DataSpaceDesk dataSpace) {
        this.dataSpace = dataSpace;
    }

    /** As people are told. */
    public static Refused refused(PooledRefused why) {
        if (why.code().startsWith("agreement-") || why.code().equals(Followed.OTHER_ADOPTED)) {
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

    /**
     * What came of asking.
     *
     * @param refused why there is no answer; null when there is one
     * @param apart why each node that was asked is not in the sum, whether there is one or not
     */
    public record Asked(@Nullable Refused refused, List<Problem> apart) {}

    /** Asks, and tells of each node that is not in the sum why. What came is {@link #kept}. */
    public Asked ask(Actor actor, House house, Season season) {
        DataSpaceNode node = dataSpace.get().orElseThrow(() -> dataSpace.closed(409));
        Map<String, Absence> apart = new TreeMap<>();
        try {
            node.pooled().ask(actor, house.id(), season, apart);
            return new Asked(null, told(node.participants(), apart));
        } catch (PooledRefused refused) {
            return new Asked(refused(refused), told(node.participants(), apart));
        }
    }

    /** @throws Refused when there is no answer, with the reason, and what each node answered that is not in the sum */
    public Comparison compare(Actor actor, House house, Season season) {
        return compare(dataSpace.get().orElseThrow(() -> dataSpace.closed(409)), actor, house, season);
    }

    /** The last answer, without asking anybody. */
    public Optional<PooledComparisons.Kept> kept(House house, Season season) {
        return dataSpace.get().flatMap(node -> node.pooled().kept(house.id(), season));
    }

    /** The same for a node that was opened otherwise. */
    public static Comparison compare(DataSpaceNode node, Actor actor, House house, Season season) {
        Map<String, Absence> apart = new TreeMap<>();
        try {
            return node.pooled().ask(actor, house.id(), season, apart);
        } catch (PooledRefused refused) {
            throw new Refused(409, refused(refused).code(), told(node.participants(), apart));
        }
    }

    private static List<Problem> told(Participants participants, Map<String, Absence> apart) {
        return apart.entrySet().stream()
                .map(one -> Problem.warns(
                        "pooled-apart-" + one.getValue().name().toLowerCase(Locale.ROOT),
                        Place.of(""),
                        participants
                                .find(one.getKey())
                                .map(entry -> entry.participant().name())
                                .orElse(one.getKey())))
                .toList();
    }
}
