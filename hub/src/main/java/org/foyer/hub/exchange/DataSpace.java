package org.foyer.hub.exchange;

import java.nio.file.Path;
import java.time.Clock;
import org.foyer.hub.exchange.internal.CourierPost;
import org.foyer.hub.exchange.internal.Workings;
import org.foyer.hub.fetching.Courier;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.store.Register;

/** The doors of this room over one register. */
public record DataSpace(Protocol protocol, Conversations conversations, Runnable begin, Runnable end)
        implements AutoCloseable {

    /**
     * Opens them. Nothing is sent before {@link #begin} was called.
     *
     * @param identity who this node and the others are
     * @param offering what this node offers
     * @param decisions what it says by itself
     * @param post brings messages; closed with the room
     * @param address of this node, without a final slash
     * @param received folder of what the others handed over; made when it is needed
     */
    public static DataSpace over(
            Register register,
            Identity identity,
            Offering offering,
            Decisions decisions,
            Post post,
            String address,
            Path received,
            Pace pace,
            Clock clock) {
        return Workings.assembled(
                register, identity, offering, decisions, post, address + Protocol.ROOT, received, pace, clock);
    }

    /** The way out of this node: to public addresses only, and to those of this machine that are allowed. */
    public static Post post(FetchLimits limits, Outside outside) {
        return new CourierPost(new Courier(limits, outside));
    }

    @Override
    public void close() {
        end.run();
    }
}
