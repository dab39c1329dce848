package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.ChangeMarks;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource.State;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node in a process of its own is followed while it takes imports and takes them back; it is killed, with answers cut off in their
 * middle, and comes back, again and again. The follower has in the end what it shows.
 */
class ServingNodeCrashTest {

    private static final String BASE = "http://" + StubPeer.HOST;
    private static final int KILLS = 4;
    private static final House HOUSE = new House(
            IntakeStand.PARIS,
            "grand-theatre",
            "Grand théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private final Random random = new Random(20261201);
    private int cut;

    /** The node that is followed: tells where it answers, then takes one import after the other, and each third one back. */
    public static final class Serving {

        private Serving() {}

        public static void main(String... arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            try (IntakeStand node = new IntakeStand(folder);
                    StubPeer peer = new StubPeer()) {
                node.intake.settle();
                serve(peer, node);
                Files.writeString(folder.resolve("new-port"), Integer.toString(peer.port()));
                Files.move(folder.resolve("new-port"), folder.resolve("port"));
                for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                    IntakeRunId run = told(node, arguments[1] + "-" + round);
                    if (round % 3 == 2) {
                        node.intake.undo(run, "ada");
                    }
                }
                Thread.sleep(600_000);
            }
        }
    }

    private static void serve(StubPeer peer, IntakeStand node) {
        ChangeFeed feed = new ChangeFeed(node.warehouse, id -> Optional.of(HOUSE), ChangeMarks.of(node.register));
        peer.otherwise(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String after = query == null ? "0-0" : query.replaceFirst("after=", "");
            if (!feed.isOfThis(after)) {
                StubPeer.status(410).to(exchange);
                return;
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            feed.write(Changes.Position.parse(after).orElseThrow(), BASE, BASE + "/api/programme-changes?after=", page);
            StubPeer.body(200, "application/json", page.toString(StandardCharsets.UTF_8))
                    .to(exchange);
        });
    }

    private static IntakeRunId told(IntakeStand node, String round) {
        StringBuilder programme = new StringBuilder("Référence;Titre;Date;Heure;Genre\n");
        for (int day = 1; day < 26; day++) {
            programme.append("r%s-%d;Show %s;%02d/05/2026;20:00;Théâtre\n".formatted(round, day, round, day));
        }
        return Optional.ofNullable(node.run(IntakeStand.PARIS, node.receive("p" + round + ".csv", programme.toString()))
                        .run())
                .orElseThrow();
    }

    private static List<String> shown(IntakeStand node) {
        return node.query("select r.title || ' ' || strftime(p.starts_local, '%Y-%m-%d %H:%M') from shown_performance p"
                + " join production r on r.house = p.house and r.id = p.production where p.house = 1 order by 1");
    }

    /** Hands a question on to the process; its answer is cut off in the middle now and then, and whenever it dies meanwhile. */
    private void handOn(HttpExchange exchange, boolean whole) throws IOException {
        try {
            int port = Integer.parseInt(Files.readString(otherFolder.resolve("port")));
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + exchange.getRequestURI())
                            .toURL()
                            .openConnection();
            asked.setReadTimeout(60_000);
            byte[] answer =
                    asked.getResponseCode() == 200 ? asked.getInputStream().readAllBytes() : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(asked.getResponseCode(), answer.length == 0 ? -1 : answer.length);
            boolean isCut = !whole && answer.length > 0 && random.nextInt(3) == 0;
            cut += isCut ? 1 : 0;
            exchange.getResponseBody().write(answer, 0, isCut ? random.nextInt(answer.length) : answer.length);
        } catch (IOException gone) {
            cut++;
            throw gone; // the connection ends without an answer
        }
    }

    @Test
    void aNodeThatIsKilledWhileItIsFollowedLosesNothing() throws Exception {
        try (PullStand follower = new PullStand(folder)) {
            follower.peer.otherwise(exchange -> handOn(exchange, false));
            for (int kill = 0; kill < KILLS; kill++) {
                Process node = start("k" + kill, 1_000);
                try {
                    if (kill == 0) {
                        follower.added("foyer", "/", Map.of(), null);
                    }
                    long until = System.nanoTime()
                            + Duration.ofMillis(500 + random.nextInt(1_500)).toNanos();
                    Thread killer = new Thread(() -> {
                        try {
                            TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        node.destroyForcibly(); // on Linux a SIGKILL: nothing is tidied up
                    });
                    killer.start();
                    while (node.isAlive()) {
                        follower.pull();
                        follower.later(Duration.ofHours(1));
                    }
                    follower.pull();
                    killer.join();
                } finally {
                    node.destroyForcibly();
                    node.waitFor();
                }
            }
            assertThat(cut).as("answers that were cut off").isPositive();
            Process node = start("last", 3);
            try {
                follower.peer.otherwise(exchange -> handOn(exchange, true));
                TimeUnit.SECONDS.sleep(5);
                State state = State.NEW;
                for (int pull = 0; pull < 30 && state != State.UNCHANGED; pull++) {
                    follower.later(Duration.ofHours(1));
                    state = follower.pull().state();
                }
                assertThat(state).isEqualTo(State.UNCHANGED);
            } finally {
                node.destroyForcibly();
                node.waitFor();
            }
            try (IntakeStand other = new IntakeStand(otherFolder)) {
                other.intake.settle();
                assertThat(shown(follower.node)).hasSizeGreaterThan(25).isEqualTo(shown(other));
            }
        }
    }

    private Process start(String name, int imports) throws Exception {
        Files.deleteIfExists(otherFolder.resolve("port"));
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Serving.class.getName(),
                        otherFolder.toString(),
                        name,
                        Integer.toString(imports))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        for (int wait = 0; wait < 1_200 && !Files.exists(otherFolder.resolve("port")); wait++) {
            assertThat(node.isAlive())
                    .as(Files.readString(folder.resolve("said")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return node;
    }
}
