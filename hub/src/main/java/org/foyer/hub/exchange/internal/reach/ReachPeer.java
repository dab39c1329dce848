package org.foyer.hub.exchange.internal.reach;

import java.io.IOException;
import java.net.URI;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;

/** To another node, with a token of this one, which counts once; or to this one itself, over no wire. */
final class ReachPeer {

    private final Identity identity;
    private final Post post;
    private final ReachAnswers own;

    ReachPeer(Identity identity, Post post, ReachAnswers own) {
        this.identity = identity;
        this.post = post;
        this.own = own;
    }

    /**
     * Once, and waits for its answer, which is no longer than a message may be.
     *
     * @throws IOException when there was none
     */
    Reply call(String node, String step, String promise, int number, byte[] body) throws IOException {
        if (node.equals(identity.self())) {
            return own.answer(node, step, promise, number, body);
        }
        Participant to = identity.find(node).orElseThrow(() -> new OverlapStopped("overlap-node-unknown"));
        URI address = URI.create(to.address() + "/reach/" + step + "?promise=" + promise + "&number=" + number);
        Post.Parcel answer = post.carry(to, address, identity.proofFor(to), body, OverlapSides.MESSAGE_BYTES_MAX);
        return new Reply(answer.status(), answer.body());
    }
}
