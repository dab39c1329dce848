package org.foyer.hub.simulation.internal;

/**
 * What becomes of the tickets of an order.
 *
 * @param minute when they are given back, or −1
 */
record Fate(Kind kind, long minute) {

    static final Fate KEPT = new Fate(Kind.KEPT, -1);
    static final Fate LAPSED = new Fate(Kind.LAPSED, -1);

    /** How it ends. */
    enum Kind {
        KEPT,
        CANCELLED,
        /** Given back for tickets of the show's next night. */
        EXCHANGED,
        /** Reserved and never paid. */
        LAPSED
    }

    boolean givenBack() {
        return kind == Kind.CANCELLED || kind == Kind.EXCHANGED;
    }
}
