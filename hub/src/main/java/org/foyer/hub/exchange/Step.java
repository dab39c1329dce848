package org.foyer.hub.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What this node says next in a conversation.
 *
 * @param message which message
 * @param terms offer of another content than the last one, as JSON; null for the last one
 * @param reason why, for terminations and suspensions
 */
public record Step(
        Message message, @Nullable String terms, @Nullable String reason) {

    public static Step of(Message message) {
        return new Step(message, null, null);
    }

    /** The end of a conversation, with the reason. */
    public static Step end(Kind kind, String reason) {
        return new Step(Message.endOf(kind), null, reason);
    }
}
