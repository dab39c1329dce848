package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;

/** Whatever is said in whatever order: no conversation goes where the table of the protocol does not lead. */
class TransitionsTest {

    private static final Participant PEER = new Participant("urn:peer", "Peer", URI.create("https://peer.example"));
    private static final String SELF = "urn:self";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

    private static Path folder;
    private static Register register;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("transitions");
        register = EmptyStores.register(folder.resolve("register.db"));
    }

    @AfterContainer
    static void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** One thing that happens: a message that comes, one that this node wants to send, or one that the other side took. */
    record Event(Message message, boolean comes, boolean numbered) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.of(Message.class), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Event::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 120)
    void noSequenceOfMessagesLeadsWhereTheTableDoesNot(
            @ForAll("events") List<Event> events, @ForAll Kind kind, @ForAll Side side) {
        Conversation now = begun(kind, side);
        for (Event event : events) {
            Conversation before = now;
            now = event.comes() ? comes(before, event) : said(before, event.message());
            assertThat(now.state() == before.state() || isReached(before, now.state()))
                    .as("%s %s: %s from %s to %s", kind, side, event, before.state(), now.state())
                    .isTrue();
            if (before.state().isFinal()) {
                assertThat(now.state()).isEqualTo(before.state());
            }
        }
    }

    /** By one line, or by two when a message of this node was under way. */
    private static boolean isReached(Conversation before, State to) {
        State told = before.pending() == null
                ? before.state()
                : Transitions.next(before.pending(), before.side(), before.state())
                        .orElse(before.state());
        return Transitions.TABLE.stream()
                .filter(line -> line.message().kind() == before.kind())
                .anyMatch(line -> line.to() == to && (line.from() == before.state() || line.from() == told));
    }

    private static Conversation begun(Kind kind, Side side) {
        Conversation fresh = new Conversation(
                0,
                kind,
                side,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                PEER.id(),
                "https://peer.example",
                State.REQUESTED,
                0,
                "d",
                kind == Kind.TRANSFER ? "a" : null,
                kind == Kind.TRANSFER ? "f" : null,
                kind == Kind.TRANSFER ? null : offer().toString(),
                null,
                null,
                0,
                null,
                null,
                0,
                null,
                null,
                CLOCK.instant(),
                CLOCK.instant());
        return register.write(handle -> ConversationRegister.insert(handle, fresh));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode offer() {
        var offer = Json.object().put("@id", "o").put("@type", "Offer").put("target", "d");
        offer.putArray("permission").addObject().put("action", "use");
        return offer;
    }

    private static Conversation comes(Conversation before, Event event) {
        var json = Json.object().put("providerPid", before.providerPid()).put("consumerPid", before.consumerPid());
        if (event.numbered()) {
            json.put("@id", UUID.randomUUID().toString());
        }
        json.set("offer", offer());
        var agreement = offer().put("@id", UUID.randomUUID().toString())
                .put("assigner", PEER.id())
                .put("assignee", SELF);
        json.set("agreement", agreement);
        Inbox inbox = new Inbox(register, CLOCK, SELF, Pace.DEFAULT);
        try {
            return event.message().kind() != before.kind()
                    ? before
                    : inbox.take(
                            before.pid(),
                            new Inbox.Incoming(
                                    event.message(), PEER, json, Digests.of(event.message() + json.toString())));
        } catch (Refusal refused) {
            Conversation after = register.read(handle -> ConversationRegister.byId(handle, before.id()))
                    .orElseThrow();
            assertThat(after).isEqualTo(before);
            return after;
        }
    }

    /** Stores a message of this node as the outbox does, and takes it for arrived when one is stored already. */
    private static Conversation said(Conversation before, Message message) {
        Draft draft = new Draft(before);
        if (before.pending() != null) {
            draft.settle();
        } else if (message.kind() == before.kind()
                && Transitions.next(message, before.side(), before.state()).isPresent()) {
            draft.say(message, "{}", CLOCK.instant());
        } else {
            return before;
        }
        return register.write(handle -> ConversationRegister.update(handle, draft.done(CLOCK.instant())));
    }

    /** The table itself: nothing leaves a final state, and every state can be reached. */
    @net.jqwik.api.Example
    void theTableIsWhole() {
        assertThat(Transitions.TABLE).noneMatch(line -> line.from().isFinal());
        for (Kind kind : Kind.values()) {
            EnumSet<State> reached = EnumSet.of(State.INITIAL);
            for (int round = 0; round < State.values().length; round++) {
                Transitions.TABLE.stream()
                        .filter(line -> line.message().kind() == kind && reached.contains(line.from()))
                        .map(Transitions.Line::to)
                        .toList()
                        .forEach(reached::add);
            }
            assertThat(Arrays.stream(State.values()).filter(reached::contains))
                    .hasSize(kind == Kind.NEGOTIATION ? 8 : 6);
        }
        assertThat(Transitions.TABLE).hasSize(33).doesNotHaveDuplicates();
    }
}
