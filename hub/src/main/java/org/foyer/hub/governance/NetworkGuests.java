package org.foyer.hub.governance;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Houses of other nodes in the networks of this one, which is their home. They come in as every member does: one invites, the house
 * says yes, the organ that the form names votes. They decide as every member does: they propose and vote, can be elected, declare conflicts of
 * interest, sign agreements, and leave when they wish. What a house has not read it cannot propose: drafts of agreements stay at home.
 */
public interface NetworkGuests {

    /** Words of one house of another node. */
    String ACCEPT = "accept";

    String DECLINE = "decline";
    String LEAVE = "leave";

    /** What may be said of a proposal, beside a vote: that its seat is not counted, and for its own that it takes it back. */
    String CONFLICT = "conflict";

    String WITHDRAWN = "withdrawn";

    /** Proposals of one house that are open at once. */
    int OPEN_PROPOSALS_MAX = 10;

    /**
     * Who is invited.
     *
     * @param node participant of the data space
     * @param base address of its node, without a final slash
     * @param house short name there
     */
    record Who(String node, String base, @Nullable String house) {}

    /**
     * What a house of another node says to an invitation.
     *
     * @param step {@link #ACCEPT}, {@link #DECLINE} or {@link #LEAVE}
     * @param house its identifier
     * @param name of the house
     * @param key with which the house signs from now on, as a JWK; null unless it accepts
     * @param vouched signature of its node over that key; null unless it accepts
     * @param jws signature of the house over what it says
     */
    record Said(
            String uid,
            String step,
            String house,
            String name,
            @Nullable String key,
            @Nullable String vouched,
            String jws) {}

    /** Signature of a version, or its end. @param policy identifier of the version @param jws null to withdraw */
    record Signed(String uid, String policy, @Nullable String jws) {}

    /**
     * What a house says of a proposal.
     *
     * @param proposal its number on the home
     * @param choice {@code yes}, {@code no}, {@code abstain}, {@value #CONFLICT} or {@value #WITHDRAWN}
     * @param why of a conflict, in the words of the house; null for all else
     * @param at milliseconds by the clock of its node; of two words the later counts
     * @param jws signature of the house over all of it
     */
    record Voted(
            String uid,
            long proposal,
            String choice,
            @Nullable String why,
            long at,
            String jws) {}

    /**
     * A proposal of a house.
     *
     * @param key by which the house calls it: the same key is opened once
     * @param wish a {@link Networks.Wish} as JSON, letter for letter as it was signed
     * @param jws signature of the house over all of it
     */
    record Proposed(String uid, String key, String wish, String jws) {}

    /**
     * What a network tells a house of another node.
     *
     * @param state how the house stands
     * @param agreements versions that name it, each with signatures
     * @param votes in which it sits or that it opened: those that are open, and the latest that ended
     * @param decisions the last word on each subject
     * @param vouched identifier of a house of another node → signature of its node over its key
     */
    record Told(
            String uid,
            NetworkAbroad.State state,
            String name,
            String aim,
            List<NetworkAbroad.Member> members,
            List<Agreement> agreements,
            List<NetworkAbroad.Vote> votes,
            List<Network.Decision> decisions,
            java.util.Map<String, String> vouched) {}

    /** What a node signs to answer for the key of one of its houses. @param house identifier @param key JWK */
    static String vouching(String house, String key) {
        return String.join("\n", "foyer-house-key", house, key);
    }

    /** Invites a house of another node, for a member; the invitation is sent from here as soon as that node answers. */
    Done invite(House by, String network, Who who, @Nullable String college, Actor actor);

    /** That node knows no such house, or takes no invitation. */
    void turnedAway(String node, String uid);

    /** Takes what a house said; what was said before is taken again and changes nothing. @param node that brings it */
    List<Fault> hear(String node, Said said);

    /** Takes a signature or a withdrawal; likewise. */
    List<Fault> sign(String node, Signed signed);

    /** Takes a word on a proposal, as long as it is open; an older word, or the same again, changes nothing. */
    List<Fault> vote(String node, Voted voted);

    /** Opens what a house proposed; the same again changes nothing. */
    List<Fault> propose(String node, Proposed proposed);

    /** What a house of that node may know; empty when there is no such invitation of that node. */
    Optional<Told> tell(String node, String uid);
}
