package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut at any moment of an import, again and again in the same data folder: what was acknowledged is there as a
 * whole, what was not is there as a whole or not at all.
 */
class KillNineIT {

    private static final int KILLS_MIN = 50;
    private static final int ROUNDS_MAX = 100;
    private static final int SIGKILL = 128 + 9;
    private static final String HOUSE = "maison";

    /** Beyond the end of an import at full speed, so that some rounds end and are acknowledged. */
    private static final double REACH = 1.15;

    private static final double LATER = 1.03;
    private static final double SOONER = 0.75;

    @TempDir
    static Path folder;

    private static Path data;

    /** One import of a show that no other import sells. */
    private record Round(String show, int tickets, boolean killed, boolean acknowledged) {}

    @BeforeAll
    static void aHouse() throws Exception {
        data = folder.resolve("data");
        Command.run(data, "house", "add", HOUSE, "--discipline", "THEATRE", "--seats", "400")
                .fine();
    }

    @Test
    void everyAcknowledgedImportIsWholeAndEveryOtherIsWholeOrAbsent() throws Exception {
        long seed = Long.getLong("foyer.seed", System.nanoTime());
        System.out.println("KillNineIT: -Dfoyer.seed=" + seed);
        Random random = new Random(seed);
        List<Round> rounds = new ArrayList<>();
        double nanos = wholeImport(rounds);
        while (rounds.stream().filter(Round::killed).count() < KILLS_MIN) {
            assertThat(rounds.size())
                    .as("rounds, while hardly any was killed in time")
                    .isLessThan(ROUNDS_MAX);
            Round next = round(rounds.size(), random, nanos);
            nanos *= next.killed() ? LATER : SOONER; // the machine may be busier or freer than when it was measured
            rounds.add(next);
        }
        System.out.printf(
                "KillNineIT: %d kills, %d acknowledged%n",
                rounds.stream().filter(Round::killed).count(),
                rounds.stream().filter(Round::acknowledged).count());
        check(rounds);
    }

    /** An import that nobody disturbs, and how long one takes from its first byte in the archive to its end. */
    private static double wholeImport(List<Round> rounds) throws Exception {
        long began = System.nanoTime();
        for (int number = 0; number < 2; number++) {
            Path file = Sales.file(folder.resolve("sales.csv"), show(number), tickets(number));
            Process process = start(file);
            awaitArchive(process, archived());
            began = System.nanoTime();
            assertThat(process.waitFor()).isZero();
            rounds.add(new Round(show(number), tickets(number), false, true));
        }
        return System.nanoTime() - began;
    }

    /** Every fifth is killed while the node opens and settles what the one before left, the others while they import. */
    private static Round round(int number, Random random, double nanos) throws Exception {
        Path file = Sales.file(folder.resolve("sales.csv"), show(number), tickets(number));
        long before = archived();
        Process process = start(file);
        if (number % 5 != 0) {
            awaitArchive(process, before);
        }
        process.waitFor((long) (random.nextDouble() * REACH * nanos), TimeUnit.NANOSECONDS);
        process.destroyForcibly();
        int exit = process.waitFor();
        int engines = Command.clearAwayEngines();
        assertThat(engines).as("engines left unpacked").isLessThanOrEqualTo(number % 5 == 0 ? 1 : 0);
        assertThat(exit).as(Files.readString(folder.resolve("err.txt"))).isIn(0, SIGKILL);
        boolean told = Files.readString(folder.resolve("out.txt")).contains("committed");
        return new Round(show(number), tickets(number), exit == SIGKILL, exit == 0 || told);
    }

    private static Process start(Path file) throws Exception {
        return Command.start(
                Map.of(),
                data,
                folder.resolve("out.txt"),
                folder.resolve("err.txt"),
                "import",
                "--house",
                HOUSE,
                file.toString());
    }

    private static void awaitArchive(Process process, long before) throws Exception {
        while (process.isAlive() && archived() <= before) {
            Thread.sleep(1);
        }
    }

    private static long archived() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("archive"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException moved) {
            return 0; // a partial file got its name meanwhile
        }
    }

    private static String show(int number) {
        return "Coupure " + number;
    }

    private static int tickets(int number) {
        return 1500 + number;
    }

    private static void check(List<Round> rounds) throws Exception {
        String link = Command.run(data, "account", "add", "claire", "--name=Claire")
                .fine()
                .out();
        Command.run(data, "account", "role", "claire", "--house", HOUSE, "--role=steward")
                .fine();
        try (RunningNode node = RunningNode.serve(data)) {
            Api steward = Api.by(node.address(), link);
            Map<String, Long> there = tickets(items(steward, "/performances?season=2025-26&limit=500"));
            Map<String, Long> committed = new TreeMap<>();
            for (JsonNode run : items(steward, "/runs?limit=500")) {
                assertThat(run.path("state").asText()).isIn("COMMITTED", "FAILED");
                assertThat(run.path("taken").asLong())
                        .isEqualTo(run.path("tickets").asLong());
                committed.putAll(tickets(run.path("performances")));
            }
            checkEach(rounds, there);
            assertThat(committed).as("what the reports say").isEqualTo(there);
        }
        String figures = figures();
        Command.run(data, "rebuild").fine();
        assertThat(figures()).isEqualTo(figures);
    }

    private static void checkEach(List<Round> rounds, Map<String, Long> there) {
        Map<String, Long> whole = new TreeMap<>();
        for (Round round : rounds) {
            if (there.containsKey(round.show()) || round.acknowledged()) {
                whole.put(round.show(), (long) round.tickets());
            }
        }
        assertThat(there).as("what was sold, by show").isEqualTo(whole);
    }

    private static JsonNode items(Api steward, String path) throws Exception {
        JsonNode page = steward.get("/api/houses/" + HOUSE + path).is(200).body();
        return page.has("items") ? page.path("items") : page;
    }

    private static Map<String, Long> tickets(JsonNode performances) {
        Map<String, Long> tickets = new TreeMap<>();
        performances.forEach(line ->
                tickets.put(line.path("title").asText(), line.path("tickets").asLong()));
        return tickets;
    }

    private static String figures() throws Exception {
        return Command.run(data, "figures", "--house", HOUSE, "--season=2025-26", "--as-of=2026-06-30")
                .fine()
                .out();
    }
}
