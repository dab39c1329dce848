package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.intake.internal.IntakeStand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node in a process of its own is killed whenever an agenda has written something for the first time and not answered yet. */
@Timeout(300)
class PublishingCrashTest {

    private static final int SHOWS = 3;
    private static final int STARTS_MAX = 8;

    @TempDir
    Path folder;

    /** Publishes once, and says so when it came to the end. */
    public static final class Node {

        private Node() {}

        public static void main(String... arguments) throws Exception {
            InetAddress here = InetAddress.getByName("127.0.0.1");
            Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
            Outside outside = new Outside(
                    host -> List.of(here),
                    Set.of(new InetSocketAddress(here, Integer.parseInt(arguments[1]))),
                    clock,
                    time -> {},
                    () -> 0.5);
            Path folder = Path.of(arguments[0]);
            try (IntakeStand node = new IntakeStand(folder);
                    HouseAgendas agendas = new HouseAgendas(
                            node.register,
                            node.archive,
                            new WarehouseProgramme(node.warehouse),
                            id -> Optional.of(AgendaStand.HOUSE),
                            new Fetcher(FetchLimits.DEFAULT, outside),
                            clock)) {
                State state = agendas.publish(AgendaStand.HOUSE, "ville", AgendaStand.LONG)
                        .orElseThrow()
                        .state();
                Files.writeString(folder.resolve("ended"), state.name());
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
                        Node.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    @Test
    void whateverIsKilledEverythingIsThereOnce() throws Exception {
        AgendaStub agenda = new OpenAgendaStub();
        AgendaStand stand = new AgendaStand(folder, agenda);
        stand.venue();
        for (int show = 1; show <= SHOWS; show++) {
            stand.show(show, "Show " + show);
            stand.dates(show, "2026-03-0" + show);
        }
        stand.connect();
        stand.agendas.close();
        stand.node.close();
        AtomicReference<Process> running = new AtomicReference<>();
        Set<String> written = new HashSet<>();
        agenda.afterWrite = () -> {
            if (written.add(agenda.writes.get(agenda.writes.size() - 1))) {
                running.get().destroyForcibly(); // on Linux a SIGKILL: nothing is tidied up
            }
        };
        List<Integer> exits = new ArrayList<>();
        for (int started = 0; started < STARTS_MAX && !Files.exists(folder.resolve("ended")); started++) {
            Process child = start(agenda.peer.port());
            running.set(child);
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
            exits.add(child.exitValue());
        }
        agenda.close();
        assertThat(folder.resolve("ended"))
                .as("exits %s, said %s", exits, Files.readString(folder.resolve("said")))
                .hasContent("DONE");
        // the place and each show, each killed once; then nothing is left to write
        assertThat(exits).filteredOn(exit -> exit != 0).hasSize(SHOWS + 1);
        assertThat(agenda.titles()).containsExactly("Show 1", "Show 2", "Show 3");
        assertThat(agenda.writes)
                .as("each show was sent once")
                .filteredOn(line -> line.contains("/events/"))
                .hasSize(SHOWS);
    }
}
