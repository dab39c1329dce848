package org.foyer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node of Foyer and Eclipse EDC 0.15.1, each once as the one that offers and once as the one that asks: catalogue, negotiation,
 * transfer, and the same bytes on the other side. Two of EDC do the same in the same run, for the time that it takes.
 */
class EdcInteropTest {

    private static final int BYTES = 300_000;
    private static final String ASSET = "asset-1";

    /** The first round of a process is slower: classes are loaded. */
    private static final int ROUNDS = 4;

    private static final int OUR_ROUNDS = 21;

    @TempDir
    Path folder;

    private byte[] programme;
    private HttpServer source;
    private EdcPeer edc;
    private InteropNode node;
    private InteropNode other;

    @BeforeEach
    void start() throws Exception {
        programme = new byte[BYTES];
        new Random(1).nextBytes(programme);
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, BYTES);
            exchange.getResponseBody().write(programme);
            exchange.close();
        });
        source.start();
        edc = EdcPeer.start("connector-1", folder);
        edc.offers(ASSET, sourceAddress());
        int[] ports = EdcPeer.freePorts(2);
        node = node("foyer", ports[0], edc.port(), ports[1]);
        other = node("other", ports[1], ports[0]);
        node.knows(edc.name(), edc.root());
    }

    private String sourceAddress() {
        return "http://127.0.0.1:" + source.getAddress().getPort() + "/programme";
    }

    private InteropNode node(String name, int own, int... ports) throws IOException {
        Path dump = Files.write(folder.resolve(name + ".nt.gz"), programme);
        Set<InetSocketAddress> allowed = new java.util.HashSet<>();
        for (int port : ports) {
            allowed.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        return new InteropNode(name, own, folder.resolve(name), dump, allowed);
    }

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
        if (other != null) {
            other.close();
        }
        if (edc != null) {
            edc.close();
        }
        source.stop(0);
    }

    @Test
    void eachAsksTheOtherAndGetsItsFile() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(timed("EDC asks Foyer", () -> edc.bring(node.name(), node.root(), InteropNode.DATASET)));
        assertThat(node.handedOver()).hasSize(ROUNDS).containsOnly(State.STARTED);
        lines.add(timed("Foyer asks EDC", () -> Files.readAllBytes(node.bring(edc.name(), ASSET))));
        other.knows(node.name(), node.root());
        node.knows(other.name(), other.root());
        lines.add(timed(
                "Foyer asks Foyer",
                OUR_ROUNDS,
                () -> Files.readAllBytes(other.bring(node.name(), InteropNode.DATASET))));
        try (EdcPeer second = EdcPeer.start("connector-2", folder)) {
            lines.add(timed("EDC asks EDC", () -> second.bring(edc.name(), edc.root(), ASSET)));
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "edc-interop.txt"), lines);
    }

    private String timed(String who, Callable<byte[]> round) throws Exception {
        return timed(who, ROUNDS, round);
    }

    /** Catalogue, negotiation, transfer and the file, each time anew. */
    private String timed(String who, int rounds, Callable<byte[]> round) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            assertThat(round.call()).isEqualTo(programme);
            millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
        List<Long> warm = millis.subList(1, rounds).stream().sorted().toList();
        return who + ": first " + millis.get(0) + " ms, then " + warm.size() + " rounds: p50 "
                + warm.get((warm.size() - 1) / 2) + " ms, p95 " + warm.get((int) Math.ceil(warm.size() * 0.95) - 1)
                + " ms, worst " + warm.get(warm.size() - 1) + " ms";
    }
}
