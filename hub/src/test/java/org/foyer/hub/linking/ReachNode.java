package org.foyer.hub.linking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.NodeReach;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.exchange.internal.reach.NetworkReach;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachPool;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.SketchingSides;

/** A node with stores, a key and a port of its own, which gives sketches and counts for others over HTTP. */
final class ReachNode implements AutoCloseable {

    static final Actor STEWARD = Actor.commandLine();

    private static final OverlapPace PACE =
            new OverlapPace(Duration.ofMillis(20), 2, Duration.ofSeconds(60), Duration.ofMinutes(5));

    private static final FetchLimits LIMITS =
            FetchLimits.of(name -> name.equals("FOYER_FETCH_SECONDS_MAX") ? "10" : null);

    /** What stands between the wire and the node. */
    interface Between {
        /** @return null when the answer is lost */
        Reply at(Step step, NodeReach node) throws InterruptedException;
    }

    /** A step as it came. */
    record Step(String caller, String name, String promise, int number, byte[] body) {
        Reply to(NodeReach node) {
            return node.answer(caller, name, promise, number, body);
        }

        Step with(byte[] other) {
            return new Step(caller, name, promise, number, other);
        }
    }

    final BuyerStand stand;
    final RegisterAudit audit;
    final Gate doors;
    final ReachGate gate;
    final ReachPool pool;
    final Participants participants;
    final SignedIdentity identity;
    final NodeKey key;
    volatile Between between = Step::to;
    NodeReach reach;
    Post post;
    final AgreedByAll agreed = new AgreedByAll();
    private final Clock clock;
    private final RegisterHouses houses;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<InetSocketAddress> allowed = new HashSet<>();

    ReachNode(Path folder, Clock clock) throws IOException {
        this.clock = clock;
        this.stand = new BuyerStand(Files.createDirectories(folder));
        this.houses = new RegisterHouses(stand.register, clock, new SecureRandom());
        this.audit = new RegisterAudit(stand.register, clock, new AuditEnd(folder.resolve("audit.end")));
        this.doors = new DisclosureGate(stand.register, clock, new SecureRandom(), houses, audit);
        this.gate = new ReachGate(stand.register, clock, doors, agreed, audit);
        this.pool = new ReachPool(stand.register, clock);
        this.participants = new RegisterParticipants(stand.register, audit, clock);
        this.key = NodeKey.in(folder.resolve("node"));
        this.identity = new SignedIdentity(stand.register, participants, key, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dsp/2025-1/reach/", this::hear);
        server.setExecutor(threads);
        server.start();
    }

    /** All know each other, with keys that were exchanged, and count for each other. */
    static void acquaint(List<ReachNode> nodes) {
        for (ReachNode one : nodes) {
            nodes.stream().filter(other -> other != one).forEach(one::knows);
            one.start(true, LIMITS);
        }
    }

    private void knows(ReachNode other) {
        List<String> problems =
                participants.add(other.identity.self(), "Node", other.root(), other.key.open(), STEWARD);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        allowed.add(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), other.server.getAddress().getPort()));
    }

    /** Opens what counts, as it is after a start. */
    void start(boolean serves, FetchLimits limits) {
        if (reach != null) {
            reach.close();
            post.close();
        }
        post = DataSpace.post(limits, Outside.real(allowed, clock));
        Sketching sketching = new Sketching(() -> stand.warehouse, stand.register, clock, doors::takesPart);
        reach = NetworkReach.over(
                identity,
                post,
                new SketchingSides(() -> sketching),
                gate,
                pool,
                houses,
                serves,
                PACE,
                Clock.systemUTC());
    }

    void patient() {
        start(true, LIMITS);
    }

    void impatient() {
        start(true, FetchLimits.of(name -> name.equals("FOYER_FETCH_SECONDS_MAX") ? "1" : null));
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/dsp/2025-1";
    }

    String self() {
        return identity.self();
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
            Reply reply = between.at(step, reach);
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
        stand.change(house, """
            insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line)
            select house, i + 1, personal.sealed(house, all_said), false, i + 1, 1, 1
            from (select ?::smallint as house, i, ['ref-' || i, 'Martin', 'Anne', 'buyer' || i || '@boite.example',
                null, '1 rue', '69001', 'Lyon', 'FR', null] as all_said
              from range(%d, %d) as people (i)) as made
            """.formatted(from, to));
    }

    /** As others know it. */
    String known(House house) {
        return self() + "/" + house.slug();
    }

    List<String> left(House house) {
        return audit.left(house.id(), 100).stream()
                .map(line -> line.action() + " " + line.detail())
                .filter(line -> line.contains(gate.period()))
                .toList();
    }

    /** Sets that a house promised to this node in the period. */
    long promises(String known) {
        return stand.register.read(handle -> handle.createQuery(
                        "select count(*) from reach_points where asker = :house and period = :period")
                .bind("house", known)
                .bind("period", gate.period())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (reach != null) {
            reach.close();
            post.close();
        }
        stand.close();
    }
}
