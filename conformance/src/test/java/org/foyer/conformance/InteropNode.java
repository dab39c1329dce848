package org.foyer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.internal.RegisterLicences;
import org.foyer.hub.exchange.Answer;
import org.foyer.hub.exchange.Ask;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.Shares;
import org.foyer.hub.exchange.State;
import org.foyer.hub.exchange.internal.ProgrammeOffering;
import org.foyer.hub.exchange.internal.RegisterShares;
import org.foyer.hub.exchange.internal.StandingDecisions;
import org.foyer.hub.exchange.internal.Workings;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Register;

/**
 * A node that shares the programme of a house, with its real register, offering, decisions and audit, behind the HTTP server of the JDK.
 * Whoever says who he is, is believed, since EDC's stand-in for credentials works so; the tokens of Foyer are tested in the hub.
 */
final class InteropNode implements AutoCloseable {

    static final String DATASET = "programme-opera";

    static {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // as the server of a node does; else each answer waits 40 ms
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor STEWARD = Actor.commandLine();

    private final String name;
    private final HttpServer server;
    private final ExecutorService hands = Executors.newFixedThreadPool(4);
    private final Map<String, Participant> known = new ConcurrentHashMap<>();
    private final DataSpace space;
    private final Handover handover;
    private final Path folder;

    /**
     * @param dump what is handed out as the newest file of the programme
     * @param allowed addresses of this machine that may be written to
     */
    InteropNode(String name, int port, Path folder, Path dump, Set<InetSocketAddress> allowed) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(folder);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Clock clock = Clock.systemUTC();
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        Audit audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end")));
        Licences licences = new RegisterLicences(register, audit, clock);
        Houses houses = new RegisterHouses(register, clock, new SecureRandom());
        House house = houses.add(opera());
        Shares shares = new RegisterShares(register, audit, clock);
        licences.say(house, Licences.named("CC-BY-4.0"), STEWARD);
        shares.share(house, true, STEWARD);
        Believing identity = new Believing();
        ProgrammeOffering offering =
                new ProgrammeOffering(houses, shares, () -> new OneDump(dump), () -> licences, audit);
        this.space = DataSpace.over(
                register,
                identity,
                offering,
                new StandingDecisions(register, identity, offering, clock),
                DataSpace.post(FetchLimits.DEFAULT, Outside.real(allowed, clock)),
                base(),
                folder.resolve("received"),
                Pace.DEFAULT,
                clock);
        this.handover = Workings.handover(space.conversations(), offering);
        server.createContext("/", this::answer);
        server.setExecutor(hands);
        server.start();
        space.begin().run();
    }

    private static House opera() {
        return new House(
                new HouseId(1),
                "opera",
                "Opéra",
                Discipline.OPERA,
                900,
                new PostalAddress(null, null, null, null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    void knows(String id, String address) {
        known.put(id, new Participant(id, id, URI.create(address)));
    }

    String name() {
        return name;
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the protocol is spoken. */
    String root() {
        return base() + Protocol.ROOT;
    }

    /** Asks for an agreement about a data set as the catalogue of its provider has it, then for the data. @return the file */
    Path bring(String provider, String dataset) throws InterruptedException, IOException {
        Conversations all = space.conversations();
        Conversations.Told told = all.catalogue(provider);
        if (!told.objections().isEmpty()) {
            throw new AssertionError(told.objections().toString());
        }
        String offer = offer(JSON.readTree(told.json()), dataset);
        String address = known.get(provider).address().toString();
        String talk = begun(all.negotiate(provider, address, dataset, offer)).pid();
        String agreement = waitFor(Kind.NEGOTIATION, talk, State.FINALIZED).agreement();
        String transfer = begun(all.transfer(provider, address, agreement, org.foyer.hub.exchange.SharedDataset.PULL))
                .pid();
        waitFor(Kind.TRANSFER, transfer, State.STARTED);
        Path file = folder.resolve(transfer);
        Conversations.Outcome fetched = all.fetch(transfer, file, null);
        if (!fetched.objections().isEmpty()) {
            throw new AssertionError(fetched.objections().toString());
        }
        waitFor(Kind.TRANSFER, transfer, State.COMPLETED);
        return file;
    }

    /** EDC writes one thing where there is one, and a list where there are more. */
    private static String offer(JsonNode catalogue, String dataset) {
        JsonNode datasets = catalogue.path("dataset");
        for (JsonNode one :
                datasets.isArray() ? datasets : JSON.createArrayNode().add(datasets)) {
            if (one.path("@id").asText().equals(dataset)) {
                JsonNode policies = one.path("hasPolicy");
                return (policies.isArray() ? policies.path(0) : policies).toString();
            }
        }
        throw new AssertionError("no such data set in " + catalogue);
    }

    private static Conversation begun(Conversations.Outcome outcome) {
        return outcome.conversation().orElseThrow(() -> new AssertionError(outcome.objections()));
    }

    private Conversation waitFor(Kind kind, String pid, State state) throws InterruptedException {
        for (int tries = 0; tries < 6_000; tries++) {
            Conversation now = space.conversations().find(kind, pid).orElseThrow();
            if (now.state() == state) {
                return now;
            }
            if (now.state().isFinal() || now.problem() != null) {
                throw new AssertionError(now.state() + " and not " + state + ": " + now.problem());
            }
            Thread.sleep(5);
        }
        throw new AssertionError("never " + state + ": " + space.conversations().find(kind, pid));
    }

    /** How a transfer of the other side stands on this one. */
    List<State> handedOver() {
        return space.conversations().all(0, 100).stream()
                .filter(one -> one.kind() == Kind.TRANSFER)
                .map(Conversation::state)
                .toList();
    }

    /** EDC's stand-in writes a JSON object where a token would be. */
    private final class Believing implements Identity {
        @Override
        public String self() {
            return name;
        }

        @Override
        public Optional<Participant> sender(String authorization) {
            try {
                String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
                return find(JSON.readTree(token).path("clientId").asText());
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public String proofFor(Participant audience) {
            return JSON.createObjectNode()
                    .put("region", "eu")
                    .put("audience", audience.id())
                    .put("clientId", name)
                    .toString();
        }

        @Override
        public Optional<Participant> find(String id) {
            return Optional.ofNullable(known.get(id));
        }
    }

    /** A file of a night; what writes them is tested where it is. */
    private record OneDump(Path file) implements Dumps {
        @Override
        public List<Dump> of(House house) {
            return List.of(new Dump(LocalDate.of(2026, 11, 29), file.toFile().length(), file));
        }

        @Override
        public Optional<Dump> of(House house, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Written write(String base, int days) {
            return new Written(0, 0, List.of());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String data = Protocol.ROOT + "/data/";
        if (path.startsWith(data)) {
            Optional<Handover.Handed> handed = handover.hand(path.substring(data.length()), authorization);
            exchange.sendResponseHeaders(
                    handed.isPresent() ? 200 : 403,
                    handed.map(Handover.Handed::bytes).orElse(-1L));
            if (handed.isPresent()) {
                Files.copy(handed.get().file(), exchange.getResponseBody());
            }
            exchange.close();
            return;
        }
        Answer answer = path.startsWith(Protocol.ROOT + "/")
                ? space.protocol()
                        .answer(new Ask(
                                exchange.getRequestMethod(),
                                path.substring(Protocol.ROOT.length()),
                                authorization,
                                exchange.getRequestBody()))
                : path.equals(Protocol.VERSIONS) ? space.protocol().versions() : new Answer(404, "");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
        space.close();
    }
}
