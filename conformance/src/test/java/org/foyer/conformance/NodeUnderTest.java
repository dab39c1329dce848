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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Answer;
import org.foyer.hub.exchange.Ask;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.store.Register;

/**
 * The room exchange with a real register behind the HTTP server of the JDK, and the two endpoints by which the kit makes it ask for
 * something. The kit cannot sign tokens, so who it is is told by a fixed one; that port is tested in the hub.
 */
final class NodeUnderTest implements AutoCloseable {

    static final String SELF = "urn:foyer:node-under-test";
    static final String KIT = "TCK_PARTICIPANT";
    static final String TOKEN = "Bearer the-kit";

    private static final Pace PACE =
            new Pace(Duration.ofMillis(150), Duration.ofMillis(100), Duration.ofSeconds(2), 12, 4, Pace.KEPT);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService hands = Executors.newFixedThreadPool(4);
    private final DataSpace dataSpace;

    NodeUnderTest(Path folder, Script script, int kitPort) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Clock clock = Clock.systemUTC();
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        Participant kit = new Participant(KIT, "Test kit", URI.create("http://127.0.0.1:" + kitPort));
        dataSpace = DataSpace.over(
                register,
                new FixedIdentity(kit),
                script,
                script,
                DataSpace.post(
                        FetchLimits.DEFAULT,
                        Outside.real(Set.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), kitPort)), clock)),
                base(),
                folder.resolve("received"),
                PACE,
                clock);
        for (String test : script.tests()) {
            dataSpace.conversations().keep(agreement(test, clock));
        }
        server.createContext("/", this::answer);
        server.setExecutor(hands);
        server.start();
        dataSpace.begin().run();
    }

    private static Agreement agreement(String test, Clock clock) {
        Side side = test.contains("_C_") ? Side.CONSUMER : Side.PROVIDER;
        return new Agreement(
                Script.agreement(test),
                KIT,
                side,
                Script.dataset(test),
                "{}",
                clock.instant(),
                clock.instant(),
                null,
                null);
    }

    /** Knows the kit alone. */
    private record FixedIdentity(Participant kit) implements Identity {

        @Override
        public String self() {
            return SELF;
        }

        @Override
        public Optional<Participant> sender(String authorization) {
            return TOKEN.equals(authorization) ? Optional.of(kit) : Optional.empty();
        }

        @Override
        public String proofFor(Participant audience) {
            return TOKEN;
        }

        @Override
        public Optional<Participant> find(String id) {
            return id.equals(kit.id()) ? Optional.of(kit) : Optional.empty();
        }
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Answer answer;
        if (path.equals(Protocol.VERSIONS)) {
            answer = dataSpace.protocol().versions();
        } else if (path.startsWith("/trigger/")) {
            answer = triggered(path, JSON.readTree(exchange.getRequestBody()));
        } else if (path.startsWith(Protocol.ROOT + "/")) {
            answer = dataSpace
                    .protocol()
                    .answer(new Ask(
                            exchange.getRequestMethod(),
                            path.substring(Protocol.ROOT.length()),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestBody()));
        } else {
            answer = new Answer(404, "");
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer triggered(String path, JsonNode wish) {
        String provider = wish.path("providerId").textValue();
        String address = wish.path("connectorAddress").textValue();
        Conversations.Outcome outcome = path.endsWith("negotiation")
                ? dataSpace
                        .conversations()
                        .negotiate(
                                provider,
                                address,
                                wish.path("datasetId").textValue(),
                                "{\"@id\":\"" + wish.path("offerId").textValue()
                                        + "\",\"@type\":\"Offer\",\"permission\":[{\"action\":\"use\"}]}")
                : dataSpace
                        .conversations()
                        .transfer(
                                provider,
                                address,
                                wish.path("agreementId").textValue(),
                                wish.path("format").textValue());
        return outcome.objections().isEmpty()
                ? new Answer(200, "{}")
                : new Answer(400, "{\"objections\":" + outcome.objections().size() + "}");
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
        dataSpace.close();
    }
}
