package org.foyer.hub.exchange.internal.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;

/** The way of one house to the three nodes, until a time. A step without an answer is tried again: each may come twice. */
final class ReachWay {

    private static final int OK = 200;
    private static final int NOTHING = 204;
    private static final int REFUSED = 409;
    private static final int MANY = 429;

    /** Statuses of a node that may answer a little later. */
    private static final Set<Integer> BUSY = Set.of(MANY, 500, 502, 503, 504);

    private static final Pattern CODE = Pattern.compile("(overlap|reach)-[a-z-]{1,40}");

    private final ReachPeer peer;
    private final OverlapPace pace;
    private final Clock clock;
    private final Instant until;

    ReachWay(ReachPeer peer, OverlapPace pace, Clock clock) {
        this.peer = peer;
        this.pace = pace;
        this.clock = clock;
        this.until = clock.instant().plus(pace.whole());
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
                if (!BUSY.contains(reply.status())) {
                    return taken(reply);
                }
                tried += reply.status() == MANY ? 0 : 1;
            } catch (IOException silent) {
                tried++;
            }
            if (tried > pace.tries()) {
                throw new OverlapStopped("overlap-no-answer");
            }
            rest();
        }
    }

    private static Reply taken(Reply reply) {
        if (reply.status() == OK || reply.status() == NOTHING) {
            return reply;
        }
        if (reply.status() != REFUSED) {
            throw new OverlapStopped("overlap-no-answer");
        }
        String code = new String(reply.body(), 0, Math.min(reply.body().length, 60), StandardCharsets.US_ASCII);
        throw new OverlapStopped(CODE.matcher(code).matches() ? code : "overlap-message");
    }

    private void rest() {
        if (clock.instant().isAfter(until)) {
            throw new OverlapStopped("overlap-too-slow");
        }
        try {
            Thread.sleep(pace.between().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverlapStopped("overlap-no-answer");
        }
    }
}
