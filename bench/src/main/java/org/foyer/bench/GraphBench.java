package org.foyer.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.catalogue.internal.Descriptions;
import org.foyer.hub.catalogue.internal.DumpFolder;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/**
 * Whole dumps of a million performances, beside Jena alone reading the dumps and writing them again, and questions in SPARQL
 * ({@link SparqlQuestions}) over as many houses as the endpoint takes.
 */
final class GraphBench {

    private static final long PERFORMANCES = Sizes.number("FOYER_BENCH_PERFORMANCES", 1_000_000);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    static final String BASE = "https://foyer.example";

    private final Path work;
    private final Report report;

    GraphBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        SearchRows.inWarehouse(work, PERFORMANCES, this::measure);
    }

    private void measure(Warehouse warehouse, long performances) throws Exception {
        Path folder = work.resolve("dumps");
        BenchNode.delete(folder);
        List<House> houses = SearchRows.houses();
        LinkedData data = new Descriptions(warehouse);
        Dumps dumps = new DumpFolder(folder, data, () -> houses, Clock.systemUTC());
        Heap heap = new Heap();
        double processor = Machine.processorSeconds();
        double triples = Stopwatch.seconds(() -> {
            Dumps.Written written = dumps.write(BASE, 1);
            if (written.files() != houses.size()) {
                throw new IllegalStateException("not every house has a dump: " + written);
            }
        });
        processor = Machine.processorSeconds() - processor;
        long used = heap.mostMebibytes();
        long[] statements = new long[houses.size()];
        double jena = Stopwatch.seconds(() -> {
            for (int at = 0; at < statements.length; at++) {
                statements[at] = again(dumps.of(houses.get(at)).get(0).file(), folder.resolve("again.nt.gz"));
            }
        });
        long all = java.util.Arrays.stream(statements).sum();
        long[] bytes = new long[1];
        double json = Stopwatch.seconds(() -> bytes[0] = jsonLd(data, houses, folder.resolve("all.jsonld")));
        double copy = Stopwatch.seconds(() -> Files.copy(folder.resolve("all.jsonld"), folder.resolve("copy.jsonld")));
        report.write(
                "Dumps",
                "%,d performances of %,d houses, %,d statements, each measured once; %,d MB under gzip, %,d MB as JSON-LD."
                        .formatted(
                                performances,
                                houses.size(),
                                all,
                                compressed(dumps, houses) / 1_000_000,
                                bytes[0] / 1_000_000),
                List.of(
                        new Report.Line(
                                "N-Triples under gzip, a file for each house, as each night",
                                new Sample(triples),
                                "s",
                                "Jena alone, the same files read and written again: %.1f s; of a processor: %.1f s; heap at most %,d MB"
                                        .formatted(jena, processor, used),
                                "none set"),
                        new Report.Line(
                                "statements",
                                new Sample(all / triples),
                                "statements/s",
                                "Jena alone: %,.0f".formatted(all / jena),
                                "none set"),
                        new Report.Line(
                                "JSON-LD",
                                new Sample(json),
                                "s",
                                "copy of the file: %.1f s".formatted(copy),
                                "none set")));
        new SparqlQuestions(warehouse, houses, dumps, statements, work.resolve("graph")).measure(report);
        BenchNode.delete(folder);
    }

    private static long compressed(Dumps dumps, List<House> houses) {
        return houses.stream()
                .mapToLong(house -> dumps.of(house).get(0).bytes())
                .sum();
    }

    private static long jsonLd(LinkedData data, List<House> houses, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            data.each(houses, FIRST, LAST, BASE, RdfForm.JSON_LD, (house, programme) -> programme.to(out));
        }
        return Files.size(file);
    }

    /** Reads a dump by Jena and writes it again; returns how many statements it has. */
    private static long again(Path file, Path to) throws IOException {
        long[] statements = new long[1];
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            read(file, new StreamRDFWrapper(writer) {
                @Override
                public void triple(Triple triple) {
                    statements[0]++;
                    super.triple(triple);
                }
            });
        }
        return statements[0];
    }

    static void read(Path file, StreamRDF to) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            RDFParser.source(in).lang(Lang.NTRIPLES).parse(to);
        }
    }
}
