package org.foyer.hub.insight;

import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;

/** What the public of a house answered to the core questions beside what that of its peers did, through the gate. */
public interface SurveyComparisons {

    /**
     * The last twelve full months, all surveys of each house together.
     *
     * @param house the asker; simulated houses stand beside simulated ones only
     */
    SurveyComparison compare(Actor actor, House house);
}
