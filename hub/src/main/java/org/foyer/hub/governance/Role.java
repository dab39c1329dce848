package org.foyer.hub.governance;

/** What a member of a house may do there; each role may do what the ones before it may. */
public enum Role {
    /** Sees the figures. */
    READER,
    /** Imports, undoes, mends. */
    EDITOR,
    /** Members, tokens, what the house takes part in. */
    STEWARD;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
