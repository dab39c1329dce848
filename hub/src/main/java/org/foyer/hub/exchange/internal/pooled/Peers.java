package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.util.Set;

/** The other nodes that this one knows. */
interface Peers {

    /** Their names. */
    Set<String> names();

    /** How this node signs, and the keys of all it knows, its own among them. */
    PinnedKeys keys();

    /**
     * Brings a step to a node and back comes its answer.
     *
     * @throws IOException when none came in time, or it was a refusal
     */
    String call(String node, String step, String json) throws IOException;
}
