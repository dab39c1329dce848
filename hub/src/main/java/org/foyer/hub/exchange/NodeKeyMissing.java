package org.foyer.hub.exchange;

/**
 * The key of this node is not where it was, or another one lies there. No new one is made in its place: the others know this node by it, and a
 * node with another key is another node to them.
 */
public final class NodeKeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable code under which the catalogue of each language has its sentence and its mend. */
    public static final String CODE = "node-key-missing";

    private final String name;

    /** @param name how the node is called, and was with the key that is missing */
    public NodeKeyMissing(String name) {
        super(CODE + " " + name);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
