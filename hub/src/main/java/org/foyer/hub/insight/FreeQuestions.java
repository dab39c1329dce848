package org.foyer.hub.insight;

import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.model.HouseId;

/** Questions over the people of all houses that take part, answered through the gate with random noise. docs/free-questions.md. */
public interface FreeQuestions {

    /** What they are composed of. */
    StudyBank bank();

    /** @throws FreeQuestionRefused saying everything that is wrong */
    FreeQuestion read(FreeQuestion.Wish wish) throws FreeQuestionRefused;

    /** Answers, and pays for what was not answered before. */
    FreeAnswer ask(Actor actor, HouseId house, FreeQuestion question);

    /** The answer to a question that somebody asked in this period already; it costs nothing. */
    Optional<FreeAnswer> known(Actor actor, HouseId house, FreeQuestion question);

    /** What the house may still ask, without asking: an answer without a question and lines. */
    FreeAnswer budget(HouseId house);

    /** Answers a funder or researcher, over the houses that take part in that. */
    FreeAnswer observe(Actor actor, Observer observer, FreeQuestion question);

    /** As {@link #known(Actor, HouseId, FreeQuestion)}. */
    Optional<FreeAnswer> known(Actor actor, Observer observer, FreeQuestion question);

    /** As {@link #budget(HouseId)}. */
    FreeAnswer budget(Observer observer);
}
