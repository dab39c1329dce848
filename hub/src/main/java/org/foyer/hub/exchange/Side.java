package org.foyer.hub.exchange;

/** Which of the two a participant is in a conversation. */
public enum Side {
    PROVIDER,
    CONSUMER;

    public Side other() {
        return this == PROVIDER ? CONSUMER : PROVIDER;
    }
}
