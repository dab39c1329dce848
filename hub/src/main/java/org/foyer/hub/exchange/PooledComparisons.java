package org.foyer.hub.exchange;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Houses beside those of other nodes, without any node seeing what a house of another gives. */
public interface PooledComparisons {

    /** Bytes of a message of one step, at most. */
    int MESSAGE_BYTES_MAX = 256 << 10;

    /**
     * An answer as it was given.
     *
     * @param month whose beginning its figures are as of
     * @param present whether that is the present month: until it ends nobody is asked again
     */
    record Kept(Comparison comparison, YearMonth month, Instant askedAt, boolean present) {}

    /** The last answer to a house that takes part; asks nobody. */
    Optional<Kept> kept(HouseId house, Season season);

    /** Why a node that was asked is not in the sum. */
    enum Absence {
        /** It said that it does not answer this question. */
        UNWILLING,
        /** No whole answer came in time. */
        SILENT,
        /** It answered a step with a refusal. */
        REFUSED,
        /** What it answered cannot be read, or is not what such an answer must be. */
        MALFORMED
    }

    /**
     * What is known of the month, or else asks all nodes that this one knows and that are willing, and waits for the sum: some seconds,
     * and at most a minute for each of six steps, whatever the others do.
     *
     * @param apart takes, by name of the node, why each that was asked is not in the sum
     * @throws PooledRefused when a house withdrew that was in what was told this month ({@code sum-withdrawn}), when fewer than three nodes are willing, or too few stayed to the end
     */
    Comparison ask(Actor actor, HouseId house, Season season, Map<String, Absence> apart);

    /**
     * This node's answer to one step of a question that another asks.
     *
     * @param caller the node that asks, as its token proves
     * @param step {@code willing}, {@code hello}, {@code parcels}, {@code part}, {@code roll-call} or {@code opening}
     * @throws PooledRefused when the step is not taken
     */
    String answer(String caller, String step, String json);
}
