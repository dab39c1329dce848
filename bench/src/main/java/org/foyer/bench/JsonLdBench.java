package org.foyer.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;

/** Export of 100,000 performances as JSON-LD, beside a copy of the bytes it gives. */
final class JsonLdBench {

    /** Performances are spread over so many days. */
    static final int DAYS = 9_000;

    private static final int PERFORMANCES = 100_000;

    private final Path work;
    private final Report report;

    JsonLdBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path folder = work.resolve("jsonld-node");
        BenchNode.delete(folder);
        Path sheet = work.resolve("programme.csv");
        writeSheet(sheet, PERFORMANCES);
        try (Node node = BenchNode.open(folder)) {
            House house = node.houses().add(BenchNode.house("bench"));
            BenchNode.load(node, house.id(), sheet);
            BenchNode.requirePerformances(node, house, PERFORMANCES);
            measure(node, house);
        }
        BenchNode.delete(folder);
        Files.delete(sheet);
    }

    private void measure(Node node, House house) throws Exception {
        double[] export = new double[Sizes.ROUNDS];
        double[] ofProcessor = new double[Sizes.ROUNDS];
        double[] copy = new double[Sizes.ROUNDS];
        Path out = work.resolve("programme.jsonld");
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            double before = Machine.processorSeconds();
            export[round] = Stopwatch.seconds(() -> {
                try (OutputStream stream = Files.newOutputStream(out)) {
                    node.catalogue()
                            .programme()
                            .writeJsonLd(
                                    house,
                                    LocalDate.of(1900, 1, 1),
                                    LocalDate.of(2199, 1, 1),
                                    "https://foyer.example",
                                    stream);
                }
            });
            ofProcessor[round] = Machine.processorSeconds() - before;
            copy[round] = Stopwatch.seconds(() -> {
                Files.copy(out, work.resolve("copy.jsonld"));
                Files.delete(work.resolve("copy.jsonld"));
            });
        }
        long bytes = Files.size(out);
        Files.delete(out);
        Sample sample = new Sample(export);
        report.write(
                "JSON-LD export",
                "%,d performances of 1,000 productions to a file of %,d MB, beside a copy of that file."
                        .formatted(PERFORMANCES, bytes / 1_000_000),
                List.of(new Report.Line(
                        "export",
                        sample,
                        "s",
                        "copy: " + new Sample(copy) + " s; of a processor: " + new Sample(ofProcessor) + " s",
                        "none set")));
    }

    static void writeSheet(Path sheet, int performances) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(sheet)) {
            writer.write(
                    "Code représentation;Titre;Date;Heure;Lieu;Salle;Adresse;Code postal;Ville;Région;Pays;Genre;Jauge\n");
            for (int number = 0; number < performances; number++) {
                LocalDate day = LocalDate.of(2000, 1, 1).plusDays(number % DAYS);
                writer.write(
                        "R%d;Spectacle %d;%02d/%02d/%d;20:30;Théâtre du Banc;Grande salle;1 rue du Théâtre;69001;Lyon;"
                                .formatted(
                                        number,
                                        number % 1000,
                                        day.getDayOfMonth(),
                                        day.getMonthValue(),
                                        day.getYear()));
                writer.write("Auvergne-Rhône-Alpes;FR;Théâtre;400\n");
            }
        }
    }
}
