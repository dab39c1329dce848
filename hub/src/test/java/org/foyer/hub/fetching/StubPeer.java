package org.foyer.hub.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A tool of the network, on this machine: answers each path with what it was told, in turn, the last answer for good. It is
 * known as {@code peer.example}.
 */
public final class StubPeer implements AutoCloseable {

    public static final String HOST = "peer.example";

    /** Writes an answer. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked. */
    public record Asked(String path, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "peer");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private volatile Answer otherwise = status(404);
    public final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    public final List<Duration> pauses = new ArrayList<>();
    public final Map<String, String> names = new HashMap<>(Map.of(HOST, "127.0.0.1"));
    public Instant now = Instant.parse("2026-03-01T08:00:00Z");

    public StubPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI at(String path) {
        return URI.create("http://" + HOST + ":" + port() + path);
    }

    /** Answers a path, with its query, in turn; with {@code ?*} whatever its query is. */
    public StubPeer on(String path, Answer... inTurn) {
        answers.put(path, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    public StubPeer on(String path, String json) {
        return on(path, body(200, "application/json", json));
    }

    /** Answers whatever no path was told for. */
    public StubPeer otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    public static Answer body(int status, String type, String text, String... headers) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    public static Answer status(int status, String... headers) {
        return body(status, "text/plain", "", headers);
    }

    /** Writes the same bytes for ever. */
    public static Answer endless(Duration between) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] some = new byte[between.isZero() ? 1 << 16 : 1];
            while (true) {
                out.write(some);
                out.flush();
                try {
                    Thread.sleep(between.toMillis());
                } catch (InterruptedException e) {
                    return;
                }
            }
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(path, headers));
            Deque<Answer> found = answers.getOrDefault(
                    path, answers.getOrDefault(path.replaceFirst("\\?.*", "?*"), new ArrayDeque<>()));
            Answer answer = found.size() > 1 ? found.poll() : found.peek();
            (answer == null ? otherwise : answer).to(exchange);
        }
    }

    public List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    /** The world in which this peer lives: time passes only while somebody waits. */
    public Outside outside() {
        return new Outside(
                host -> {
                    String address = names.get(host);
                    if (address == null) {
                        throw new java.net.UnknownHostException(host);
                    }
                    return List.of(InetAddress.getByName(address));
                },
                Set.of(new InetSocketAddress("127.0.0.1", port())),
                clock(),
                time -> {
                    pauses.add(time);
                    now = now.plus(time);
                },
                () -> 1.0);
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
