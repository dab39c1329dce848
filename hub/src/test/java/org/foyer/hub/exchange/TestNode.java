package org.foyer.hub.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** A node with a register and a key of its own, which reaches others of the same test without a network. */
public final class TestNode implements AutoCloseable {

    public static final String TERMS = "{\"permission\":[{\"action\":\"use\"}]}";
    public static final String OFFER =
            "{\"@id\":\"offer-1\",\"@type\":\"Offer\",\"permission\":[{\"action\":\"use\"}]}";
    public static final SharedDataset DATASET =
            new SharedDataset("programme-1", "Programme", "offer-1", TERMS, List.of(SharedDataset.PULL), true);

    private static final Pace PACE =
            new Pace(Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(200), 20, 4, Pace.KEPT);

    /** A busy machine is no failure: a minute, and more where looking takes its time. */
    private static final int WAITS_MAX = 6_000;

    /** Address → node: what a network would be. */
    public static final class Wires {
        final Map<String, TestNode> nodes = new ConcurrentHashMap<>();
        public volatile UnaryOperator<Post> cut = post -> post;

        /** Of the nodes that are made from now on. */
        public volatile Pace pace = PACE;
    }

    public final Register register;
    public final Participants participants;
    public final Identity identity;
    private final NodeKey key;
    private final String address;
    private final Wires wires;
    private final Decisions decisions;
    private final Clock clock;
    private final ReentrantReadWriteLock stopping = new ReentrantReadWriteLock();
    private final Path folder;
    private volatile DataSpace space;

    /** What is offered; a test may put another in its place before anybody asks. */
    public volatile OneDataset offering = new OneDataset(DATASET, null);

    public TestNode(Path folder, String address, Wires wires, Decisions decisions, Clock clock) {
        this(EmptyStores.register(folder.resolve("register.db")), folder, address, wires, decisions, clock);
    }

    public TestNode(Register register, Path folder, String address, Wires wires, Decisions decisions, Clock clock) {
        this.address = address;
        this.wires = wires;
        this.decisions = decisions;
        this.clock = clock;
        this.key = NodeKey.in(folder);
        this.register = register;
        this.participants = new RegisterParticipants(register, new Unkept(), clock);
        this.identity = new SignedIdentity(register, participants, key, clock);
        this.folder = folder;
        this.space = opened();
        wires.nodes.put(address, this);
    }

    private DataSpace opened() {
        return DataSpace.over(
                register,
                identity,
                new Current(),
                decisions,
                wires.cut.apply(new Wire()),
                address,
                folder.resolve("received"),
                wires.pace,
                clock);
    }

    /** Everything in memory is gone; the register is as it was. */
    public synchronized void stopAndStart() {
        stopping.writeLock().lock(); // who is stopped answers nobody
        try {
            space.end().run();
            space = opened();
            space.begin().run();
        } finally {
            stopping.writeLock().unlock();
        }
    }

    private Answer heard(Ask ask) {
        stopping.readLock().lock();
        try {
            return space.protocol().answer(ask);
        } finally {
            stopping.readLock().unlock();
        }
    }

    /** Asks for something while nobody stops the node, as people do. */
    public synchronized Conversations.Outcome asks(
            java.util.function.Function<Conversations, Conversations.Outcome> wish) {
        return wish.apply(space.conversations());
    }

    public void begin() {
        space.begin().run();
    }

    public void knows(TestNode other) {
        List<String> problems =
                participants.add(other.identity.self(), "Other", other.root(), other.key.open(), Actor.commandLine());
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
    }

    public String root() {
        return address + Protocol.ROOT;
    }

    public Conversations conversations() {
        return space.conversations();
    }

    public Protocol protocol() {
        return space.protocol();
    }

    /** Sends something as a participant would that is not quite what it should be. */
    public Answer hears(TestNode sender, String method, String path, String body) {
        String proof = sender.identity.proofFor(new Participant(identity.self(), "", URI.create(root())));
        return space.protocol()
                .answer(new Ask(method, path, proof, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    public List<Conversation> all(Kind kind) {
        return conversations().all(0, 100).stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    /** Waits until a conversation of a kind stands so; the newest one. */
    public Conversation waitFor(Kind kind, State state) throws InterruptedException {
        for (int tries = 0; tries < WAITS_MAX; tries++) {
            Optional<Conversation> found = all(kind).stream().findFirst();
            if (found.isPresent() && found.get().state() == state && found.get().pending() == null) {
                return found.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("never " + state + ": " + all(kind));
    }

    @Override
    public void close() {
        space.close();
    }

    private final class Wire implements Post {
        @Override
        public Reply send(Participant to, URI where, String authorization, String json) throws IOException {
            TestNode other = wires.nodes.values().stream()
                    .filter(node -> where.toString().startsWith(node.root() + "/"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("nobody there"));
            Answer answer = other.heard(new Ask(
                    "POST",
                    where.toString().substring(other.root().length()),
                    authorization,
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
            return new Reply(answer.status(), answer.body());
        }

        @Override
        public Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax)
                throws IOException {
            throw new IOException("nobody answers bytes here");
        }

        @Override
        public int fetch(Participant from, URI address, String authorization, Path to, long bytesMax)
                throws IOException {
            TestNode other = wires.nodes.values().stream()
                    .filter(node -> address.toString().startsWith(node.root() + "/data/"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("nobody there"));
            String pid = address.toString().substring((other.root() + "/data/").length());
            if (other.conversations()
                    .open(pid, authorization.substring("Bearer ".length()))
                    .isEmpty()) {
                return 403;
            }
            Files.writeString(to, "the data");
            return 200;
        }

        @Override
        public int push(Participant to, URI address, String authorization, Handover.Handed file, String digest)
                throws IOException {
            TestNode other = wires.nodes.values().stream()
                    .filter(node -> address.toString().startsWith(node.root() + "/data/"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("nobody there"));
            String pid = address.toString().substring((other.root() + "/data/").length());
            String told = "sha-256=:"
                    + java.util.Base64.getEncoder()
                            .encodeToString(java.util.HexFormat.of().parseHex(digest))
                    + ":";
            try (InputStream in = file.open()) {
                return other.conversations()
                                .receive(pid, authorization, in, told)
                                .isEmpty()
                        ? 204
                        : 403;
            }
        }

        @Override
        public void close() {}
    }

    private final class Current implements Offering {
        @Override
        public List<SharedDataset> to(Participant participant) {
            return offering.to(participant);
        }

        @Override
        public Optional<SharedDataset> find(Participant participant, String id) {
            return offering.find(participant, id);
        }

        @Override
        public Optional<Handover.Handed> data(Conversation transfer, BooleanSupplier running) {
            return offering.data(transfer, running);
        }
    }

    /** One data set, and the file that is handed over. */
    public record OneDataset(
            SharedDataset dataset, @Nullable Path file) implements Offering {
        @Override
        public List<SharedDataset> to(Participant participant) {
            return List.of(dataset);
        }

        @Override
        public Optional<SharedDataset> find(Participant participant, String id) {
            return id.equals(dataset.id()) ? Optional.of(dataset) : Optional.empty();
        }

        @Override
        public Optional<Handover.Handed> data(Conversation transfer, BooleanSupplier running) {
            return Optional.ofNullable(file)
                    .map(there -> new Handover.Handed(
                            there, "application/gzip", there.toFile().length(), running));
        }
    }

    /** What is written to the audit is not looked at here. */
    private static final class Unkept implements Audit {
        @Override
        public void write(
                Actor actor, @Nullable HouseId house, String action, @Nullable String purpose, String detail) {}

        @Override
        public List<Line> lines(@Nullable HouseId house, int offset, int limit) {
            return List.of();
        }

        @Override
        public List<Line> left(HouseId house, int limit) {
            return List.of();
        }

        @Override
        public java.util.Map<String, Long> leftSince(HouseId house, java.time.Instant since) {
            return java.util.Map.of();
        }

        @Override
        public List<Line> about(HouseId house, long person) {
            return List.of();
        }

        @Override
        public boolean intact() {
            return true;
        }
    }
}
