package org.foyer.hub.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Free questions whose answer is added up over several nodes: what this node gives to them. docs/free-questions.md. */
public interface NodeQuestions {

    /** Reads questions, of this node's houses and of other nodes alike. */
    FreeQuestions questions();

    /**
     * What a question is here, to be compared: two nodes that mean anything else by it must not be added up.
     *
     * @param asked its canonical form, its bounds and its price
     * @param codes of each dimension, in the order of the cells
     */
    record Meaning(Asked asked, List<List<String>> codes) {}

    Meaning meaning(FreeQuestion question);

    /** By which agreement a house asks now; empty when {@link #refusal} says why it may not. */
    Optional<By> by(HouseId house);

    /** Why a house asks nothing now, as a code; null when it may. */
    @Nullable
    String refusal(HouseId house);

    /** This node's part, for a house of it; paid if it was not yet. */
    Given own(Actor actor, HouseId house, FreeQuestion question);

    /** The same as far as it was paid. */
    Optional<Given> known(HouseId house, FreeQuestion question);

    /** This node's part, for another one. */
    Given give(String node, World world, FreeQuestion question, String period);

    /** What other nodes gave in this period. */
    Map<String, Part> heard(HouseId house, FreeQuestion question);

    /** @param agreement by which it was asked @throws IllegalArgumentException when it is no part of this question by that agreement */
    void hear(HouseId house, FreeQuestion question, String agreement, String node, Part part);

    /** The answer that all parts make. */
    FreeAnswer together(Actor actor, HouseId house, FreeQuestion question, Given own, Map<String, Part> others);

    /** An answer without numbers. @param own why there are none */
    FreeAnswer refused(FreeQuestion question, Given own);
}
