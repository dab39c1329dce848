package org.foyer.hub.catalogue;

import java.util.List;

/**
 * How a production stands to others. Each is told by its first run.
 *
 * @param revived the production that it revives, as a source or a person said; at most one
 * @param seasons runs of the production itself in other seasons, in order
 * @param revivals productions that revive it, in order
 */
public record Staging(List<Tour> revived, List<Tour> seasons, List<Tour> revivals) {

    /** Nothing known. */
    public static final Staging NONE = new Staging(List.of(), List.of(), List.of());

    /** Runs that are told of each kind. */
    public static final int TOLD_MAX = 50;

    public Staging {
        revived = List.copyOf(revived);
        seasons = List.copyOf(seasons);
        revivals = List.copyOf(revivals);
    }
}
