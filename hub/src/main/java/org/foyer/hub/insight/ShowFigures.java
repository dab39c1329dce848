package org.foyer.hub.insight;

import java.time.LocalDate;
import org.foyer.hub.governance.Actor;
import org.jspecify.annotations.Nullable;

/** Figures of one show for the company that its house granted them. */
public interface ShowFigures {

    /** @param withheld code of why there is no sheet; null when there is one */
    record Look(@Nullable ShowSheet sheet, @Nullable String withheld) {}

    /**
     * Looks through the gate.
     *
     * @param grant number of a request to a house of this node
     * @param asOf null for the latest day that may be told
     */
    Look look(Actor actor, long grant, @Nullable LocalDate asOf);
}
