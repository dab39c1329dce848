package org.foyer.hub.exchange.internal.overlap;

import java.io.IOException;
import java.net.URI;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;

/** To a participant of the data space, with a token of this node, which counts once. */
final class ParticipantOverlapPeer implements OverlapPeer {

    private final Identity identity;
    private final Post post;

    ParticipantOverlapPeer(Identity identity, Post post) {
        this.identity = identity;
        this.post = post;
    }

    @Override
    public Reply call(String node, String step, String session, int number, byte[] body) throws IOException {
        Participant to = identity.find(node).orElseThrow(() -> new OverlapStopped("overlap-node-unknown"));
        URI address = URI.create(to.address() + "/overlap/" + step + "?session=" + session + "&number=" + number);
        Post.Parcel answer = post.carry(to, address, identity.proofFor(to), body, OverlapSides.MESSAGE_BYTES_MAX);
        return new Reply(answer.status(), answer.body());
    }
}
