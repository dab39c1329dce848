package org.foyer.hub.exchange.internal.overlap;

import java.io.IOException;
import org.foyer.hub.exchange.NodeOverlaps.Reply;

/** Brings a step to another node. */
@FunctionalInterface
interface OverlapPeer {

    /**
     * Once, and waits for its answer, which is no longer than a message may be.
     *
     * @throws IOException when there was none
     */
    Reply call(String node, String step, String session, int number, byte[] body) throws IOException;
}
