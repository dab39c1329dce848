package org.foyer.hub.exchange.internal.study;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.SignedPost;
import org.foyer.hub.governance.NodeStudyGate;

/** The participants of a data space, by the keys that were exchanged when they were named. */
public final class ParticipantStudies implements NodeStudies.Peers {

    private final Participants participants;
    private final SignedPost signed;

    public ParticipantStudies(Identity identity, Participants participants, Post post, NodeKey key) {
        this.participants = participants;
        this.signed = new SignedPost(identity, participants, post, key, "foyer-study", "/study/");
    }

    @Override
    public List<Participant> all() {
        return participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::participant)
                .sorted(Comparator.comparing(Participant::name).thenComparing(Participant::id))
                .limit(NodeStudyGate.NODES_MAX)
                .toList();
    }

    @Override
    public String sealed(String to, String step, String json) {
        return signed.sealed(to, step, json);
    }

    @Override
    public Optional<String> opened(String from, String step, String json) {
        return signed.opened(from, step, json);
    }

    @Override
    public Optional<String> call(Participant node, String step, String json) throws IOException {
        return Optional.ofNullable(signed.call(node, step, json).body());
    }
}
