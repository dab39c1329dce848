package org.foyer.hub.linking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.NodeOverlaps;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.exchange.internal.overlap.OverlapsBetweenNodes;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.BlindedSides;

/** A node with a register, a warehouse, a key and a port of its own, which counts shared buyers with others over HTTP. */
final class OverlapNode implements AutoCloseable {

    static final Actor STEWARD = Actor.commandLine();
    static final Clock CLOCK = Clock.systemUTC();

    /** Short, so that a test of silence does not wait. */
    static final OverlapPace PACE =
            new OverlapPace(Duration.ofMillis(20), 3, Duration.ofSeconds(20), Duration.ofMinutes(5));

    private static final FetchLimits LIMITS =
            FetchLimits.of(name -> name.equals("FOYER_FETCH_SECONDS_MAX") ? "2" : null);

    /** What stands between the wire and the node. */
    interface Between {
        /** @return null when the answer is lost */
        Reply at(Step step, NodeOverlaps node) throws InterruptedException;
    }

    /** A step as it came. */
    record Step(String caller, String name, String session, int number, byte[] body) {
        Reply to(NodeOverlaps node) {
            return node.answer(caller, name, session, number, body);
        }
    }

    final BuyerStand stand;
    final RegisterAudit audit;
    final Gate doors;
    final AgreedByAll agreed = new AgreedByAll();
    final NodeOverlapGate gate;
    final Participants participants;
    final SignedIdentity identity;
    final NodeKey key;
    final AtomicInteger steps = new AtomicInteger();
    volatile Between between = Step::to;
    NodeOverlaps overlaps;
    Post post;
    private final RegisterHouses houses;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Set<InetSocketAddress> allowed = Set.of();

    OverlapNode(Path folder) {
        this.stand = new BuyerStand(made(folder));
        this.houses = new RegisterHouses(stand.register, CLOCK, new SecureRandom());
        this.audit = new RegisterAudit(stand.register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
        this.doors = new DisclosureGate(stand.register, CLOCK, new SecureRandom(), houses, audit);
        this.gate = new NodeOverlapGate(stand.register, CLOCK, doors, agreed, audit);
        this.participants = new RegisterParticipants(stand.register, audit, CLOCK);
        this.key = NodeKey.in(folder.resolve("node"));
        this.identity = new SignedIdentity(stand.register, participants, key, CLOCK);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/dsp/2025-1/overlap/", this::hear);
        server.setExecutor(threads);
        server.start();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what counts, as it is after a start. */
    void start(OverlapPace pace) {
        if (overlaps != null) {
            overlaps.close();
            post.close();
        }
        post = DataSpace.post(LIMITS, Outside.real(allowed, CLOCK));
        overlaps = OverlapsBetweenNodes.over(
                identity,
                post,
                new BlindedSides(() -> new Overlap(stand.warehouse, stand.register, CLOCK, doors::takesPart)),
                gate,
                houses,
                pace,
                CLOCK);
    }

    /** Starts with nothing between the wire and the node, and without the questions that it was asked before. */
    void startAnew() {
        between = Step::to;
        start(PACE);
        steps.set(0);
        stand.register.write(handle -> handle.execute("delete from overlap_question")
                + handle.execute("delete from node_secret where name like 'overlap-blinding%'"));
    }

    /** Both know each other, with keys that were exchanged. */
    static void acquaint(OverlapNode one, OverlapNode other) {
        one.knows(other);
        other.knows(one);
    }

    private void knows(OverlapNode other) {
        List<String> problems =
                participants.add(other.identity.self(), "Node", other.root(), other.key.open(), STEWARD);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        allowed = Set.of(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), other.server.getAddress().getPort()));
        start(PACE);
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/dsp/2025-1";
    }

    /** As the resource of the protocol does. */
    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Participant> caller =
                    identity.sender(exchange.getRequestHeaders().getFirst("Authorization"));
            if (caller.isEmpty()) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String[] query = exchange.getRequestURI().getQuery().split("[=&]", -1);
            Step step = new Step(
                    caller.get().id(),
                    path.substring(path.lastIndexOf('/') + 1),
                    query[1],
                    Integer.parseInt(query[3]),
                    body);
            steps.incrementAndGet();
            Reply reply = between.at(step, overlaps);
            if (reply != null) {
                exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A house with one buyer for each number. */
    House house(int from, int to) {
        House house = stand.house();
        buyers(house, from, to);
        doors.join(house.id(), Gate.OVERLAP, STEWARD);
        return house;
    }

    void buyers(House house, int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("%d|Anne|Martin|buyer%d@boite.example||1 rue|69001|Lyon|1970".formatted(i + 1, i));
        }
        stand.buyers(house, lines);
    }

    /** A house of this node, as others name it. */
    Other known(House house) {
        return new Other(identity.self(), house.slug());
    }

    List<String> left(House house) {
        return audit.left(house.id(), 100).stream().map(line -> line.action()).toList();
    }

    Map<String, Long> counts() {
        return stand.register.read(handle -> Map.of(
                "tries",
                handle.createQuery("select coalesce(sum(tries), 0) from overlap_question")
                        .mapTo(Long.class)
                        .one(),
                "blindings",
                handle.createQuery("select count(*) from node_secret where name like 'overlap-blinding%'")
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (overlaps != null) {
            overlaps.close();
            post.close();
        }
        stand.close();
    }
}
