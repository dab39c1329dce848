package org.foyer.hub.exchange.internal;

import static org.foyer.hub.fetching.StubPeer.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.foyer.hub.fetching.StubPeer;

/** What no peer that keeps to any protocol answers. Each comes with the status of success, the worst that garbage can have. */
public final class GarbageReplies {

    private static final int DEEP = 100_000;
    private static final int UNPACKED_BYTES = 64 << 20;
    private static final int WRITTEN_BYTES = 64 << 10;

    /** Bytes that the endless answers got rid of, all together. */
    public final AtomicLong written = new AtomicLong();

    /** By name, in the order in which they are tried. */
    public Map<String, StubPeer.Answer> all() {
        Map<String, StubPeer.Answer> all = new LinkedHashMap<>();
        all.put("a page", body(200, "text/html", "<!doctype html><title>Willkommen</title><p>It works!"));
        all.put("nothing", body(200, "application/json", ""));
        all.put("cut off", body(200, "application/json", "{\"providerPid\":\"p-1\",\"state\":\"REQ"));
        all.put("a list", body(200, "application/json", "[{\"providerPid\":\"p-1\"},{\"dataset\":[]}]"));
        all.put("another shape", body(200, "application/json", "{\"providerPid\":{\"@id\":[1,null]},\"dataset\":7}"));
        all.put("only null", body(200, "application/json", "null"));
        all.put("numbers", body(200, "application/json", "{\"providerPid\":1e999,\"from\":NaN,\"willing\":-Infinity}"));
        all.put("twice", body(200, "application/json", "{\"providerPid\":\"p-1\",\"providerPid\":\"p-2\"}"));
        all.put("deep", body(200, "application/json", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        all.put("no text", body(200, "application/json; charset=utf-16", "\u0000\u0001\ufffe{}\ud800"));
        all.put("no name", body(200, "application/json", "{\"providerPid\":\"\\u0000\\ud800 \\u202e\"}"));
        all.put("a long name", body(200, "application/json", "{\"providerPid\":\"" + "p".repeat(60_000) + "\"}"));
        all.put("another packing", body(200, "application/json", "{}", "Content-Encoding", "br"));
        all.put("no packing", body(200, "application/json", "{}", "Content-Encoding", "gzip"));
        all.put("a bomb", bomb());
        all.put("endless", endless(null));
        all.put("endless in another packing", endless("zstd"));
        all.put("elsewhere", body(302, "text/html", "", "Location", "http://169.254.169.254/"));
        all.put("another protocol", exchange -> {
            exchange.sendResponseHeaders(204, -1);
        });
        all.put("hung up", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close();
        });
        all.put("silence", exchange -> {
            try {
                Thread.sleep(Duration.ofSeconds(20).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return all;
    }

    private static StubPeer.Answer bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"providerPid\":\"".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[UNPACKED_BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        };
    }

    /** Ten gigabytes, for whoever reads them. */
    private StubPeer.Answer endless(String packing) {
        return exchange -> {
            if (packing != null) {
                exchange.getResponseHeaders().set("Content-Encoding", packing);
            }
            exchange.sendResponseHeaders(200, 10_000_000_000L);
            OutputStream out = exchange.getResponseBody();
            byte[] some = "{\"a\":[[[[".repeat(WRITTEN_BYTES / 9).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(some);
                written.addAndGet(some.length);
            }
        };
    }
}
