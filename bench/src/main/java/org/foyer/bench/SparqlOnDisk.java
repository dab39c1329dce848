package org.foyer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.tdb2.DatabaseMgr;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.catalogue.internal.GraphSparql;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/** The graph on the disk of all houses: how long it takes to make, how large it is, and typical questions beside Jena TDB2 alone. */
final class SparqlOnDisk {

    private final Warehouse warehouse;
    private final List<House> houses;
    private final Path folder;
    private final IntFunction<String> questions;

    SparqlOnDisk(Warehouse warehouse, List<House> houses, Path folder, IntFunction<String> questions) {
        this.warehouse = warehouse;
        this.houses = houses;
        this.folder = folder;
        this.questions = questions;
    }

    void measure(int count, List<String> kinds, List<Report.Line> lines) throws Exception {
        BenchNode.delete(folder);
        Heap heap = new Heap();
        try (GraphSparql sparql = new GraphSparql(folder, warehouse, () -> houses, Clock.systemUTC())) {
            long[] statements = new long[1];
            double seconds = Stopwatch.seconds(() -> statements[0] = sparql.prepare(GraphBench.BASE));
            lines.add(new Report.Line(
                    "graph of %,d statements made on the disk".formatted(statements[0]),
                    new Sample(seconds),
                    "s",
                    "%,.0f statements/s; %,d MB on the disk; heap at most %,d MB"
                            .formatted(statements[0] / seconds, size() / 1_000_000, heap.mostMebibytes()),
                    "none set"));
            ask(sparql, count, kinds, lines);
        }
        BenchNode.delete(folder);
    }

    private void ask(GraphSparql sparql, int count, List<String> kinds, List<Report.Line> lines) throws Exception {
        Dataset plain = DatasetFactory.wrap(DatabaseMgr.connectDatasetGraph(whole().toString()));
        for (int kind = 0; kind < kinds.size(); kind++) {
            List<Double> ours = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            int slow = 0;
            for (int at = kind; at < count; at += kinds.size()) {
                String question = questions.apply(at);
                double[] took = {
                    Stopwatch.seconds(() -> ours(sparql, question)), Stopwatch.seconds(() -> plain(plain, question))
                };
                slow += took[0] >= Sparql.SECONDS_MAX ? 1 : 0;
                ours.add(1_000 * took[0]);
                alone.add(1_000 * took[1]);
            }
            Sample sample = Sample.of(ours);
            lines.add(new Report.Line(
                    "on the disk, " + kinds.get(kind),
                    sample,
                    "ms",
                    "p95 %.1f; given up after %d s: %d of %d; TDB2 alone: median %.1f"
                            .formatted(
                                    sample.quantile(0.95),
                                    Sparql.SECONDS_MAX,
                                    slow,
                                    ours.size(),
                                    Sample.of(alone).median()),
                    "none set"));
        }
    }

    private static void ours(GraphSparql sparql, String question) {
        try {
            SparqlQuestions.ours(sparql, question);
        } catch (Unanswered slow) {
            if (!slow.code().equals("sparql-slow")) {
                throw slow;
            }
        }
    }

    private static void plain(Dataset dataset, String question) {
        dataset.begin(TxnType.READ);
        try (QueryExecution execution = QueryExecution.dataset(dataset)
                .query(question)
                .timeout(Sparql.SECONDS_MAX, TimeUnit.SECONDS)
                .build()) {
            ResultSetMgr.write(java.io.OutputStream.nullOutputStream(), execution.execSelect(), ResultSetLang.RS_JSON);
        } catch (QueryCancelledException slow) {
            // counted by its time
        } finally {
            dataset.end();
        }
    }

    private Path whole() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findFirst().orElseThrow();
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
