package org.foyer.hub.governance;

import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Contributions;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * The side of the gate for questions that are added up over the houses of several nodes. What a house gives is moved before it
 * leaves, by the same secret amount as in a comparison within its node; what comes back is judged and rounded like one.
 */
public interface PooledGate {

    /** Houses may be counted with those of other nodes in safe figures. */
    String PURPOSE = "pooled-comparison";

    /** Simulated houses are never counted with real ones, nor those that count in another currency. */
    record Universe(boolean simulated, String currency) {}

    /** Whether a house takes part now. */
    boolean takesPart(HouseId house);

    /** Whether any house of that universe takes part now. */
    boolean anyTakesPart(Universe universe);

    /**
     * The moved figures of all houses of this node that take part, with a line in the audit for each house that gives.
     *
     * @param asking the node that asks
     * @param contributions asked about these houses alone
     */
    List<Contribution> give(
            Actor asking, Universe universe, Season season, List<Question> questions, Contributions contributions);

    /**
     * What may be shown of moved figures of all nodes, one for each question in their order: withheld when the asker does not take
     * part or fewer than five others gave. A line in the audit says what was given.
     *
     * @param moved figures by indicator, in any order, the asker's own among them
     */
    List<SafeFigure> take(
            Actor actor, HouseId asker, Season season, List<Question> questions, Map<String, List<Double>> moved);
}
