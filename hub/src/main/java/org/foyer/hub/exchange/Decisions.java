package org.foyer.hub.exchange;

import java.util.Optional;

/** What this node says by itself. Where it says nothing, a person decides. */
@FunctionalInterface
public interface Decisions {

    /**
     * Asked after each change of a conversation, and again after each message of this node that the other side took. Asked again
     * after a crash, so it must depend on nothing but what it is given and what is stored.
     */
    Optional<Step> next(Conversation conversation);
}
