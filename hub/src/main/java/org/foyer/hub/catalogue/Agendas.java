package org.foyer.hub.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Agendas of others to which a house's programme goes out: what is shown here, and nothing else. Each run of a show at a venue is one
 * event there with all its dates of the season. Only what differs from what is there is sent.
 */
public interface Agendas {

    /** Agendas that one house may have. */
    int AGENDAS_MAX = 10;

    /** Characters of a name. */
    int NAME_CHARACTERS_MAX = 100;

    /** Shortest and longest time between two runs, in minutes. */
    int MINUTES_MIN = 60;

    int MINUTES_MAX = 60 * 24 * 30;

    /** Dates of a house that are looked at, from the beginning of the season on. */
    int DATES_MAX = 20_000;

    /** Events that one run creates, changes or takes away; what is left waits for the next run. */
    int CHANGES_MAX = 200;

    /** Who a run is by that no person asked for. */
    String SCHEDULE = "schedule";

    /**
     * What came of a wish.
     *
     * @param problems all of them; nothing was kept if there are any
     */
    record Outcome(List<Problem> problems, @Nullable PublishedAgenda kept) {}

    /** Kinds of agendas, in the order in which a person chooses. */
    List<String> kinds();

    /** Those of a house, by name. */
    List<PublishedAgenda> all(HouseId house);

    Optional<PublishedAgenda> find(HouseId house, String slug);

    /**
     * Connects one. Nothing is sent before a person says so for the first time.
     *
     * @param actor login of who connects it
     */
    Outcome add(House house, AgendaWish wish, String actor);

    /** Forgets one, its secret too. What stands there stays there, and is known again if the same agenda is connected again. */
    boolean remove(HouseId house, String slug);

    /** What would be sent now; empty when there is no such agenda. */
    Optional<Rehearsal> rehearse(House house, String slug);

    /**
     * Sends what differs, one agenda of the node at a time. What was refused is tried once more.
     *
     * @param patience how long to wait for the end; afterwards it goes on without the asker
     * @return how it stands then; nothing when there is no such agenda
     */
    Optional<PublishedAgenda> publish(House house, String slug, Duration patience);

    /** Takes everything of the house away there. Nothing goes out by itself again before a person publishes again. */
    Optional<PublishedAgenda> withdraw(House house, String slug, Duration patience);

    /** From now on publishes what is due, until closed. Called by a serving node. */
    void begin();

    /** Publishes what is due now, one agenda after the other. Answers how many. */
    int publishDue();
}
