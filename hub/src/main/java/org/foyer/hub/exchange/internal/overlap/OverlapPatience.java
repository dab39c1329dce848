package org.foyer.hub.exchange.internal.overlap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;

/** How one question about shared buyers waits for other nodes, until a time, and what it makes of what they answer. */
public final class OverlapPatience {

    private static final int REFUSED = 409;
    private static final int CODE_BYTES_MAX = 60;

    /** Statuses of a node that may answer a little later. */
    private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

    private final OverlapPace pace;
    private final Clock clock;
    private final Instant until;

    public OverlapPatience(OverlapPace pace, Clock clock) {
        this.pace = pace;
        this.clock = clock;
        this.until = clock.instant().plus(pace.whole());
    }

    public static boolean isBusy(Reply reply) {
        return BUSY.contains(reply.status());
    }

    /**
     * An answer with one of these statuses.
     *
     * @param codes that a node may tell when it refuses
     * @throws OverlapStopped with the code that the other node told, where it told one
     */
    public static Reply taken(Reply reply, Set<Integer> statuses, Pattern codes) {
        if (statuses.contains(reply.status())) {
            return reply;
        }
        if (reply.status() != REFUSED) {
            throw new OverlapStopped("overlap-no-answer");
        }
        int length = Math.min(reply.body().length, CODE_BYTES_MAX);
        String code = new String(reply.body(), 0, length, StandardCharsets.US_ASCII);
        throw new OverlapStopped(codes.matcher(code).matches() ? code : "overlap-message");
    }

    /** @throws OverlapStopped once the whole took too long */
    public void rest() {
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
