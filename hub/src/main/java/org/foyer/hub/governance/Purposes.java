package org.foyer.hub.governance;

import java.util.List;
import org.foyer.hub.model.HouseId;

/** The register of purposes, and what each house decides about them. */
public interface Purposes {

    /** What Foyer does with data today, in the order in which it is told. */
    List<Purpose> all();

    /** What a house decided; the defaults when it did not. */
    Terms terms(HouseId house);

    /**
     * Keeps what a house decides from now on, with a line of the audit. Nothing is written when nothing changes.
     *
     * @return what is wrong with it, all at once; empty when it is kept
     */
    List<Terms.Fault> decide(HouseId house, Terms terms, Actor actor);
}
