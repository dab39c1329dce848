package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.ChangeMarks;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource.State;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower in a process of its own is killed while it follows, again and again, and has in the end what the other shows. */
class FollowedNodeCrashTest {

    private static final String BASE = "http://" + StubPeer.HOST;
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

    /** A follower: adds the source the first time, then pulls until it is killed. */
    public static final class Following {

        private Following() {}

        public static void main(String... arguments) throws Exception {
            try (IntakeStand node = new IntakeStand(Path.of(arguments[0]));
                    HousePulls sources = sources(node, Integer.parseInt(arguments[1]))) {
                node.intake.settle();
                for (int round = 0; ; round++) {
                    sources.pull(IntakeStand.PARIS, "planning", "ada", Duration.ofMinutes(1));
                    Files.writeString(Path.of(arguments[0], "round"), Integer.toString(round));
                }
            }
        }
    }

    private static HousePulls sources(IntakeStand node, int port) throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        Outside outside = new Outside(
                host -> List.of(here),
                Set.of(new InetSocketAddress(here, port)),
                Clock.systemUTC(),
                time -> {},
                () -> 0.5);
        HousePulls sources = HousePulls.over(
                node.register,
                node.archive,
                node.intake,
                node.data.work(),
                new Fetcher(FetchLimits.of(name -> null), outside),
                Connectors.shipped(),
                Clock.systemUTC());
        sources.add(
                IntakeStand.PARIS,
                new SourceWish("Planning", "foyer", BASE + ":" + port + "/", List.of(), Map.of(), null, 60),
                "ada");
        return sources;
    }

    private static void serve(StubPeer peer, IntakeStand other) {
        ChangeFeed feed = new ChangeFeed(other.warehouse, id -> Optional.of(HOUSE), ChangeMarks.of(other.register));
        StubPeer.Answer pages = exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String after = query == null ? "0-0" : query.replaceFirst("after=", "");
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            feed.write(Changes.Position.parse(after).orElseThrow(), BASE, BASE + "/api/programme-changes?after=", page);
            StubPeer.body(200, "application/json", page.toString(StandardCharsets.UTF_8))
                    .to(exchange);
        };
        peer.on("/api/programme-changes", pages);
        peer.on("/api/programme-changes?*", pages);
    }

    private static IntakeRunId told(IntakeStand other, int round) {
        StringBuilder programme = new StringBuilder("Référence;Titre;Date;Heure;Genre\n");
        for (int day = 13; day < 28; day++) {
            programme.append(
                    "r%d-%d;Show %d;%d/0%d/2026;20:00;Théâtre\n".formatted(round, day, round, day, 1 + round % 9));
        }
        return Optional.ofNullable(
                        other.run(IntakeStand.PARIS, other.receive("p" + round + ".csv", programme.toString()))
                                .run())
                .orElseThrow();
    }

    private static List<String> shown(IntakeStand node) {
        return node.query("select r.title || ' ' || strftime(p.starts_local, '%Y-%m-%d %H:%M') from shown_performance p"
                + " join production r on r.house = p.house and r.id = p.production where p.house = 1 order by 1");
    }

    @Test
    void aFollowerThatIsKilledGoesOnWhereItEnded() throws Exception {
        try (StubPeer peer = new StubPeer();
                IntakeStand other = new IntakeStand(otherFolder)) {
            serve(peer, other);
            IntakeRunId first = told(other, 0);
            for (int round = 1; round <= 4; round++) {
                Files.deleteIfExists(folder.resolve("round"));
                Process child = start(peer.port());
                try {
                    waitForRound(child);
                    told(other, round);
                    if (round == 3) {
                        other.intake.undo(first, "ada");
                    }
                    TimeUnit.MILLISECONDS.sleep(round * 41L);
                } finally {
                    child.destroyForcibly(); // on Linux a SIGKILL: nothing is tidied up
                    child.waitFor();
                }
            }
            try (IntakeStand node = new IntakeStand(folder);
                    HousePulls sources = sources(node, peer.port())) {
                node.intake.settle();
                State state = State.NEW;
                for (int pull = 0; pull < 10 && state != State.UNCHANGED; pull++) {
                    state = sources.pull(IntakeStand.PARIS, "planning", "ada", Duration.ofMinutes(1))
                            .orElseThrow()
                            .state();
                }
                assertThat(state).isEqualTo(State.UNCHANGED);
                assertThat(shown(node)).hasSize(4 * 15).isEqualTo(shown(other));
            }
        }
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Following.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private void waitForRound(Process child) throws Exception {
        for (int wait = 0; wait < 1_200 && !Files.exists(folder.resolve("round")); wait++) {
            assertThat(child.isAlive()).as(said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(folder.resolve("round")).as(said()).exists();
    }

    private String said() throws IOException {
        return Files.exists(folder.resolve("said")) ? Files.readString(folder.resolve("said")) : "";
    }
}
