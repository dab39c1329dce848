package org.foyer.hub.exchange;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.networks.NodesInNetworks;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Networks whose houses live on several nodes. Each node decides for its own houses at once, without asking; what another node must know
 * of it is kept and told as soon as that one answers.
 */
public interface NetworksBetweenNodes extends AutoCloseable {

    /** Bytes of a message or an answer. */
    int MESSAGE_BYTES_MAX = 256 << 10;

    /** Invites a house of another node into a network of this one. @param node participant of the data space @param house its short name there */
    Done invite(
            House by,
            String network,
            @Nullable String node,
            @Nullable String house,
            @Nullable String college,
            Actor actor);

    /** Says yes or no to an invitation of another node. */
    List<Fault> answer(House house, String uid, boolean accepts, Actor actor);

    /** Leaves a network of another node, with effect at once. */
    List<Fault> leave(House house, String uid, Actor actor);

    /** Signs a version of an agreement of another node. @param hash of what was read */
    List<Fault> sign(House house, String uid, String policy, @Nullable String hash, Actor actor);

    /** Withdraws from it, with effect at once. */
    List<Fault> withdraw(House house, String uid, String policy, Actor actor);

    /** Votes in a network of another node; a second vote replaces the first. @param number of the proposal on its home */
    List<Fault> vote(House house, String uid, long number, @Nullable Choice choice, Actor actor);

    /** Declares a conflict of interest in a vote of a network of another node; it is not taken back. */
    List<Fault> declareConflict(House house, String uid, long number, @Nullable String why, Actor actor);

    /** Proposes something in a network of another node, whose home opens it or says why not. */
    List<Fault> propose(House house, String uid, Networks.Wish wish, Actor actor);

    /** Takes a proposal of the house back. */
    List<Fault> takeBack(House house, String uid, long number, Actor actor);

    /** Tells what waits, and asks the homes of networks how things stand there. A node that is away once is not waited for again. */
    void carry();

    /** Carries now, beside whoever asks for it. */
    void soon();

    /**
     * Carries for a person who is about to look, unless that was done within the last ten seconds. The first
     * waits for a second at most: what takes longer goes on, and they see what was known.
     */
    void freshen();

    /** Carries now and then, until it is closed. */
    void begin();

    /**
     * This node's answer to a step of another.
     *
     * @param caller participant, as its token proves
     * @param step {@code invite}, {@code say}, {@code sign}, {@code vote}, {@code propose} or {@code look}
     * @throws NetworkRefused when the step is not taken
     */
    String answer(String caller, String step, String json);

    @Override
    void close();

    /**
     * Among the participants of a data space.
     *
     * @param keys folder of this node's keys
     * @param base address of this node, without a final slash
     */
    static NetworksBetweenNodes over(
            Identity identity,
            Participants participants,
            Post post,
            Path keys,
            Pooling pooling,
            Houses houses,
            String base) {
        return new NodesInNetworks(identity, participants, post, NodeKey.there(keys), pooling, houses, base);
    }
}
