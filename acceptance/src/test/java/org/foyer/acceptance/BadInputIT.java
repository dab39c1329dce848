package org.foyer.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.acceptance.Sales.HEADER;
import static org.foyer.acceptance.Sales.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody should send, and that somebody will: each is answered clearly and none is half taken. */
class BadInputIT {

    private static final String HOUSE = "maison";
    private static final int BYTES_MAX = 4_000_000;
    private static final String TOO_LONG =
            "The file is longer than the " + BYTES_MAX + " bytes that this node accepts.";

    @TempDir
    static Path folder;

    private static RunningNode node;
    private static Api steward;

    /**
     * A bad file and what is answered.
     *
     * @param status 422 when nothing of it is taken, 201 otherwise
     * @param taken rows that are taken all the same
     * @param quarantined rows that wait
     * @param codes stable codes that must be told, of the file or of its rows
     */
    record Bad(String name, byte[] content, int status, long taken, long quarantined, List<String> codes) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void aHouse() throws Exception {
        Path data = folder.resolve("data");
        Command.run(data, "house", "add", HOUSE, "--discipline=THEATRE", "--seats=400")
                .fine();
        node = RunningNode.serve(Map.of("FOYER_FILE_BYTES_MAX", Integer.toString(BYTES_MAX)), data);
        Api operator = Api.by(node.address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire"))
                .is(201)
                .body()
                .path("link")
                .asText();
        operator.post("/api/houses/" + HOUSE + "/members", Map.of("login", "claire", "role", "steward"))
                .is(200);
        steward = Api.by(node.address(), link);
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
    }

    @ParameterizedTest
    @MethodSource
    void isAnsweredClearlyAndNothingIsLost(Bad bad) throws Exception {
        long before = ticketsKept();
        Path file = Files.write(folder.resolve(bad.name()), bad.content());

        JsonNode rehearsed = steward.give(HOUSE, true, List.of(file)).body();
        JsonNode report =
                steward.give(HOUSE, false, List.of(file)).is(bad.status()).body();

        assertThat(codes(report))
                .as(report.toPrettyString())
                .containsAll(bad.codes())
                .doesNotContain("run-broke-off");
        assertThat(report.path("state").asText()).isEqualTo(bad.status() == 422 ? "FAILED" : "COMMITTED");
        assertThat(report.path("taken").asLong()).as(report.toPrettyString()).isEqualTo(bad.taken());
        assertThat(report.path("quarantined").asLong())
                .as(report.toPrettyString())
                .isEqualTo(bad.quarantined());
        assertThat(report.path("read").asLong()).isEqualTo(bad.taken() + bad.quarantined());
        assertThat(rehearsed.path("taken")).isEqualTo(report.path("taken"));
        assertThat(codes(rehearsed)).isEqualTo(codes(report));
        assertThat(ticketsKept() - before).isEqualTo(report.path("tickets").asLong());
    }

    static Stream<Bad> isAnsweredClearlyAndNothingIsLost() {
        return Stream.of(files(), rows(), oddButRight()).flatMap(all -> all);
    }

    /** Files that are refused as a whole. */
    private static Stream<Bad> files() {
        String good = HEADER + sale("whole", 1, "16,00") + sale("whole", 2, "16,00");
        return Stream.of(
                refused(
                        "a-pdf.csv",
                        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n".getBytes(ISO_8859_1),
                        "file-not-a-table"),
                refused("one-column.csv", utf8("Spectacle\nMacbeth\nLorenzaccio\n"), "one-column"),
                refused("empty.csv", new byte[0], "file-empty"),
                refused("header-only.csv", utf8(HEADER), "no-rows"),
                refused("truncated.csv", utf8(good + "13/09/2025 14:48;C3;\"B3"), "file-truncated"),
                refused("truncated.json", utf8("{\"event\": {\"orders\": [{\"code\": \"A\", "), "json-broken"),
                refused("deep.json", utf8("[".repeat(10_000) + "]".repeat(10_000)), "json-too-deep"),
                refused("tariffs.csv", utf8(manyTariffs()), "too-many-tariffs"));
    }

    /** Files of which single rows wait; each holds one good row before the bad one. */
    private static Stream<Bad> rows() {
        return Stream.of(
                waits("no-such-day", sale("day", 2, "16,00").replace("13/09/2025", "31/02/2025"), "date-impossible"),
                waits("nan", sale("nan", 2, "NaN"), "amount-unreadable"),
                waits("nul", sale("n\0ul", 2, "16,00"), "nul-byte"),
                waits("year-1842", sale("1842", 2, "16,00").replace("13/01/2026", "13/01/1842"), "date-out-of-range"),
                waits("year-2199", sale("2199", 2, "16,00").replace("13/01/2026", "13/01/2199"), "date-out-of-range"),
                new Bad(
                        "quote.csv",
                        utf8(HEADER
                                + sale("quote", 1, "16,00")
                                + sale("quote", 2, "16,00").replace("Plein tarif", "\"Plein tarif")
                                + sale("quote", 3, "16,00")),
                        201,
                        2,
                        1,
                        List.of("quote-not-closed")),
                new Bad(
                        "negative-seats.csv",
                        utf8("Opération;N° billet;Spectacle;Date séance;Date opération;Quantité;Montant TTC\n"
                                + "Vente;S1;Sièges;13/01/2026 20:00;13/09/2025 10:00;1;16,00\n"
                                + "Vente;S2;Sièges;13/01/2026 20:00;13/09/2025 10:00;-3;16,00\n"),
                        201,
                        1,
                        1,
                        List.of("quantity-negative")),
                new Bad(
                        "mixed-encodings.csv",
                        joined(
                                utf8(HEADER + sale("é mêlé", 1, "16,00")),
                                sale("é mêlé", 2, "16,00").getBytes(ISO_8859_1)),
                        201,
                        1,
                        1,
                        List.of("encoding-mixed")));
    }

    /** Files that look wrong and are right. */
    private static Stream<Bad> oddButRight() {
        String amounts = HEADER + sale("a", 1, "1.234,5") + sale("a", 2, "−0,00") + sale("a", 3, "12,50");
        String groups = "Vente;;;;Séance;;;;\n" + HEADER + sale("groups", 1, "16,00") + sale("groups", 2, "16,00");
        return Stream.of(
                new Bad("emoji.csv", utf8(HEADER + sale("Fête 🎭 d'été", 1, "16,00")), 201, 1, 0, List.of()),
                new Bad("amounts.csv", utf8(amounts), 201, 3, 0, List.of()),
                new Bad("two-headers.csv", utf8(groups), 201, 2, 0, List.of("title-lines-skipped")),
                new Bad("merged.xlsx", Sheet.mergedWithFormulas(), 201, 2, 0, List.of("cells-merged")));
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsKept() throws Exception {
        byte[] tooLong = new byte[BYTES_MAX + 1];
        assertThat(steward.upload(HOUSE, "long.csv", tooLong).is(413).code()).isEqualTo("file-too-large");

        Path sparse = folder.resolve("two-gigabytes.csv");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        Path own = folder.resolve("own");
        Command.run(own, "house", "add", HOUSE, "--discipline=THEATRE", "--seats=400")
                .fine();
        Command.Answer refused = Command.run(
                        Map.of("FOYER_FILE_BYTES_MAX", "4000000"), own, "import", "--house", HOUSE, sparse.toString())
                .ended(3);
        assertThat(refused.err()).contains("longer than the 4000000 bytes");
        try (Stream<Path> kept = Files.walk(own.resolve("archive"))) {
            assertThat(kept.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aFileOverTheLimitIsToldOfOnThePageBeforeItIsSent() throws Exception {
        try (Window window = new Window();
                Page page = window.open("en-GB", window.signIn(node.address(), "claire"))) {
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(request.method()));
            page.navigate(node.address() + "/h/" + HOUSE + "/import");
            page.setInputFiles("#file", tooLongFile());
            assertThat(page.locator("[role=alert]").innerText()).contains(TOO_LONG);

            page.locator("main form button").click();

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("file");
            assertThat(page.locator("#file").getAttribute("aria-describedby"))
                    .contains(page.locator("[role=alert]").getAttribute("id"));
            assertThat(sent).doesNotContain("POST");
            assertThat(window.look(page, "import-too-long-en-1280")).isEmpty();
            page.setInputFiles("#file", Sales.file(folder.resolve("short.csv"), "Court", 3));
            assertThat(page.locator("[role=alert]").innerText()).isEmpty();
            page.locator("main form button").click();
            page.waitForURL("**/proof");
        }
    }

    @Test
    void aFileOverTheLimitIsAnsweredOnAPageWhereNoScriptRuns() throws Exception {
        try (Window window = new Window();
                Page page = window.openWithoutScripts("en-GB", window.signIn(node.address(), "claire"))) {
            page.navigate(node.address() + "/h/" + HOUSE + "/import");
            page.setInputFiles("#file", tooLongFile());
            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator("main form button").click());
            page.locator("main .lead").waitFor();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(page.locator("main .lead").innerText()).isEqualTo(TOO_LONG);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    /** Long enough to fill what lies between the browser and the node. */
    private static Path tooLongFile() throws IOException {
        Path sparse = folder.resolve("long.csv");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(BYTES_MAX * 10L);
        }
        return sparse;
    }

    @Test
    void twoImportsAtOnceAreBothTakenWhole() throws Exception {
        long before = ticketsKept();
        Path left = Sales.file(folder.resolve("left.csv"), "Jardin", 800);
        Path right = Sales.file(folder.resolve("right.csv"), "Cour", 900);

        ExecutorService three = Executors.newFixedThreadPool(3);
        List<JsonNode> reports = new ArrayList<>();
        try {
            List<Callable<JsonNode>> imports = List.of(() -> given(left), () -> given(right), () -> given(left));
            for (Future<JsonNode> one : three.invokeAll(imports)) {
                reports.add(one.get());
            }
        } finally {
            three.shutdownNow();
        }

        assertThat(reports).extracting(report -> report.path("state").asText()).containsOnly("COMMITTED");
        assertThat(reports.get(1).path("taken").asLong()).isEqualTo(900);
        assertThat(reports.get(0).path("taken").asLong()
                        + reports.get(2).path("taken").asLong())
                .isEqualTo(800);
        assertThat(ticketsKept() - before).isEqualTo(1700);
    }

    private static JsonNode given(Path file) {
        try {
            return steward.give(HOUSE, false, List.of(file)).is(201).body();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Tickets over all performances of all seasons. */
    private static long ticketsKept() throws Exception {
        long tickets = 0;
        for (JsonNode season :
                steward.get("/api/houses/" + HOUSE + "/seasons").is(200).body()) {
            String path = "/api/houses/" + HOUSE + "/performances?limit=500&season=" + season.asText();
            for (JsonNode line : steward.get(path).is(200).body()) {
                tickets += line.path("tickets").asLong();
            }
        }
        return tickets;
    }

    private static List<String> codes(JsonNode report) {
        List<String> codes = new ArrayList<>(report.path("problems").findValuesAsText("code"));
        report.path("byProblem").fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    private static Bad refused(String name, byte[] content, String code) {
        return new Bad(name, content, 422, 0, 0, List.of(code));
    }

    private static Bad waits(String name, String row, String code) {
        return new Bad(name + ".csv", utf8(HEADER + sale(name, 1, "16,00") + row), 201, 1, 1, List.of(code));
    }

    private static String manyTariffs() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int tariff = 1; tariff <= 10_100; tariff++) {
            text.append(sale("tariffs", tariff, "16,00").replace("Plein tarif", "Tarif " + tariff));
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
