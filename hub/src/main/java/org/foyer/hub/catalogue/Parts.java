package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;

/**
 * What several houses of the node say of one show on tour, side by side. Houses are joined as people found ({@code DoublePair.Kind.TOUR});
 * only what is public is told, of the house that asks too.
 */
public interface Parts {

    /** Productions that are laid side by side. */
    int SIDES_MAX = 20;

    /** Dates of each of them, those that play last. */
    int DATES_MAX = 200;

    /** Shows that are listed. */
    int SHOWS_MAX = 200;

    /**
     * A show of the house of which others say something too.
     *
     * @param houses how many others
     * @param last day on which the house shows it
     */
    record Shared(long production, String title, long houses, LocalDate last) {}

    /** Those that play last first. @param limit at most {@link #SHOWS_MAX} */
    List<Shared> shared(HouseId house, int limit);

    /** Empty when the house shows no such production, or nobody else says something of it. */
    Optional<ShowParts> of(HouseId house, long production);
}
