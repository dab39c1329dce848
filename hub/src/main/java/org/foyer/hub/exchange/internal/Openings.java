package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins conversations: those that others ask for, and those that this node asks for. */
final class Openings {

    /** Conversations with one participant that are not over. */
    static final int OPEN_MAX = 1_000;

    private final Register register;
    private final Clock clock;
    private final Offering offering;
    private final Pace pace;

    Openings(Register register, Clock clock, Offering offering, Pace pace) {
        this.register = register;
        this.clock = clock;
        this.offering = offering;
        this.pace = pace;
    }

    /** What a new conversation is about. */
    private record Subject(
            String dataset,
            @Nullable String agreement,
            @Nullable String format,
            @Nullable String offer) {}

    /** A first message of somebody. The same one again is answered with the conversation that it began. */
    Conversation asked(Inbox.Incoming incoming) {
        Message message = incoming.message();
        Participant sender = incoming.sender();
        Side side = message == Message.OFFER ? Side.CONSUMER : Side.PROVIDER;
        String counterPid = Json.text(incoming.json(), side == Side.PROVIDER ? "consumerPid" : "providerPid");
        return register.write(handle -> {
            Optional<Conversation> there =
                    ConversationRegister.byCounterPid(handle, message.kind(), side, sender.id(), counterPid);
            if (there.isPresent()) {
                return replayed(handle, there.get(), incoming);
            }
            room(handle, sender);
            Subject subject =
                    message.kind() == Kind.TRANSFER ? transfer(handle, incoming) : negotiation(incoming, message);
            State state = Transitions.next(message, side.other(), State.INITIAL).orElseThrow();
            String callback = withoutSlash(Json.text(incoming.json(), "callbackAddress"));
            Draft draft = new Draft(fresh(message.kind(), side, sender, callback, state, subject, counterPid));
            draft.received = incoming.digest();
            draft.dataAddress = target(incoming, subject);
            draft.nextAt = now().plus(pace.settling());
            Conversation made = ConversationRegister.insert(handle, draft.done(now()));
            ConversationRegister.received(handle, made.id(), incoming.digest());
            return made;
        });
    }

    /** Where the data is brought; nowhere but to the participant itself. */
    private static @Nullable String target(Inbox.Incoming incoming, Subject subject) {
        if (!SharedDataset.PUSH.equals(subject.format())) {
            return null;
        }
        if (!(incoming.json().path("dataAddress") instanceof ObjectNode address)
                || DataAddresses.endpoint(address)
                        .filter(incoming.sender()::owns)
                        .isEmpty()) {
            throw new Refusal(400, "dataAddress does not lie under the address that is registered for the participant");
        }
        return address.toString();
    }

    private static Conversation replayed(Handle handle, Conversation there, Inbox.Incoming incoming) {
        if (!ConversationRegister.isReceived(handle, there.id(), incoming.digest())) {
            throw new Refusal(409, "a conversation of that name is there already, about something else");
        }
        return there;
    }

    private static void room(Handle handle, Participant sender) {
        if (ConversationRegister.open(handle, sender.id()) >= OPEN_MAX) {
            throw new Refusal(429, "more than " + OPEN_MAX + " conversations are open");
        }
    }

    private Subject negotiation(Inbox.Incoming incoming, Message message) {
        ObjectNode offer = (ObjectNode) incoming.json().path("offer");
        String target = Json.text(offer, "target");
        if (message == Message.REQUEST) {
            SharedDataset dataset = shared(incoming.sender(), target);
            if (!dataset.offerId().equals(Json.text(offer, "@id"))) {
                throw new Refusal(400, "there is no such offer of this data set");
            }
        }
        return new Subject(target, null, null, offer.toString());
    }

    private SharedDataset shared(Participant participant, String dataset) {
        return offering.find(participant, dataset)
                .orElseThrow(() -> new Refusal(400, "there is no such data set for this participant"));
    }

    private Subject transfer(Handle handle, Inbox.Incoming incoming) {
        String id = Json.text(incoming.json(), "agreementId");
        Agreement agreement = AgreementRegister.find(handle, id)
                .filter(found -> found.participant().equals(incoming.sender().id()))
                .filter(found -> found.side() == Side.PROVIDER)
                .filter(found -> found.holds(now()))
                .orElseThrow(() -> new Refusal(400, "there is no such agreement, or it counts no longer"));
        SharedDataset dataset = shared(incoming.sender(), agreement.dataset());
        String format = Json.text(incoming.json(), "format");
        if (!dataset.formats().contains(format)) {
            throw new Refusal(400, "this data set is not transferred as " + format);
        }
        return new Subject(agreement.dataset(), id, format, null);
    }

    /** This node asks for an agreement. @param offer as the provider's catalogue has it, as JSON */
    Conversation ask(Participant provider, String address, String dataset, ObjectNode offer) {
        Subject subject =
                new Subject(dataset, null, null, offer.put("target", dataset).toString());
        return register.write(handle -> begun(handle, Kind.NEGOTIATION, provider, address, subject));
    }

    /** This node asks for the data of an agreement. */
    Conversation askTransfer(Participant provider, String address, String agreement, String format) {
        return register.write(handle -> {
            Agreement held = AgreementRegister.find(handle, agreement)
                    .filter(found ->
                            found.side() == Side.CONSUMER && found.participant().equals(provider.id()))
                    .filter(found -> found.holds(now()))
                    .orElseThrow(() -> new Refusal(409, "there is no such agreement, or it counts no longer"));
            Subject subject = new Subject(held.dataset(), agreement, format, null);
            return begun(handle, Kind.TRANSFER, provider, address, subject);
        });
    }

    private Conversation begun(Handle handle, Kind kind, Participant provider, String address, Subject subject) {
        room(handle, provider);
        Draft draft =
                new Draft(fresh(kind, Side.CONSUMER, provider, withoutSlash(address), State.INITIAL, subject, null));
        draft.nextAt = now();
        return ConversationRegister.insert(handle, draft.done(now()));
    }

    private Conversation fresh(
            Kind kind,
            Side side,
            Participant participant,
            String callback,
            State state,
            Subject subject,
            @Nullable String counterPid) {
        return new Conversation(
                0,
                kind,
                side,
                UUID.randomUUID().toString(),
                counterPid,
                participant.id(),
                callback,
                state,
                0,
                subject.dataset(),
                subject.agreement(),
                subject.format(),
                subject.offer(),
                null,
                null,
                0,
                null,
                null,
                0,
                null,
                null,
                now(),
                now());
    }

    static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private Instant now() {
        return clock.instant();
    }
}
