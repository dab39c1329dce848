package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Decisions;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What this node says: a message is stored first and sent then, word for word the same however often it is tried, so that a stop at any
 * moment loses nothing and doubles nothing.
 */
final class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    /** What passes if one waits; 404 because the other side may not yet have stored what it was answered. */
    private static final Set<Integer> PASSING = Set.of(404, 408, 425, 429);

    /** It may be busy with the message before: a conflict passes so often, and is meant after that. */
    private static final int CONFLICTS_MAX = 4;

    private static final int CONFLICT = 409;

    private final Register register;
    private final Clock clock;
    private final Identity identity;
    private final Decisions decisions;
    private final Messages messages;
    private final Grants grants;
    private final Pushes pushes;
    private final Post post;
    private final Pace pace;

    Outbox(
            Register register,
            Clock clock,
            Identity identity,
            Decisions decisions,
            Messages messages,
            Grants grants,
            Pushes pushes,
            Post post,
            Pace pace) {
        this.register = register;
        this.clock = clock;
        this.identity = identity;
        this.decisions = decisions;
        this.messages = messages;
        this.grants = grants;
        this.pushes = pushes;
        this.post = post;
        this.pace = pace;
    }

    /** Looks at a conversation whose time has come: decides if nothing is to be sent, sends if something is. */
    void turn(long id) {
        try {
            Optional<Conversation> found = register.read(handle -> ConversationRegister.byId(handle, id));
            if (found.isEmpty() || found.get().nextAt() == null) {
                return;
            }
            Conversation conversation = found.get();
            if (conversation.pending() == null && Pushes.isOne(conversation)) {
                conversation = pushed(conversation, pushes.push(conversation));
            } else if (conversation.pending() == null) {
                conversation = decided(conversation);
            }
            if (conversation.pending() != null && conversation.pendingBody() != null) {
                send(conversation, conversation.pending(), conversation.pendingBody());
            }
        } catch (ConversationRegister.Overtaken later) {
            LOG.log(Level.FINE, "changed meanwhile; looked at again", later);
        }
    }

    /** What follows from a try to bring a file. What happened meanwhile counts more. */
    private Conversation pushed(Conversation before, Pushes.Tried tried) {
        return register.write(handle -> {
            Conversation now = ConversationRegister.byId(handle, before.id()).orElseThrow();
            if (!Pushes.isOne(now) || now.pending() != null) {
                return now;
            }
            boolean last = before.tries() + 1 >= Pushes.TRIES_MAX;
            return switch (tried.outcome()) {
                case BROUGHT -> say(handle, now, Step.of(Message.COMPLETION));
                case REFUSED -> say(handle, now, Step.end(now.kind(), tried.why()));
                case BUSY -> again(handle, now, now.tries(), now.problem(), pace.firstWait());
                case AGAIN ->
                    last
                            ? say(handle, now, Step.end(now.kind(), tried.why()))
                            : again(handle, now, now.tries() + 1, tried.why(), pace.waitAfter(now.tries() + 1));
            };
        });
    }

    private Conversation again(
            Handle handle, Conversation transfer, int tries, @Nullable String problem, Duration wait) {
        Draft draft = new Draft(transfer);
        draft.tries = tries;
        draft.problem = problem;
        draft.nextAt = now().plus(wait);
        return ConversationRegister.update(handle, draft.done(now()));
    }

    private Conversation decided(Conversation conversation) {
        Optional<Step> step = conversation.state() == State.INITIAL
                ? Optional.of(Step.of(first(conversation)))
                : decisions.next(conversation);
        return register.write(handle -> {
            Conversation now =
                    ConversationRegister.byId(handle, conversation.id()).orElseThrow();
            if (now.version() != conversation.version()) {
                throw new ConversationRegister.Overtaken();
            }
            if (step.isPresent()) {
                return say(handle, now, step.get());
            }
            Draft draft = new Draft(now);
            draft.nextAt = null;
            return ConversationRegister.update(handle, draft.done(now()));
        });
    }

    private static Message first(Conversation conversation) {
        return conversation.kind() == org.foyer.hub.exchange.Kind.TRANSFER ? Message.TRANSFER_REQUEST : Message.REQUEST;
    }

    /**
     * Stores what is to be said.
     *
     * @throws Refusal when it is not allowed as things stand
     */
    Conversation say(Handle handle, Conversation conversation, Step step) {
        Message message = step.message();
        if (message.kind() != conversation.kind()
                || Transitions.next(message, conversation.side(), conversation.state())
                        .isEmpty()) {
            throw new Refusal(409, message.type() + " is not allowed in the state " + conversation.state());
        }
        boolean pushed = SharedDataset.PUSH.equals(conversation.format());
        boolean opens = pushed
                ? message == Message.TRANSFER_REQUEST
                : message == Message.START && conversation.side() == Side.PROVIDER;
        ObjectNode address = opens ? grants.open(handle, conversation) : null;
        ObjectNode json = messages.of(conversation, step, now(), address);
        Draft draft = new Draft(conversation);
        draft.say(message, json.toString(), now());
        draft.problem = null;
        if (message == Message.REQUEST || message == Message.OFFER) {
            draft.offer = json.get("offer").toString();
        }
        if (message == Message.AGREEMENT) {
            draft.agreement = agreed(handle, conversation, json);
        }
        if (message == Message.FINALIZATION && conversation.agreement() != null) {
            // now, not when it arrived: the other side may ask for the data before we know that it did
            AgreementRegister.effective(handle, conversation.agreement(), now());
        }
        if (message == Message.END_OF_NEGOTIATION && conversation.agreement() != null) {
            AgreementRegister.revoke(handle, conversation.agreement(), now());
        }
        return ConversationRegister.update(handle, draft.done(now()));
    }

    private String agreed(Handle handle, Conversation conversation, ObjectNode json) {
        ObjectNode agreement = (ObjectNode) json.get("agreement");
        String id = Json.text(agreement, "@id");
        AgreementRegister.insert(
                handle,
                new org.foyer.hub.exchange.Agreement(
                        id,
                        conversation.participant(),
                        Side.PROVIDER,
                        conversation.dataset(),
                        agreement.toString(),
                        now(),
                        null,
                        null,
                        null));
        return id;
    }

    private void send(Conversation conversation, Message message, String body) {
        Optional<Participant> to = identity.find(conversation.participant());
        if (to.isEmpty()) {
            failed(conversation, body, "the participant is known no longer", false);
            return;
        }
        URI address = URI.create(Messages.address(conversation, message));
        if (!to.get().owns(address)) {
            failed(conversation, body, "the address does not belong to the participant any more", false);
            return;
        }
        try {
            Post.Reply reply = post.send(to.get(), address, identity.proofFor(to.get()), body);
            if (reply.status() >= 200 && reply.status() < 300) {
                taken(conversation, body, reply.body());
            } else {
                boolean passes = reply.status() >= 500
                        || PASSING.contains(reply.status())
                        || reply.status() == CONFLICT && conversation.tries() < CONFLICTS_MAX;
                failed(conversation, body, told(reply), passes);
            }
        } catch (IOException e) {
            failed(conversation, body, "no answer: " + e.getClass().getSimpleName(), true);
        }
    }

    /** The other side's reasons, without anything that could be a secret of ours. */
    private static String told(Post.Reply reply) {
        String reasons = Json.read(reply.body())
                .map(json -> json.path("reason").toString())
                .orElse("");
        return "refused with " + reply.status() + " " + reasons;
    }

    /** The other side has it. What came in meanwhile may have told so before. */
    private void taken(Conversation sent, String body, String answer) {
        register.write(handle -> {
            Conversation now = ConversationRegister.byId(handle, sent.id()).orElseThrow();
            if (!body.equals(now.pendingBody())) {
                return now;
            }
            Draft draft = new Draft(now);
            String problem = draft.counterPid == null ? called(handle, draft, sent, answer) : null;
            draft.settle();
            if (problem != null) {
                draft.state = State.TERMINATED;
                draft.fail(problem);
            }
            draft.nextAt = draft.state.isFinal() ? null : now().plus(pace.settling());
            return ConversationRegister.update(handle, draft.done(now()));
        });
    }

    /** Keeps how the other side calls a conversation, as its answer says. Answers what is wrong with that; null when nothing is. */
    private static @Nullable String called(Handle handle, Draft draft, Conversation sent, String answer) {
        String pid = Json.read(answer)
                .map(json -> Json.text(json, sent.side() == Side.CONSUMER ? "providerPid" : "consumerPid"))
                .orElse("");
        if (!Json.isName(pid)) {
            return "the answer does not say how the other side calls this conversation";
        }
        if (ConversationRegister.byCounterPid(handle, sent.kind(), sent.side(), sent.participant(), pid)
                .isPresent()) {
            return "the answer calls this conversation as another one is called already";
        }
        draft.counterPid = pid;
        return null;
    }

    private void failed(Conversation sent, String body, String problem, boolean passes) {
        register.write(handle -> {
            Conversation now = ConversationRegister.byId(handle, sent.id()).orElseThrow();
            if (!body.equals(now.pendingBody())) {
                return now;
            }
            Draft draft = new Draft(now);
            draft.fail(problem);
            draft.tries++;
            if (passes && draft.tries < pace.triesMax()) {
                draft.nextAt = now().plus(pace.waitAfter(draft.tries));
            } else {
                givenUp(draft, passes);
            }
            return ConversationRegister.update(handle, draft.done(now()));
        });
    }

    /** Who cannot be reached has ended the conversation; who refused one message has not. */
    private static void givenUp(Draft draft, boolean unreachable) {
        boolean ends = unreachable
                || draft.state == State.INITIAL
                || draft.pending == Message.END_OF_NEGOTIATION
                || draft.pending == Message.END_OF_TRANSFER;
        draft.drop();
        draft.nextAt = null;
        if (ends) {
            draft.state = State.TERMINATED;
            draft.dataAddress = null;
        }
    }

    /** Looks at it again after a while. */
    void later(long id, Duration wait) {
        register.write(handle -> ConversationRegister.byId(handle, id).map(now -> {
            Draft draft = new Draft(now);
            draft.nextAt = now().plus(wait);
            return ConversationRegister.update(handle, draft.done(now()));
        }));
    }

    List<Conversation> due(int limit) {
        return register.read(handle -> ConversationRegister.due(handle, now(), limit));
    }

    Optional<Instant> next() {
        return register.read(ConversationRegister::next);
    }

    private Instant now() {
        return clock.instant();
    }
}
