package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.Harvested;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.exchange.UseMade;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** Conversations as the register keeps them. */
final class RegisterConversations implements Conversations {

    /** A quick consumer comes before we read that it took the start of its transfer: so often it is looked whether we did. */
    private static final int LOOKS_MAX = 50;

    private static final int LOOK_MILLIS = 20;

    private final Register register;
    private final Clock clock;
    private final Identity identity;
    private final Openings openings;
    private final Outbox outbox;
    private final Grants grants;
    private final Visits visits;
    private final Received received;
    private final Rounds rounds;

    RegisterConversations(
            Register register,
            Clock clock,
            Identity identity,
            Openings openings,
            Outbox outbox,
            Grants grants,
            Visits visits,
            Received received,
            Rounds rounds) {
        this.register = register;
        this.clock = clock;
        this.identity = identity;
        this.openings = openings;
        this.outbox = outbox;
        this.grants = grants;
        this.visits = visits;
        this.received = received;
        this.rounds = rounds;
    }

    @Override
    public List<Conversation> all(int offset, int limit) {
        return register.read(handle ->
                ConversationRegister.all(handle, Math.max(0, offset), Math.min(Math.max(1, limit), PAGE_MAX)));
    }

    @Override
    public List<Conversation> running(int limit) {
        return register.read(handle -> ConversationRegister.running(handle, Math.min(Math.max(1, limit), PAGE_MAX)));
    }

    @Override
    public Optional<Conversation> find(Kind kind, String pid) {
        return register.read(handle -> ConversationRegister.byPid(handle, kind, pid));
    }

    @Override
    public Outcome negotiate(String provider, String address, String dataset, String offer) {
        List<String> objections = new ArrayList<>();
        Optional<Participant> participant = known(provider, address, objections);
        Optional<ObjectNode> terms = Json.read(offer);
        new PolicyCheck(objections).policy(terms.orElseGet(Json::object), "offer", "Offer");
        if (dataset.isBlank() || dataset.length() > MessageCheck.NAME_CHARACTERS_MAX) {
            objections.add("the name of the data set is missing or too long");
        }
        return participant.isPresent() && terms.isPresent() && objections.isEmpty()
                ? outcome(() -> openings.ask(participant.get(), address, dataset, terms.get()))
                : new Outcome(objections, Optional.empty());
    }

    @Override
    public Outcome transfer(String provider, String address, String agreement, String format) {
        List<String> objections = new ArrayList<>();
        Optional<Participant> participant = known(provider, address, objections);
        return participant.isPresent() && objections.isEmpty()
                ? outcome(() -> openings.askTransfer(participant.get(), address, agreement, format))
                : new Outcome(objections, Optional.empty());
    }

    private Optional<Participant> known(String id, String address, List<String> objections) {
        Optional<Participant> participant = identity.find(id);
        if (participant.isEmpty()) {
            objections.add("there is no such participant");
            return participant;
        }
        try {
            if (!participant.get().owns(URI.create(address))) {
                objections.add("the address does not lie under the one that is registered for this participant");
            }
        } catch (IllegalArgumentException unreadable) {
            objections.add("the address cannot be read");
        }
        return participant;
    }

    @Override
    public Outcome say(Kind kind, String pid, Step step) {
        return outcome(() -> register.write(handle -> {
            Conversation found = ConversationRegister.byPid(handle, kind, pid)
                    .orElseThrow(() -> new Refusal(404, "there is no such " + kind.type()));
            return outbox.say(handle, found, step);
        }));
    }

    private Outcome outcome(Supplier<Conversation> work) {
        try {
            Conversation done = work.get();
            rounds.within(Duration.ZERO);
            return new Outcome(List.of(), Optional.of(done));
        } catch (Refusal refused) {
            return new Outcome(refused.reasons(), Optional.empty());
        }
    }

    @Override
    public List<Harvested> harvest(List<Participant> participants) {
        return new Harvest(visits, Harvest.EACH).of(participants);
    }

    @Override
    public Told catalogue(String provider) {
        return visits.catalogue(provider);
    }

    @Override
    public Outcome fetch(String pid, Path to, @Nullable String purpose) {
        try {
            Conversation transfer = find(Kind.TRANSFER, pid)
                    .filter(found -> found.side() == Side.CONSUMER)
                    .orElseThrow(() -> new Refusal(404, "there is no such " + Kind.TRANSFER.type()));
            received.check(transfer, purpose);
            boolean there = received.has(transfer);
            if (!there) {
                received.keep(transfer, partial -> visits.fetch(transfer, partial));
            }
            received.use(transfer, purpose, to);
            return there
                    ? new Outcome(List.of(), Optional.of(transfer))
                    : say(Kind.TRANSFER, pid, Step.of(Message.COMPLETION));
        } catch (Refusal refused) {
            return new Outcome(refused.reasons(), Optional.empty());
        } catch (IOException e) {
            return new Outcome(
                    List.of("the file could not be written: " + e.getClass().getSimpleName()), Optional.empty());
        }
    }

    @Override
    public List<String> receive(String pid, @Nullable String authorization, InputStream data, @Nullable String digest) {
        String secret = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        Optional<Conversation> transfer = grants.expects(pid, secret);
        if (transfer.isEmpty() || !grants.runs(pid)) {
            return List.of("this transfer expects nothing");
        }
        try (InputStream watched = new WatchedFile(data, () -> grants.runs(pid))) {
            received.keep(transfer.get(), watched, digest);
            return List.of();
        } catch (Refusal refused) {
            return refused.reasons();
        } catch (IOException e) {
            return List.of("the data did not come whole");
        }
    }

    @Override
    public boolean runs(String pid) {
        return grants.runs(pid);
    }

    @Override
    public List<UseMade> uses(String agreement, int limit) {
        return register.read(handle -> UseRegister.of(handle, agreement, Math.min(Math.max(1, limit), PAGE_MAX)));
    }

    @Override
    public List<Agreement> agreements(int offset, int limit) {
        return register.read(
                handle -> AgreementRegister.all(handle, Math.max(0, offset), Math.min(Math.max(1, limit), PAGE_MAX)));
    }

    @Override
    public boolean keep(Agreement agreement) {
        return register.write(handle -> AgreementRegister.insert(handle, agreement));
    }

    @Override
    public boolean revoke(String agreement, String reason) {
        boolean counted = register.write(handle -> {
            boolean did = AgreementRegister.revoke(handle, agreement, clock.instant());
            for (Conversation transfer : ConversationRegister.running(handle, agreement)) {
                end(handle, transfer, reason);
            }
            return did;
        });
        rounds.within(Duration.ZERO);
        return counted;
    }

    /** One that the other side does not know of yet needs no message. */
    private void end(org.jdbi.v3.core.Handle handle, Conversation transfer, String reason) {
        Step step = Step.end(Kind.TRANSFER, reason);
        if (Transitions.next(step.message(), transfer.side(), transfer.state()).isPresent()) {
            outbox.say(handle, transfer, step);
            return;
        }
        Draft draft = new Draft(transfer);
        draft.drop();
        draft.state = org.foyer.hub.exchange.State.TERMINATED;
        draft.nextAt = null;
        ConversationRegister.update(handle, draft.done(clock.instant()));
    }

    @Override
    public Optional<Conversation> open(String pid, String secret) {
        for (int looks = 0; looks < LOOKS_MAX && grants.isAboutToStart(pid, secret); looks++) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return grants.use(pid, secret);
    }
}
