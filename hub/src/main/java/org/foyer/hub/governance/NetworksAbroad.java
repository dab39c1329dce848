package org.foyer.hub.governance;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Networks of other nodes: invitations to houses of this one, and what these houses say, which counts here at once. */
public interface NetworksAbroad {

    /** Invitations and memberships of one house. */
    int NETWORKS_MAX = 100;

    /** Invitations of one node to one house that wait for an answer. */
    int OPEN_MAX = 5;

    /** Votes of one network that are told: first those that are open, the next to end before others, then the latest that ended. */
    int VOTES_MAX = 30;

    /** Letters of the reasons of all votes that are told at once; of one reason no fewer are told than {@value #REASON_CHARACTERS_TOLD}. */
    int REASONS_CHARACTERS_MAX = 40_000;

    int REASON_CHARACTERS_TOLD = 400;

    /** Subjects on which one network decided that are told. */
    int DECISIONS_MAX = 200;

    /** Versions of agreements of one network that are kept. */
    int VERSIONS_MAX = 50;

    /**
     * An invitation as it came.
     *
     * @param house short name of the house of this node
     * @param network short name there
     * @param simulated whether its houses are
     */
    record Invitation(
            String uid, String house, String network, String name, String aim, String form, boolean simulated) {}

    /** How a house of this node is called, and how its node answers for its key. @param vouching signs a text as this node */
    record Own(String base, UnaryOperator<String> vouching) {}

    /** The newest first. */
    List<NetworkAbroad> of(HouseId house);

    Optional<NetworkAbroad> find(HouseId house, String uid);

    /** Keeps an invitation; one that is known already changes nothing, whatever became of it. @param node that sends it */
    List<Fault> invited(String node, Invitation invitation);

    /** Says yes or no, signed with the key of the house. */
    List<Fault> answer(House house, String uid, boolean accepts, Own own, Actor actor);

    /** Leaves at once: nothing is given by agreements of the network any more. */
    List<Fault> leave(House house, String uid, Own own, Actor actor);

    /** Signs a version with the key of the house. @param hash of what the person read; anything else is refused */
    List<Fault> sign(House house, String uid, String policy, @Nullable String hash, Actor actor);

    /** Votes, signed with the key of the house; a second vote replaces the first. @param choice null when it could not be read */
    List<Fault> vote(House house, String uid, long number, Ballot.@Nullable Choice choice, Own own, Actor actor);

    /** Declares a conflict of interest: the seat is not counted, and this is not taken back. */
    List<Fault> declareConflict(House house, String uid, long number, @Nullable String why, Own own, Actor actor);

    /** Proposes something; the home opens it, or says why not. */
    List<Fault> propose(House house, String uid, Networks.Wish wish, Own own, Actor actor);

    /** Takes a proposal back that the house opened. */
    List<Fault> takeBack(House house, String uid, long number, Own own, Actor actor);

    /** The home did not open what was proposed. */
    void turnedDown(String uid, String key, List<Fault> faults);

    /** Withdraws from a version, with effect at once. */
    List<Fault> withdraw(House house, String uid, String policy, Actor actor);

    /** What may still be asked of homes: memberships that are not over, of all houses. */
    List<Membership> memberships();

    /** @param node home of the network */
    record Membership(String uid, String node, HouseId house) {}

    /**
     * Keeps what a home told. What this node knows better stays: what its own house said.
     *
     * @param told with only those signatures that were found to be of the houses they name
     */
    void keep(Membership membership, Told told);
}
