package org.foyer.hub.intake;

/** What the rows of a file are. */
public enum Holds {
    /** Sale lines that already are movements. */
    MOVEMENTS,
    /** Orders or tickets in their present state, turned into movements by comparing with what is known. */
    PRESENT_STATE,
    /** Performances, works and contributions. */
    PROGRAMME,
    /** What people decided of things that look alike. */
    DOUBLES,
    /** What people typed of the house itself. */
    HOUSE,
    /** Halls of venues, with their configurations. */
    HALLS
}
