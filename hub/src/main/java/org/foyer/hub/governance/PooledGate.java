package org.foyer.hub.governance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Contributions;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * The side of the gate for questions that are added up over the houses of several nodes. What a house gives is moved before it
 * leaves, by the same secret amount as in a comparison within its node; what comes back is judged and rounded like one.
 */
public interface PooledGate {

    /** Houses may be counted with those of other nodes in safe figures. */
    String PURPOSE = "pooled-comparison";

    /**
     * By which version of an agreement something is asked.
     *
     * @param policy identifier of the version
     * @param node participant whose house asks
     * @param house short name of that house
     * @param here whether that participant is this node
     */
    record Under(String policy, String node, String house, boolean here) {}

    /**
     * Simulated houses are never counted with real ones, nor those that count in another currency.
     *
     * @param under null for houses that are in no network over several nodes and joined the purpose instead
     */
    record Universe(
            boolean simulated, String currency, @Nullable Under under) {}

    /**
     * How a house asks. In a network over several nodes it is by an agreement of that network, and by nothing else.
     *
     * @param policy identifier of the version; null when it is in no such network, or when {@code refusal} says why it may not ask
     * @param nodes participants whose houses are parties, this one among them
     * @param housesMin fewest houses behind a figure
     * @param refusal code
     */
    record Asking(
            @Nullable String policy,
            Set<String> nodes,
            int housesMin,
            @Nullable String refusal) {}

    /** @param self how this node is called by the others */
    Asking asking(HouseId house, String self);

    /** Whether a house takes part now: by an agreement in force, or where it is in no network over several nodes, by having joined. */
    boolean takesPart(HouseId house);

    /** Why no house of that universe can be counted in any of the questions now, as a code; null when one can. */
    @Nullable
    String refusal(Universe universe, List<Question> questions);

    /**
     * The moved figures of all houses of this node that take part, with a line in the audit for each house that gives.
     *
     * @param asking the node that asks
     * @param contributions asked about these houses alone
     */
    List<Contribution> give(
            Actor asking, Universe universe, Season season, List<Question> questions, Contributions contributions);

    /**
     * Whether networks adopted the versions of questions, in their order: of a house that asks by an agreement the network of it, of any
     * other all its networks.
     */
    List<Followed> followed(HouseId asker, List<Question> questions);

    /**
     * What may be shown of moved figures of all nodes, one for each question in their order: withheld when the asker does not take
     * part or fewer than five others gave. A line in the audit says what was given.
     *
     * @param moved figures by indicator, in any order, the asker's own among them
     */
    List<SafeFigure> take(
            Actor actor, HouseId asker, Season season, List<Question> questions, Map<String, List<Double>> moved);
}
