package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/**
 * Takes messages of conversations that are there: each in one transaction, or not at all. A message that comes twice changes nothing
 * and is answered like the first time.
 */
final class Inbox {

    private final Register register;
    private final Clock clock;
    private final String self;
    private final Pace pace;

    Inbox(Register register, Clock clock, String self, Pace pace) {
        this.register = register;
        this.clock = clock;
        this.self = self;
        this.pace = pace;
    }

    /** A message as it came, read and found well written. */
    record Incoming(Message message, Participant sender, ObjectNode json, String digest) {}

    /**
     * Takes a message.
     *
     * @throws Refusal when it is not allowed as things stand, or does not fit
     */
    Conversation take(String pid, Incoming incoming) {
        return register.write(handle -> {
            Conversation found = find(handle, incoming.message().kind(), pid, incoming.sender());
            samePids(found, incoming.json());
            if (isReplay(handle, found, incoming)) {
                return found;
            }
            Draft draft = new Draft(found);
            draft.state = moved(draft, incoming);
            if (draft.counterPid == null) {
                draft.counterPid =
                        Json.text(incoming.json(), found.side() == Side.CONSUMER ? "providerPid" : "consumerPid");
            }
            apply(handle, found, draft, incoming);
            draft.received = incoming.digest();
            draft.nextAt = draft.state.isFinal() ? null : now().plus(pace.settling());
            draft.problem = null;
            ConversationRegister.received(handle, found.id(), incoming.digest());
            return ConversationRegister.update(handle, draft.done(now()));
        });
    }

    /** One of another participant is answered as if there were none. */
    static Conversation find(Handle handle, Kind kind, String pid, Participant sender) {
        return ConversationRegister.byPid(handle, kind, pid)
                .filter(found -> found.participant().equals(sender.id()))
                .orElseThrow(() -> new Refusal(404, "there is no such " + kind.type()));
    }

    private static void samePids(Conversation found, ObjectNode json) {
        boolean fits = fits(json, "providerPid", found.providerPid()) && fits(json, "consumerPid", found.consumerPid());
        if (!fits) {
            throw new Refusal(400, "providerPid and consumerPid are not those of this conversation");
        }
    }

    private static boolean fits(ObjectNode json, String field, String known) {
        return known.isEmpty() || !json.has(field) || known.equals(Json.text(json, field));
    }

    /**
     * A message with a number of its own is known by it for good. Without one it may be meant anew, so it is a replay only when it
     * is the one that moved the conversation last, and cannot move it again.
     */
    private static boolean isReplay(Handle handle, Conversation found, Incoming incoming) {
        if (!ConversationRegister.isReceived(handle, found.id(), incoming.digest())) {
            return false;
        }
        boolean numbered = !Json.text(incoming.json(), "@id").isEmpty();
        return numbered
                || incoming.digest().equals(found.received())
                        && Transitions.next(incoming.message(), found.side().other(), found.state())
                                .isEmpty();
    }

    /** Whoever answers a message of ours has it, even if we do not know yet. */
    private static State moved(Draft draft, Incoming incoming) {
        Side sender = draft.side().other();
        if (draft.state == State.INITIAL) {
            draft.settle(); // from where else would the other side know our name
        }
        Optional<State> next = Transitions.next(incoming.message(), sender, draft.state);
        if (next.isEmpty() && draft.pending != null) {
            Optional<State> after = Transitions.next(draft.pending, draft.side(), draft.state)
                    .flatMap(told -> Transitions.next(incoming.message(), sender, told));
            if (after.isPresent()) {
                draft.settle();
                return after.get();
            }
        }
        State to = next.orElseThrow(
                () -> new Refusal(409, incoming.message().type() + " is not allowed in the state " + draft.state));
        if (draft.pending != null
                && Transitions.next(draft.pending, draft.side(), to).isEmpty()) {
            draft.drop();
        }
        return to;
    }

    private void apply(Handle handle, Conversation found, Draft draft, Incoming incoming) {
        ObjectNode json = incoming.json();
        switch (incoming.message()) {
            case REQUEST, OFFER ->
                draft.offer = offered(found, json.path("offer")).toString();
            case AGREEMENT -> {
                Agreement agreed = agreed(found, draft, json.path("agreement"));
                draft.agreement = agreed.id();
                if (!AgreementRegister.insert(handle, agreed)) {
                    throw new Refusal(400, "an agreement of that name is there already");
                }
            }
            case FINALIZATION -> {
                if (draft.agreement != null) {
                    AgreementRegister.effective(handle, draft.agreement, now());
                }
            }
            case END_OF_NEGOTIATION -> {
                if (draft.agreement != null) {
                    AgreementRegister.revoke(handle, draft.agreement, now());
                }
            }
            case START ->
                draft.dataAddress =
                        json.has("dataAddress") ? json.get("dataAddress").toString() : draft.dataAddress;
            case COMPLETION, END_OF_TRANSFER -> draft.dataAddress = null;
            default -> {}
        }
    }

    private static JsonNode offered(Conversation found, JsonNode offer) {
        String target = Json.text(offer, "target");
        if (!target.isEmpty() && !target.equals(found.dataset())) {
            throw new Refusal(400, "the target of the offer is not the data set of this negotiation");
        }
        return offer;
    }

    /** The other side may write down what was last offered, and nothing else. */
    private Agreement agreed(Conversation found, Draft draft, JsonNode agreement) {
        if (!Json.text(agreement, "assigner").equals(found.participant())
                || !Json.text(agreement, "assignee").equals(self)
                || !Json.text(agreement, "target").equals(found.dataset())) {
            throw new Refusal(400, "the agreement is not between these two about this data set");
        }
        if (!Terms.same(agreement, Json.own(draft.offer))) {
            throw new Refusal(400, List.of("the terms of the agreement are not those that were offered last"));
        }
        return new Agreement(
                Json.text(agreement, "@id"),
                found.participant(),
                Side.CONSUMER,
                found.dataset(),
                agreement.toString(),
                now(),
                null,
                null,
                null);
    }

    private Instant now() {
        return clock.instant();
    }
}
