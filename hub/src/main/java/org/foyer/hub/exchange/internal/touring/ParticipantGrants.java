package org.foyer.hub.exchange.internal.touring;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.SignedMessages;

/** The participants of a data space, by the keys that were exchanged when they were named. */
public final class ParticipantGrants implements Tours.Peers {

    private static final int OK = 200;

    private final Identity identity;
    private final Participants participants;
    private final Post post;
    private final SignedMessages messages;

    public ParticipantGrants(Identity identity, Participants participants, Post post, NodeKey key) {
        this.identity = identity;
        this.participants = participants;
        this.post = post;
        this.messages = new SignedMessages("foyer-show-grant", participants, key);
    }

    @Override
    public Optional<Participant> owner(String iri) {
        return participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::participant)
                .filter(one -> iri.startsWith(one.base() + "/id/"))
                .findFirst();
    }

    @Override
    public String sealed(String to, String step, String json) {
        return messages.sealed(to, step, json);
    }

    @Override
    public String opened(String from, String step, String json) {
        return messages.opened(from, step, json).orElseThrow(() -> new GrantRefused("grant-message"));
    }

    @Override
    public String call(String node, String step, String json) {
        Participant to = identity.find(node).orElseThrow(() -> new GrantRefused("node-unknown", node));
        URI address = URI.create(to.address() + "/grants/" + step);
        String sent = sealed(node, step, json);
        try {
            Post.Reply reply = post.send(to, address, identity.proofFor(to), sent);
            if (reply.status() != OK) {
                throw new GrantRefused("node-refused", to.name());
            }
            return opened(node, Tours.Peers.answerTo(step, sent), reply.body());
        } catch (IOException e) {
            throw new GrantRefused("node-away", to.name());
        }
    }
}
