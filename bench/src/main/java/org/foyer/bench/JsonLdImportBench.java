package org.foyer.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;

/**
 * Import of performances from JSON-LD, beside Jackson alone reading the same bytes, token by token. The programme comes
 * in several documents that are held as a whole, as whoever harvests a node by months has them.
 */
final class JsonLdImportBench {

    static final int PERFORMANCES = (int) Sizes.number("FOYER_BENCH_JSONLD", 100_000);

    /** Documents for so many performances: some 12 MB each. */
    private static final int PER_DOCUMENT = 14_000;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Path work;
    private final Report report;

    JsonLdImportBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path folder = work.resolve("jsonld-documents");
        BenchNode.delete(folder);
        Files.createDirectories(folder);
        List<Path> documents = documents(folder);
        double[] taken = new double[Sizes.ROUNDS];
        double[] ofProcessor = new double[Sizes.ROUNDS];
        double[] jackson = new double[Sizes.ROUNDS];
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            Path data = work.resolve("jsonld-import-node");
            BenchNode.delete(data);
            try (Node node = BenchNode.open(data)) {
                House house = node.houses().add(BenchNode.house("import"));
                double before = Machine.processorSeconds();
                taken[round] = Stopwatch.seconds(() -> {
                    for (Path document : documents) {
                        BenchNode.load(node, house.id(), document);
                    }
                });
                ofProcessor[round] = Machine.processorSeconds() - before;
                BenchNode.requirePerformances(node, house, PERFORMANCES);
            }
            BenchNode.delete(data);
            jackson[round] = Stopwatch.seconds(() -> {
                for (Path document : documents) {
                    tokens(document);
                }
            });
        }
        write(documents, taken, ofProcessor, jackson);
        BenchNode.delete(folder);
    }

    private void write(List<Path> documents, double[] taken, double[] ofProcessor, double[] jackson)
            throws IOException {
        long bytes = 0;
        for (Path document : documents) {
            bytes += Files.size(document);
        }
        Sample seconds = new Sample(taken);
        report.write(
                "JSON-LD import",
                ("%,d performances of 1,000 productions out of %d documents of together %,d MB, as a node writes them, into a house"
                                + " that has none: archive, recognition, reading, checks, facts. Beside it Jackson reading the same"
                                + " bytes token by token.")
                        .formatted(PERFORMANCES, documents.size(), bytes / 1_000_000),
                List.of(
                        new Report.Line(
                                "import",
                                seconds,
                                "s",
                                "Jackson alone: " + new Sample(jackson) + " s; of a processor: "
                                        + new Sample(ofProcessor) + " s",
                                "none set"),
                        new Report.Line(
                                "speed",
                                new Sample(
                                        PERFORMANCES / seconds.max(),
                                        PERFORMANCES / seconds.median(),
                                        PERFORMANCES / seconds.min()),
                                "performances/s",
                                "",
                                "none set")));
    }

    private static List<Path> documents(Path folder) throws Exception {
        Path sheet = folder.resolve("programme.csv");
        Path data = folder.resolve("node");
        JsonLdBench.writeSheet(sheet, PERFORMANCES);
        int days = Math.min(JsonLdBench.DAYS, PERFORMANCES);
        int parts = (PERFORMANCES + PER_DOCUMENT - 1) / PER_DOCUMENT;
        List<Path> documents = new ArrayList<>();
        try (Node node = BenchNode.open(data)) {
            House house = node.houses().add(BenchNode.house("bench"));
            BenchNode.load(node, house.id(), sheet);
            BenchNode.requirePerformances(node, house, PERFORMANCES);
            for (int part = 0; part < parts; part++) {
                Path document = folder.resolve("programme-" + part + ".jsonld");
                LocalDate from = FIRST.plusDays((long) days * part / parts);
                LocalDate to = FIRST.plusDays((long) days * (part + 1) / parts - 1);
                try (OutputStream out = Files.newOutputStream(document)) {
                    node.catalogue().programme().writeJsonLd(house, from, to, "https://foyer.example", out);
                }
                documents.add(document);
            }
        }
        BenchNode.delete(data);
        return documents;
    }

    private static void tokens(Path document) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
            while (parser.nextToken() != null) {
                parser.getTextLength(); // texts are read, not passed over
            }
        }
    }
}
