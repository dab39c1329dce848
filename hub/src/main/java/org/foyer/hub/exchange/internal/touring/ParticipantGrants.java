package org.foyer.hub.exchange.internal.touring;

import java.io.IOException;
import java.util.Optional;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.SignedPost;

/** The participants of a data space, by the keys that were exchanged when they were named. */
public final class ParticipantGrants implements Tours.Peers {

    private final Identity identity;
    private final Participants participants;
    private final SignedPost signed;

    public ParticipantGrants(Identity identity, Participants participants, Post post, NodeKey key) {
        this.identity = identity;
        this.participants = participants;
        this.signed = new SignedPost(identity, participants, post, key, "foyer-show-grant", "/grants/");
    }

    @Override
    public Optional<Participant> owner(String iri) {
        return participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::participant)
                .filter(one -> iri.startsWith(base(one) + "/id/"))
                .findFirst();
    }

    private static String base(Participant one) {
        String address = one.address().toString();
        return address.endsWith(Protocol.ROOT)
                ? address.substring(0, address.length() - Protocol.ROOT.length())
                : address;
    }

    @Override
    public String sealed(String to, String step, String json) {
        return signed.sealed(to, step, json);
    }

    @Override
    public String opened(String from, String step, String json) {
        return signed.opened(from, step, json).orElseThrow(() -> new GrantRefused("grant-message"));
    }

    @Override
    public String call(String node, String step, String json) {
        Participant to = identity.find(node).orElseThrow(() -> new GrantRefused("node-unknown", node));
        try {
            SignedPost.Heard heard = signed.call(to, step, json);
            if (!heard.answered()) {
                throw new GrantRefused("node-refused", to.name());
            }
            String body = heard.body();
            if (body == null) {
                throw new GrantRefused("grant-message");
            }
            return body;
        } catch (IOException e) {
            throw new GrantRefused("node-away", to.name());
        }
    }
}
