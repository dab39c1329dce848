package org.foyer.hub.exchange;

/**
 * States of negotiations and transfers (Dataspace Protocol 2025-1, "Contract Negotiation Protocol" and "Transfer Process
 * Protocol"), and INITIAL before the other side knows of it.
 */
public enum State {
    INITIAL,
    REQUESTED,
    OFFERED,
    ACCEPTED,
    AGREED,
    VERIFIED,
    FINALIZED,
    STARTED,
    SUSPENDED,
    COMPLETED,
    TERMINATED;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this == FINALIZED || this == COMPLETED || this == TERMINATED;
    }
}
