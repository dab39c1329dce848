package org.foyer.hub.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    static Path folder;

    private static SimulatedNetwork network;
    private static Path out;

    @BeforeAll
    static void simulate() {
        out = folder.resolve("first");
        network = Simulator.simulate(plan(1789, out), SimulationProgress.NONE);
    }

    private static SimulationPlan plan(long seed, Path to) {
        return new SimulationPlan(9, 40_000, seed, TODAY, 4, to);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Simulator.simulate(plan(1789, again), SimulationProgress.NONE);
        assertThat(digests(again)).isEqualTo(digests(out));
    }

    @Test
    void anotherSeedGivesOtherSales() throws IOException {
        Path other = folder.resolve("other");
        Simulator.simulate(plan(1790, other), SimulationProgress.NONE);
        String sales = "theatre-des-quatre-vents/sales-2024-25.csv";
        assertThat(digests(other).get(sales)).isNotEqualTo(digests(out).get(sales));
    }

    private static Map<String, String> digests(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(root.relativize(file).toString().replace('\\', '/'), digest(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theNetworkFileTellsWhatWasWritten() throws IOException {
        assertThat(SimulatedNetwork.read(out)).isEqualTo(network);
        assertThat(network.simulated()).isTrue();
        assertThat(network.houses()).hasSize(9).allSatisfy(house -> {
            assertThat(house.name()).endsWith("(simulé)");
            assertThat(house.address().isComplete()).isTrue();
            assertThat(house.files())
                    .allSatisfy(file -> assertThat(out.resolve(file.path())).isRegularFile());
        });
        assertThat(network.houses().stream().map(SimulatedHouse::tool))
                .contains("french-csv", "english-csv", "latin-tab", "xlsx", "pretix");
        assertThat(Files.readString(out.resolve("README.md"))).contains("simulated", "1789");
    }

    @Test
    void thereAreAtLeastAsManyLinesAsAskedFor() {
        long lines = network.houses().stream().mapToLong(SimulatedHouse::lines).sum();
        assertThat(lines).isBetween(40_000L, 60_000L);
    }

    @Test
    void progressNeverGoesBackAndEndsAtAllLines() {
        AtomicLong last = new AtomicLong();
        SimulationPlan plan = new SimulationPlan(2, 5_000, 3, TODAY, 2, folder.resolve("progress"));
        Simulator.simulate(plan, (written, expected) -> {
            assertThat(written).isGreaterThanOrEqualTo(last.get());
            last.set(written);
        });
        assertThat(last.get()).isGreaterThan(2_000);
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() {
        assertThatThrownBy(() -> Simulator.simulate(plan(1789, out), SimulationProgress.NONE))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPlanOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new SimulationPlan(0, 1_000, 1, TODAY, 4, out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SimulationPlan(201, 1_000, 1, TODAY, 4, out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pretixOrdersTellTheirPresentState() throws IOException {
        SimulatedHouse house = house("la-fabrique-a-brume");
        ObjectMapper json = new ObjectMapper();
        Set<String> codes = new HashSet<>();
        for (SimulatedFile file : house.files()) {
            if (file.kind() == SimulatedFile.Kind.PRESENT_STATE) {
                JsonNode list = json.readTree(out.resolve(file.path()).toFile());
                assertThat(list.get("count").asInt())
                        .isEqualTo(list.get("results").size());
                long positions = 0;
                long tickets = 0;
                for (JsonNode order : list.get("results")) {
                    assertThat(codes.add(order.get("code").asText())
                                    || file.path().contains("nightly"))
                            .isTrue();
                    boolean paid = order.get("status").asText().equals("p");
                    for (JsonNode position : order.get("positions")) {
                        positions++;
                        tickets += paid && !position.get("canceled").asBoolean() ? 1 : 0;
                    }
                }
                assertThat(positions).isEqualTo(file.lines());
                assertThat(tickets).isEqualTo(file.tickets());
            }
        }
        assertThat(codes).hasSizeGreaterThan(100);
    }

    @Test
    void pretixDatesHaveTheNumbersThatOrdersUse() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<Integer> dates = new HashSet<>();
        json.readTree(out.resolve("la-fabrique-a-brume/subevents.json").toFile())
                .get("results")
                .forEach(date -> dates.add(date.get("id").asInt()));
        json.readTree(out.resolve("la-fabrique-a-brume/orders-2024-25.json").toFile())
                .get("results")
                .forEach(order -> order.get("positions")
                        .forEach(position -> assertThat(dates)
                                .contains(position.get("subevent").asInt())));
    }

    @Test
    void theSpreadsheetHasTypedCells() throws IOException {
        SimulatedHouse house = house("le-petit-plateau");
        SimulatedFile sales = house.files().stream()
                .filter(file -> "2024-25".equals(file.season()))
                .findFirst()
                .orElseThrow();
        try (InputStream in = Files.newInputStream(out.resolve(sales.path()));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize((int) sales.lines() + 1);
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.STRING);
        }
    }

    private static SimulatedHouse house(String slug) {
        return network.houses().stream()
                .filter(house -> house.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
