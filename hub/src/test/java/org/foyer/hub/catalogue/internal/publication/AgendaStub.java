package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.fetching.StubPeer;
import org.jspecify.annotations.Nullable;

/** An agenda on this machine, written from the documents of the real one: it takes only what that would take, and fails as it is told. */
abstract class AgendaStub implements AutoCloseable {

    static final String SECRET = "s3cret-4711";
    static final ObjectMapper JSON = new ObjectMapper();

    /** Status and body of an answer. */
    record Told(int status, String body, String... headers) {}

    /** What is told instead of the answer, once. */
    private record Fault(Predicate<String> on, Told told, boolean isDoneAllTheSame) {}

    final StubPeer peer = new StubPeer();

    /** What stands there, by our own name for it. */
    final Map<String, JsonNode> events = Collections.synchronizedMap(new TreeMap<>());

    /** Everything that was written there, in order. */
    final List<String> writes = Collections.synchronizedList(new ArrayList<>());

    /** How often a token was given. */
    int logins;

    /** Calls with the present token until it runs out. */
    int callsOfToken = Integer.MAX_VALUE;

    /** Whoever comes, with whatever token. */
    boolean isBarred;

    /** Called once something was written, before that is answered. */
    Runnable afterWrite = () -> {};

    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());

    AgendaStub() {
        peer.otherwise(this::handle);
    }

    abstract AgendaWish wish();

    abstract String kind();

    abstract String titleOf(JsonNode event);

    /** What is wrong in words of the agenda, for a refusal. */
    abstract Told refusal(String words);

    /** Answers one request that needs a token. */
    abstract Told answer(String method, String path, @Nullable String query, JsonNode body) throws IOException;

    /** Answers a form with parts, its body by bytes; null when it is none. */
    @Nullable
    Told form(String method, String path, String type, String body) {
        return null;
    }

    /** Answers a request for a token; null when it is none. */
    abstract @Nullable Told login(String method, String path, String type, String body) throws IOException;

    abstract boolean isLetIn(HttpExchange exchange);

    /** Tells something else instead, once, and does nothing of what was asked. */
    void instead(String request, Told told) {
        faults.add(new Fault(line -> line.matches(request), told, false));
    }

    /** Does what was asked, and tells something else, once. */
    void doneBut(String request, Told told) {
        faults.add(new Fault(line -> line.matches(request), told, true));
    }

    final String token() {
        return "token-" + logins;
    }

    final Told newToken() {
        logins++;
        callsOfToken = callsOfToken <= 0 ? Integer.MAX_VALUE : callsOfToken;
        return new Told(200, "{\"access_token\": \"" + token() + "\", \"expires_in\": 3600}");
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        boolean parts = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .startsWith("multipart/");
        String body = new String(bytes, parts ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        Told told = told(exchange, body);
        StubPeer.body(told.status(), "application/json", told.body(), told.headers())
                .to(exchange);
    }

    private Told told(HttpExchange exchange, String body) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        Told login = login(method, path, type, body);
        if (login != null) {
            return login;
        }
        String line = method + " " + path;
        Fault fault =
                faults.stream().filter(one -> one.on().test(line)).findFirst().orElse(null);
        if (fault != null) {
            faults.remove(fault);
            if (!fault.isDoneAllTheSame()) {
                return fault.told();
            }
        }
        if (isBarred || !isLetIn(exchange) || callsOfToken-- <= 0) {
            return new Told(401, "{\"message\": \"token\"}");
        }
        Told form = form(method, path, type, body);
        if (form != null) {
            if (form.status() < 300) {
                writes.add(line);
                afterWrite.run();
            }
            return fault == null ? form : fault.told();
        }
        if (!body.isEmpty() && !type.equals("application/json")) {
            return new Told(415, "{\"message\": \"type " + type + "\"}");
        }
        JsonNode json = body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        Told answer = answer(method, path, exchange.getRequestURI().getRawQuery(), json);
        if (!method.equals("GET") && answer.status() < 300) {
            writes.add(line);
            afterWrite.run();
        }
        return fault == null ? answer : fault.told();
    }

    /** Titles of what stands there, in order. */
    List<String> titles() {
        return events.values().stream().map(this::titleOf).sorted().toList();
    }

    @Override
    public void close() {
        peer.close();
    }
}
