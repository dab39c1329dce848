package org.foyer.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.acceptance.FilesIn.Import;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody should send, and that somebody will: each is answered clearly and none is half taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String HOUSE = "maison";
    private static final String HEADER = "Date opération;N° commande;N° billet;Opération;Spectacle;"
            + "Date séance;Tarif;Canal de vente;Montant TTC\n";

    @TempDir
    static Path folder;

    private Path data;

    /**
     * A bad file and what is answered.
     *
     * @param taken rows that are taken all the same
     * @param quarantined rows that wait
     * @param codes stable codes that must be told
     */
    record Bad(String name, byte[] content, int exit, long taken, long quarantined, List<String> codes) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void aHouse() throws Exception {
        data = folder.resolve("data");
        FilesIn.house(data, HOUSE, "THEATRE", "Pays de la Loire");
    }

    @ParameterizedTest
    @MethodSource
    void isAnsweredClearlyAndNothingIsLost(Bad bad) throws Exception {
        Path file = Files.write(folder.resolve(bad.name()), bad.content());

        Import run = FilesIn.give(data, HOUSE, file.toString());

        assertThat(run.answer().err()).doesNotContain("\tat ", "Exception");
        assertThat(run.codes()).as(run.answer().out()).containsAll(bad.codes());
        assertThat(run.answer().exit()).as(run.answer().out()).isEqualTo(bad.exit());
        assertThat(run.state()).isEqualTo(bad.exit() == 3 ? "FAILED" : "COMMITTED");
        assertThat(run.rows("taken")).as(run.answer().out()).isEqualTo(bad.taken());
        assertThat(run.rows("quarantined")).as(run.answer().out()).isEqualTo(bad.quarantined());
        if (bad.exit() != 3) {
            assertThat(run.rows("read")).isEqualTo(run.rows("taken") + run.rows("unchanged") + bad.quarantined());
        }
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
                        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>\nendobj\n".getBytes(ISO_8859_1),
                        "file-not-a-table"),
                refused("one-column.csv", utf8("Spectacle\nMacbeth\nLorenzaccio\n"), "one-column"),
                refused("empty.csv", new byte[0], "file-empty"),
                refused("header-only.csv", utf8(HEADER), "no-rows"),
                refused("truncated.csv", utf8(good + "13/09/2025 14:48;C3;\"B3"), "file-truncated"),
                refused("truncated.json", utf8("{\"event\": {\"orders\": [{\"code\": \"A\", "), "json-broken"),
                refused("deep.json", utf8("[".repeat(10_000) + "]".repeat(10_000)), "json-too-deep"));
    }

    /** Files of which single rows wait; each holds one good row beside. */
    private static Stream<Bad> rows() {
        return Stream.of(
                waits(
                        "no-such-day.csv",
                        HEADER
                                + sale("day", 1, "16,00")
                                + sale("day", 2, "16,00").replace("13/09/2025", "31/02/2025"),
                        "date-impossible"),
                waits("nan.csv", HEADER + sale("nan", 1, "16,00") + sale("nan", 2, "NaN"), "amount-unreadable"),
                waits("nul.csv", HEADER + sale("nul", 1, "16,00") + sale("n\0ul", 2, "16,00"), "nul-byte"),
                waits(
                        "quote.csv",
                        HEADER
                                + sale("quote", 1, "16,00")
                                + sale("quote", 2, "16,00").replace("Plein tarif", "\"Plein tarif")
                                + sale("quote", 3, "16,00"),
                        "quote-not-closed"),
                waits(
                        "year-1842.csv",
                        HEADER
                                + sale("1842", 1, "16,00")
                                + sale("1842", 2, "16,00").replace("13/01/2026", "13/01/1842"),
                        "date-out-of-range"),
                waits(
                        "year-2199.csv",
                        HEADER
                                + sale("2199", 1, "16,00")
                                + sale("2199", 2, "16,00").replace("13/01/2026", "13/01/2199"),
                        "date-out-of-range"),
                waits(
                        "negative-seats.csv",
                        "Opération;N° billet;Spectacle;Date séance;Date opération;Quantité;Montant TTC\n"
                                + "Vente;S1;Sièges;13/01/2026 20:00;13/09/2025 10:00;1;16,00\n"
                                + "Vente;S2;Sièges;13/01/2026 20:00;13/09/2025 10:00;-3;16,00\n",
                        "quantity-negative"),
                new Bad(
                        "mixed-encodings.csv",
                        joined(
                                utf8(HEADER + sale("é mêlé", 1, "16,00")),
                                sale("é mêlé", 2, "16,00").getBytes(ISO_8859_1)),
                        1,
                        1,
                        1,
                        List.of("encoding-mixed")));
    }

    /** Files that look wrong and are right. */
    private static Stream<Bad> oddButRight() {
        String two = "Vente;;;;Séance;;;;\n" + HEADER;
        return Stream.of(
                taken("emoji.csv", HEADER + sale("Fête 🎭 d'été", 1, "16,00"), 1),
                taken(
                        "amounts.csv",
                        HEADER
                                + sale("amounts", 1, "1.234,5")
                                + sale("amounts", 2, "−0,00")
                                + sale("amounts", 3, "12,50"),
                        3),
                taken("two-headers.csv", two + sale("headers", 1, "16,00") + sale("headers", 2, "16,00"), 2));
    }

    @Test
    void aSecondImportAtTheSameTimeIsToldThatTheFolderIsHeld() throws Exception {
        Process node = Command.start(
                data, folder.resolve("serve.txt"), folder.resolve("serve-err.txt"), "serve", "--port", "0");
        try {
            for (int tries = 0; tries < 300 && !said(folder.resolve("serve-err.txt"), "http://"); tries++) {
                Thread.sleep(100);
            }
            Path file = Files.writeString(folder.resolve("second.csv"), HEADER + sale("second", 1, "16,00"));
            Import second = FilesIn.give(data, HOUSE, file.toString());
            assertThat(second.answer().exit()).isEqualTo(75);
            assertThat(second.report().isMissingNode()).isTrue();
            assertThat(second.answer().err()).isNotBlank().doesNotContain("\tat ", "Exception");
        } finally {
            node.destroy();
            node.waitFor();
        }
    }

    @Test
    void aBrokenWarehouseSaysSoAndIsMadeAgain() throws Exception {
        Path own = folder.resolve("broken");
        FilesIn.house(own, HOUSE, "THEATRE", "Pays de la Loire");
        Path file = Files.writeString(folder.resolve("kept.csv"), HEADER + sale("kept", 1, "16,00"));
        assertThat(FilesIn.give(own, HOUSE, file.toString()).answer().exit()).isZero();
        try (Stream<Path> all = Files.walk(own)) {
            Path warehouse = all.filter(path -> path.toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow();
            Files.write(warehouse, new byte[(int) Files.size(warehouse)]);
        }

        Command.Answer broken = Command.run(own, "runs", "--house", HOUSE);
        assertThat(broken.exit()).as(broken.err()).isEqualTo(3);
        assertThat(broken.err()).contains("foyer rebuild").doesNotContain("\tat ", "Exception");

        assertThat(Command.run(own, "rebuild").exit()).isZero();
        assertThat(FilesIn.give(own, HOUSE, file.toString()).rows("unchanged")).isEqualTo(1);
    }

    private static boolean said(Path file, String words) throws IOException {
        return Files.exists(file) && Files.readString(file).contains(words);
    }

    private static Bad refused(String name, byte[] content, String code) {
        return new Bad(name, content, 3, 0, 0, List.of(code));
    }

    private static Bad waits(String name, String content, String code) {
        return new Bad(name, utf8(content), 1, name.startsWith("quote") ? 2 : 1, 1, List.of(code));
    }

    private static Bad taken(String name, String content, long rows) {
        return new Bad(name, utf8(content), 0, rows, 0, List.of());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String sale(String show, int ticket, String amount) {
        return "13/09/2025 14:48;C%2$d;%1$s-%2$d;Vente;%1$s;13/01/2026 20:00;Plein tarif;Internet;%3$s\n"
                .formatted(show, ticket, amount);
    }
}
