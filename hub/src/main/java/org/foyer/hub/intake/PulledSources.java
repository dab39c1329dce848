package org.foyer.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Addresses from which a house's data is pulled. What comes is taken as if a person had sent it as a file: archived, read by a
 * recipe, reported, and undone like any other run. The same answer twice changes nothing.
 */
public interface PulledSources {

    /** Sources that one house may have. */
    int SOURCES_MAX = 50;

    /** Characters of a name. */
    int NAME_CHARACTERS_MAX = 100;

    /** Shortest and longest time between two pulls, in minutes. */
    int MINUTES_MIN = 15;

    int MINUTES_MAX = 60 * 24 * 30;

    /** Who a run is by that no person asked for. */
    String SCHEDULE = "schedule";

    /**
     * What came of a wish.
     *
     * @param problems all of them; nothing was kept if there are any
     */
    record Outcome(List<Problem> problems, @Nullable PulledSource kept) {}

    /** Kinds of connectors, in the order in which a person chooses. */
    List<String> kinds();

    /** Those of a house, by name. */
    List<PulledSource> all(HouseId house);

    Optional<PulledSource> find(HouseId house, String slug);

    /**
     * Adds one, to be pulled at once. Nothing is asked of the network here.
     *
     * @param actor login of who adds it
     */
    Outcome add(HouseId house, SourceWish wish, String actor);

    /** Forgets one, its secret too. What was pulled stays. Answers whether there was one. */
    boolean remove(HouseId house, String slug);

    /**
     * Pulls now, one source of the node at a time. What a person took back is taken again if it comes again.
     *
     * @param patience how long to wait for the end; afterwards it goes on without the asker
     * @return how it stands then; nothing when there is no such source
     */
    Optional<PulledSource> pull(HouseId house, String slug, String actor, Duration patience);

    /**
     * Takes the answer that was held, as it is.
     *
     * @return how it stands then; nothing when there is no such source or nothing is held
     */
    Optional<PulledSource> takeHeld(HouseId house, String slug, String actor, Duration patience);

    /** From now on pulls what is due, until closed. Called by a serving node. */
    void begin();

    /** Pulls what is due now, one after the other. Answers how many. */
    int pullDue();
}
