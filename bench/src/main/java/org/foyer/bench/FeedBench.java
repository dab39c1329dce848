package org.foyer.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;

/**
 * The feed of changes of a serving node: read page by page by a plain client, followed by a second node that takes what it reads into its
 * own programme, and beside both the same bytes out of a file. All on loopback of one machine.
 */
final class FeedBench {

    private static final int ENTRIES = (int) Sizes.number("FOYER_BENCH_FEED", 100_000);
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration PULL_MAX = Duration.ofMinutes(30);
    private static final int EVERY_MINUTES = 1_440;
    private static final String FEED = "/api/programme-changes";

    private final Path work;
    private final Report report;
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    FeedBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path first = work.resolve("feed-first");
        Path second = work.resolve("feed-second");
        Path pages = work.resolve("feed.json");
        fill(first);
        int port = StartBench.freePort();
        Process serving = new ProcessBuilder("./foyer", "serve", "--data", first.toString(), "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            StartBench.awaitPage(port, serving, START_MAX);
            double[] read = new double[Sizes.ROUNDS];
            double[] beside = new double[Sizes.ROUNDS];
            double[] followed = new double[Sizes.ROUNDS];
            for (int round = 0; round < Sizes.ROUNDS; round++) {
                read[round] = ENTRIES / Stopwatch.seconds(() -> require(read(port, pages)));
                beside[round] = ENTRIES / Stopwatch.seconds(() -> require(readFile(pages)));
                followed[round] = ENTRIES / followed(second, port);
            }
            write(Files.size(pages), read, beside, followed);
        } finally {
            serving.destroy();
            if (!serving.waitFor(20, TimeUnit.SECONDS)) {
                serving.destroyForcibly();
            }
        }
        BenchNode.delete(first);
        BenchNode.delete(second);
        Files.deleteIfExists(pages);
    }

    private void write(long bytes, double[] read, double[] beside, double[] followed) throws IOException {
        report.write(
                "Feed of changes",
                ("%,d changes of performances, %,d MB of JSON in pages of 500, from one serving node; read to its end by a plain client and by"
                                + " a second node. Beside it the same bytes out of a file, parsed as the client parses them.")
                        .formatted(ENTRIES, bytes / 1_000_000),
                List.of(
                        new Report.Line(
                                "read by a client",
                                new Sample(read),
                                "entries/s",
                                "file: " + new Sample(beside),
                                "none set"),
                        new Report.Line(
                                "followed by a second node, taken into its programme",
                                new Sample(followed),
                                "entries/s",
                                "",
                                "none set")));
    }

    private void fill(Path folder) throws Exception {
        BenchNode.delete(folder);
        Path sheet = work.resolve("feed.csv");
        JsonLdBench.writeSheet(sheet, ENTRIES);
        try (Node node = BenchNode.open(folder)) {
            House house = node.houses().add(BenchNode.house("first"));
            BenchNode.load(node, house.id(), sheet);
            BenchNode.requirePerformances(node, house, ENTRIES);
        }
        Files.delete(sheet);
    }

    private static void require(int entries) {
        if (entries != ENTRIES) {
            throw new IllegalStateException("the feed told " + entries + " changes, not " + ENTRIES);
        }
    }

    /** Entries of the feed, whose pages are kept in a file one after the other. */
    private int read(int port, Path pages) throws Exception {
        int entries = 0;
        String address = "http://127.0.0.1:" + port + FEED;
        try (OutputStream out = Files.newOutputStream(pages)) {
            while (true) {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(address + " answers " + answer.statusCode());
                }
                JsonNode page = mapper.readTree(answer.body());
                if (page.path("items").isEmpty()) {
                    return entries;
                }
                entries += page.path("items").size();
                out.write(answer.body());
                address = page.path("next").asText();
            }
        }
    }

    private int readFile(Path pages) throws IOException {
        int entries = 0;
        try (JsonParser parser = mapper.createParser(pages.toFile())) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode page = mapper.readTree(parser);
                entries += page.path("items").size();
            }
        }
        return entries;
    }

    /** Seconds in which a new node has followed the feed to its end. */
    private static double followed(Path folder, int port) throws Exception {
        BenchNode.delete(folder);
        NodeSettings settings =
                NodeSettings.of(folder, System::getenv).allowing(Set.of(new InetSocketAddress("127.0.0.1", port)));
        try (Node node = Node.open(settings)) {
            House house = node.houses().add(BenchNode.house("second"));
            String slug = added(node, house, port);
            double seconds = Stopwatch.seconds(() -> pullToTheEnd(node, house, slug));
            BenchNode.requirePerformances(node, house, ENTRIES);
            return seconds;
        }
    }

    private static String added(Node node, House house, int port) {
        var outcome = node.sources()
                .add(
                        house.id(),
                        new SourceWish(
                                "first",
                                "foyer",
                                "http://127.0.0.1:" + port,
                                List.of("127.0.0.1"),
                                Map.of(),
                                null,
                                EVERY_MINUTES),
                        "bench");
        if (outcome.kept() == null) {
            throw new IllegalStateException("the source was refused: " + outcome.problems());
        }
        return outcome.kept().slug();
    }

    /** A pull reads 100 pages at most; the next goes on behind them. */
    private static void pullToTheEnd(Node node, House house, String slug) {
        List<PulledSource.State> states = new ArrayList<>();
        do {
            PulledSource source =
                    node.sources().pull(house.id(), slug, "bench", PULL_MAX).orElseThrow();
            if (source.problem() != null || source.state() == PulledSource.State.HELD) {
                throw new IllegalStateException(source.state() + " " + source.problem());
            }
            states.add(source.state());
        } while (states.get(states.size() - 1) == PulledSource.State.TAKEN);
    }
}
