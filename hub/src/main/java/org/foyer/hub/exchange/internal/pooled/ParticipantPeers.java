package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;

/** The participants of a data space, with the keys that were exchanged when they were named. */
final class ParticipantPeers implements Peers {

    private static final int OK = 200;

    private final Identity identity;
    private final Participants participants;
    private final Post post;
    private final NodeKey key;

    ParticipantPeers(Identity identity, Participants participants, Post post, NodeKey key) {
        this.identity = identity;
        this.participants = participants;
        this.post = post;
        this.key = key;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .limit(Round.MEMBERS_MAX - 1L)
                .forEach(entry -> names.add(entry.participant().id()));
        return names;
    }

    @Override
    public PinnedKeys keys() {
        Map<String, List<String>> known = new HashMap<>();
        known.put(identity.self(), List.of(key.open()));
        for (Participants.Entry entry : participants.all()) {
            if (entry.revokedAt() == null) {
                known.put(entry.participant().id(), entry.keys());
            }
        }
        return new PinnedKeys(key::sign, known);
    }

    @Override
    public String call(String node, String step, String json) throws IOException {
        Participant to = identity.find(node).orElseThrow(() -> new IOException("no participant"));
        URI address = URI.create(to.address() + "/pooled/" + step);
        Post.Reply reply = post.send(to, address, identity.proofFor(to), json);
        if (reply.status() != OK) {
            throw new Refusal("refused: " + reply.status());
        }
        return reply.body();
    }
}
