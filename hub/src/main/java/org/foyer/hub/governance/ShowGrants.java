package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Requests of companies for the figures of one show, and what the houses that play it say: one show at a time, never a house as a
 * whole. Days are those of the house that plays it.
 */
public interface ShowGrants {

    /** Requests that a house may have made, and received. */
    int REQUESTS_MAX = 1_000;

    /** Things that may happen to one request. */
    int EVENTS_MAX = 200;

    /** Characters of a name of a tour. */
    int TOUR_CHARACTERS_MAX = 120;

    /** Characters of a reason, either side's. */
    int WORDS_CHARACTERS_MAX = 1_000;

    /** Days from today to the last day of a request or grant. */
    int DAYS_MAX = 2 * 366;

    /** Days by which figures may be delayed. */
    int DELAY_DAYS_MAX = 366;

    /**
     * A show that is asked for, as a catalogue has it.
     *
     * @param id of the run on the node of the house
     */
    record Show(String id, String title) {}

    /**
     * What a company asks.
     *
     * @param tour how it calls its show; the title when empty
     * @param figures ids
     * @param until null for the longest
     */
    record Wish(
            @Nullable String tour,
            @Nullable String why,
            @Nullable List<String> figures,
            @Nullable LocalDate until) {}

    /**
     * What a house grants.
     *
     * @param figures ids; those that were asked for when null
     * @param from null for today
     * @param until null for what was asked
     * @param delay days; null for none
     */
    record Granting(
            @Nullable List<String> figures,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer delay,
            @Nullable String words) {}

    /** What came of it. @param faults everything that is wrong; nothing was done when there are any */
    record Done(@Nullable ShowGrant grant, List<Fault> faults) {
        public static Done refused(List<Fault> faults) {
            return new Done(null, List.copyOf(faults));
        }

        public static Done refused(String field, String code, String... arguments) {
            return refused(List.of(new Fault(field, code, arguments)));
        }
    }

    /** What others asked a house, the latest change first. */
    List<ShowGrant> received(HouseId house);

    /** What a house asked others, the latest change first. */
    List<ShowGrant> sent(HouseId house);

    /** One of them, for either side. */
    Optional<ShowGrant> find(HouseId house, long id);

    /**
     * Asks a house of this node. A request for the same show that is there already is asked anew; what is granted stays granted.
     *
     * @param asker a house of this node, or of the node {@code node}
     * @param uid of the request where it came from; null when it comes from here
     */
    Done ask(House giver, Side asker, String node, @Nullable String uid, Show show, Wish wish, Actor actor);

    /** Grants, or changes what is granted, with effect at once. */
    Done grant(House giver, long id, Granting granting, Actor actor);

    Done decline(House giver, long id, @Nullable String reason, Actor actor);

    /** Ends a grant, with effect at once. */
    Done stop(House giver, long id, @Nullable String reason, Actor actor);

    /** Withdraws a request of a house of this node to another of this node. */
    Done withdraw(HouseId asker, long id, Actor actor);

    /** A request that another node made here. */
    Optional<ShowGrant> from(String node, String uid);

    /** Withdraws a request that another node made here. */
    Done withdrawFrom(String node, String uid, Actor actor);

    /**
     * What another node is to be asked, judged as it will judge it. Nothing is kept.
     *
     * @return everything that is wrong
     */
    List<Fault> faults(Show show, Wish wish);

    /**
     * Keeps how a request stands on the other node, as that node says; when it is granted no more, its last answer is forgotten.
     *
     * @param told with the asker of this node; its number is ignored
     */
    ShowGrant mirror(House asker, ShowGrant told, Actor actor);

    /** Keeps the last answer of another node, and forgets those of grants whose last day is over. @param body JSON */
    void keepAnswer(long id, String body);

    /** The last answer of another node. */
    Optional<Answered> answer(long id);

    /** @param at when it came */
    record Answered(java.time.Instant at, String body) {}

    /** Figures that a request may name. */
    static Set<ShowFigure> all() {
        return Set.of(ShowFigure.values());
    }

    /** What a grant is about, for machines. */
    static String text(Terms terms) {
        return "%s; %s to %s; %d days late"
                .formatted(ShowFigure.text(terms.figures()), terms.from(), terms.until(), terms.delay());
    }
}
