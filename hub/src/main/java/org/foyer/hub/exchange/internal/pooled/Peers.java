package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.util.Set;

/** The other nodes that this one knows. */
interface Peers {

    /** A node answered that it does not. */
    final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why);
        }
    }

    /** Their names. */
    Set<String> names();

    /** How this node signs, and the keys of all it knows, its own among them. */
    PinnedKeys keys();

    /**
     * Brings a step to a node and back comes its answer.
     *
     * @throws Refusal when it was a refusal
     * @throws IOException when none came in time
     */
    String call(String node, String step, String json) throws IOException;
}
