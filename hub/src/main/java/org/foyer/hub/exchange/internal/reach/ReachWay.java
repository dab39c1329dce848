package org.foyer.hub.exchange.internal.reach;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.exchange.internal.overlap.OverlapPatience;

/** The way of one house to the three nodes, until a time. A step without an answer is tried again: each may come twice. */
final class ReachWay {

    private static final int OK = 200;
    private static final int NOTHING = 204;
    private static final int MANY = 429;
    private static final Pattern CODES = Pattern.compile("(overlap|reach)-[a-z-]{1,40}");

    private final ReachPeer peer;
    private final OverlapPace pace;
    private final OverlapPatience patience;

    ReachWay(ReachPeer peer, OverlapPace pace, Clock clock) {
        this.peer = peer;
        this.pace = pace;
        this.patience = new OverlapPatience(pace, clock);
    }

    /** @return status 200 or 204 */
    Reply call(String node, String step, byte[] body) {
        return call(node, step, "", 0, body);
    }

    /** A holder that multiplies for others is waited for as long as the whole may take; silence counts as a try. */
    Reply call(String node, String step, String promise, int number, byte[] body) {
        for (int tried = 1; ; ) {
            try {
                Reply reply = peer.call(node, step, promise, number, body);
                if (!OverlapPatience.isBusy(reply)) {
                    return OverlapPatience.taken(reply, Set.of(OK, NOTHING), CODES);
                }
                tried += reply.status() == MANY ? 0 : 1;
            } catch (IOException silent) {
                tried++;
            }
            if (tried > pace.tries()) {
                throw new OverlapStopped("overlap-no-answer");
            }
            patience.rest();
        }
    }
}
