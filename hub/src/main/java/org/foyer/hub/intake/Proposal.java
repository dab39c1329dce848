package org.foyer.hub.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that the house already has, or that another house of the node shows.
 *
 * @param id number of it in its house, 0 for a person, who has none
 * @param beside what tells it from another of the same name: producer, town, works
 * @param last day on which it was last played, when known
 * @param likeness from 0 to 1, by letters (Jaro and Winkler)
 * @param house name of the other house that shows it, null when it is the house's own
 */
public record Proposal(
        Kind kind,
        long id,
        String words,
        @Nullable String beside,
        @Nullable LocalDate last,
        double likeness,
        @Nullable String house) {

    /** Of what kind. */
    public enum Kind {
        PRODUCTION,
        WORK,
        PERSON,
        VENUE
    }
}
