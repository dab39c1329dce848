package org.foyer.hub.governance;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Houses that decide together. What somebody does, they do for a house: a house has one vote, whoever gives it, and everything is
 * in the audit. A network is seen by its members and by those it invited, by nobody else.
 *
 * <p>A proposal ends at its moment by the clock; whoever asks next finds it counted, and what was adopted counts from that moment.
 */
public interface Networks {

    int MEMBERS_MAX = 500;
    int NETWORKS_MAX = 100;
    int OPEN_PROPOSALS_MAX = 50;
    int NAME_CHARACTERS_MAX = 120;
    int TEXT_CHARACTERS_MAX = 4_000;

    /** Longest time for which a proposal may be open, in days. */
    int DAYS_MAX = 120;

    /** Proposals told of one network, the newest first. */
    int PROPOSALS_TOLD_MAX = 200;

    /**
     * Why something is not done.
     *
     * @param field as the API names it
     * @param code stable, with a sentence in both languages
     */
    record Fault(String field, String code, List<String> arguments) {
        public Fault(String field, String code, String... arguments) {
            this(field, code, List.of(arguments));
        }
    }

    /**
     * What came of a wish.
     *
     * @param network short name of the network it is about; null when nothing was done
     * @param proposal that it opened or is about; null when there is none
     * @param faults everything that is wrong with it; nothing was done when there are any
     */
    record Done(@Nullable String network, @Nullable Long proposal, List<Fault> faults) {

        public static Done refused(List<Fault> faults) {
            return new Done(null, null, List.copyOf(faults));
        }

        public static Done refused(String field, String code, String... arguments) {
            return refused(List.of(new Fault(field, code, arguments)));
        }
    }

    /**
     * A network to be founded.
     *
     * @param form id of one of {@link #forms()}
     * @param college of the founder, where the form has colleges
     */
    record Founding(
            @Nullable String name,
            @Nullable String aim,
            @Nullable String form,
            @Nullable String college) {}

    /**
     * A proposal to be opened.
     *
     * @param days for which it is open, 1 to {@value #DAYS_MAX}; null for those of the form
     */
    record Wish(
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable String reason,
            @Nullable Matter matter,
            @Nullable Integer days) {}

    /**
     * By which version a network tells an indicator.
     *
     * @param network its name
     */
    record AdoptedDefinition(String network, Network.Decision decision) {}

    /** Forms to choose from. */
    List<NetworkForm> forms();

    /** Networks of a house, and those that invited it, by name. */
    List<Network> of(HouseId house);

    /** A network, for a member or for whom it invited. */
    Optional<Network> network(HouseId house, String slug);

    /** Founds one; the founder sits in every organ. */
    Done found(House house, Founding wish, Actor actor);

    /** Invites a house, for a member. */
    Done invite(House house, String network, @Nullable String invited, @Nullable String college, Actor actor);

    /** Says yes to an invitation, which opens the vote about it; the organ that the form names decides. */
    Done join(House house, String network, Actor actor);

    /**
     * Leaves at once: the house has no vote any more, its seats are empty, its agreements within the network end. What was published
     * stays.
     */
    Done leave(House house, String network, Actor actor);

    /** Opens a proposal, for a member. Whoever sits in the organ at this moment may vote. */
    Done propose(House house, String network, Wish wish, Actor actor);

    /** Votes. A second vote of the same house replaces the first, until the proposal ends. */
    Done vote(House house, String network, long proposal, @Nullable Choice choice, Actor actor);

    /** Declares a conflict of interest: the seat is not counted, and the quorum is one of the others. It is not taken back. */
    Done declareConflict(House house, String network, long proposal, @Nullable String why, Actor actor);

    /** Takes a proposal back, for the house that opened it. */
    Done withdraw(House house, String network, long proposal, Actor actor);

    /** Ends it before its time, for a member, once every counted seat has voted. */
    Done close(House house, String network, long proposal, Actor actor);

    /** Proposals, the newest first, at most {@value #PROPOSALS_TOLD_MAX}; empty for who is no member. */
    List<Proposal> proposals(HouseId house, String network);

    Optional<Proposal> proposal(HouseId house, String network, long proposal);

    /** The least number that the networks of any of these houses ask for, never below the floor. */
    int least(Collection<HouseId> houses, Threshold threshold);

    /** Definitions that the networks of a house adopted, whichever node keeps them, by network. */
    List<AdoptedDefinition> definitions(HouseId house);
}
