package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Sums;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * The side of the gate for free questions over several nodes. Each node draws for its own houses, moves them and pays from its own budget
 * before anything leaves it; the node that asks adds up what it was given and judges the whole. docs/free-questions.md says what it holds
 * against.
 */
public interface NodeStudyGate {

    /** Houses may be counted in free questions with those of other nodes. */
    String PURPOSE = "study-nodes";

    /** A node with fewer houses that take part gives nothing: its part would be one house's, or known to the other. */
    int HOUSES_OF_NODE_MIN = 3;

    /** Other nodes of one question at most. */
    int NODES_MAX = 99;

    /** Nothing is given: fewer houses of the node take part than it needs. */
    String FEW_OF_NODE = "too-few-houses-of-node";

    /** Nothing is given: the quarter of the year is another one here. */
    String OTHER_PERIOD = "period-other";

    /**
     * Houses that can be added up.
     *
     * @param currency counts only where amounts are added up
     * @param agreement identifier of the version by which it is asked
     * @param asker short name of the house that asks, at the node that asks
     */
    record World(boolean simulated, String currency, String agreement, String asker) {}

    /**
     * One number of a part.
     *
     * @param about sum over the houses of the node, drawn and moved; may be less than nothing
     * @param seen houses in which more was drawn than chance alone would bring
     * @param largest no house has more of {@code about} than this, in percent, rounded up to tens
     */
    record Amount(long about, int seen, int largest) {}

    /**
     * What a node gives.
     *
     * @param houses of it that were added up
     * @param housesMin and the next: what the networks of its houses ask for
     * @param cells one for each cell of the question, in their order
     */
    record Part(String period, int houses, int housesMin, int buyersMin, List<Amount> cells) {
        public Part {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How a node answers.
     *
     * @param withheld why it gives nothing; null when {@code part} is there
     * @param spent for it now; nothing when it was given before
     * @param left what the asker may still spend in the period
     * @param opens first day of the next period
     */
    record Given(
            @Nullable String withheld,
            @Nullable Part part,
            String period,
            LocalDate asOf,
            Epsilon spent,
            Epsilon left,
            LocalDate opens) {}

    /** By what a house asks now: the agreement, and the other nodes whose houses are in it. Empty when {@link #refusal} says why not. */
    Optional<By> by(HouseId house);

    /** Why a house asks nothing and is told nothing now, as a code; null when it may. */
    @Nullable
    String refusal(HouseId house);

    /** The part of the asker's own node, of any number of houses; with a line of the audit, and one for each house that is in it. */
    Given own(Actor actor, HouseId asker, Asked asked, Sums sums);

    /** The same as far as it was made before; it costs nothing. Empty also when the house takes no part. */
    Optional<Given> known(HouseId asker, Asked asked);

    /**
     * The part for another node. The same question has the same part for every node until the period ends, and is paid once.
     *
     * @param node participant that asks, as its key proves
     * @param period of the asking node: one that counts as of another day is given nothing
     */
    Given give(String node, World world, Asked asked, String period, Sums sums);

    /** What other nodes gave for a question in the present period. */
    Map<String, Part> heard(HouseId asker, Asked asked);

    /**
     * Keeps it.
     *
     * @param agreement by which it was asked
     * @throws IllegalArgumentException when it is no part of this question, or the house asks by another agreement now
     */
    void hear(HouseId asker, Asked asked, String agreement, String node, Part part);

    /** All parts together, judged; with a line of the audit. @param own of this node, which was paid */
    Told told(Actor actor, HouseId asker, Asked asked, Given own, Map<String, Part> others);
}
