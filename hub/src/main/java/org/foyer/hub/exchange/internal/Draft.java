package org.foyer.hub.exchange.internal;

import java.time.Instant;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.jspecify.annotations.Nullable;

/** A conversation while it changes. */
final class Draft {

    /** Characters of a problem that are kept. */
    private static final int PROBLEM_CHARACTERS_MAX = 1_000;

    private final Conversation from;

    @Nullable
    String counterPid;

    State state;

    @Nullable
    String agreement;

    @Nullable
    String offer;

    @Nullable
    String dataAddress;

    @Nullable
    String received;

    int sent;

    @Nullable
    Message pending;

    @Nullable
    String pendingBody;

    int tries;

    @Nullable
    Instant nextAt;

    @Nullable
    String problem;

    Draft(Conversation from) {
        this.from = from;
        this.counterPid = from.counterPid();
        this.state = from.state();
        this.agreement = from.agreement();
        this.offer = from.offer();
        this.dataAddress = from.dataAddress();
        this.received = from.received();
        this.sent = from.sent();
        this.pending = from.pending();
        this.pendingBody = from.pendingBody();
        this.tries = from.tries();
        this.nextAt = from.nextAt();
        this.problem = from.problem();
    }

    Side side() {
        return from.side();
    }

    /** The other side has the message that was to be sent. */
    void settle() {
        if (pending != null) {
            state = Transitions.next(pending, from.side(), state).orElse(state);
            sent++;
        }
        drop();
        problem = null;
        if (state.isFinal()) {
            dataAddress = null;
        }
    }

    /** Nothing is to be sent any more. */
    void drop() {
        pending = null;
        pendingBody = null;
        tries = 0;
    }

    void say(Message message, String body, Instant now) {
        pending = message;
        pendingBody = body;
        tries = 0;
        nextAt = now;
    }

    void fail(String text) {
        problem = text.length() > PROBLEM_CHARACTERS_MAX ? text.substring(0, PROBLEM_CHARACTERS_MAX) : text;
    }

    Conversation done(Instant now) {
        return new Conversation(
                from.id(),
                from.kind(),
                from.side(),
                from.pid(),
                counterPid,
                from.participant(),
                from.callback(),
                state,
                from.version(),
                from.dataset(),
                agreement,
                from.format(),
                offer,
                dataAddress,
                received,
                sent,
                pending,
                pendingBody,
                tries,
                nextAt,
                problem,
                from.openedAt(),
                now);
    }
}
