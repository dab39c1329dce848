package org.foyer.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.internal.GraphSparql;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/** Typical questions of the endpoint, beside Jena ARQ alone over a graph in memory that was loaded from the dumps of the same houses. */
final class SparqlQuestions {

    /** Over all statements, each of which may take ten seconds. */
    private static final int ON_DISK = 105;

    private static final int QUESTIONS = (int) Sizes.number("FOYER_BENCH_SPARQL", 350);

    /** Words that are put in the place of %1$s: a house's number, a year and a month, a run. */
    private static final List<String> KINDS = List.of(
            "what one house plays in a month",
            "dates of a run",
            "shows with most dates",
            "dates by genre and month",
            "what is said of a performance",
            "runs whose name has a word",
            "who is credited most in a house");

    private static final String PREFIX = "prefix schema: <http://schema.org/>\n";

    private final Warehouse warehouse;
    private final List<House> houses;
    private final Dumps dumps;
    private final long[] statements;
    private final Path folder;
    private final Random random = new Random(4711);

    /**
     * @param statements of each house
     * @param folder for the graph on the disk
     */
    SparqlQuestions(Warehouse warehouse, List<House> houses, Dumps dumps, long[] statements, Path folder) {
        this.folder = folder;
        this.warehouse = warehouse;
        this.houses = houses;
        this.dumps = dumps;
        this.statements = statements;
    }

    void measure(Report report) throws Exception {
        List<Report.Line> lines = new ArrayList<>();
        List<House> taken = new ArrayList<>();
        long within = 0;
        for (int at = 0; at < statements.length && within + statements[at] <= Sparql.STATEMENTS_IN_MEMORY_MAX; at++) {
            taken.add(houses.get(at));
            within += statements[at];
        }
        answers(taken, lines);
        new SparqlOnDisk(warehouse, houses, folder, at -> question(at % KINDS.size(), houses))
                .measure(ON_DISK, KINDS, lines);
        report.write(
                "SPARQL",
                ("%,d questions over %,d statements of %,d houses, as many as a graph in memory takes (%,d); answers written as JSON. Beside"
                                + " it Jena ARQ alone over the same statements in memory. Then %,d questions over all, out of the graph on the disk.")
                        .formatted(QUESTIONS, within, taken.size(), Sparql.STATEMENTS_IN_MEMORY_MAX, ON_DISK),
                lines);
    }

    private void answers(List<House> taken, List<Report.Line> lines) throws Exception {
        GraphSparql sparql = new GraphSparql(folder.resolve("none"), warehouse, () -> taken, Clock.systemUTC());
        double made = Stopwatch.seconds(() -> ours(sparql, "select * { ?s ?p ?o } limit 1"));
        Graph plain = GraphFactory.createDefaultGraph();
        double loaded = Stopwatch.seconds(() -> {
            for (House house : taken) {
                GraphBench.read(file(house), StreamRDFLib.graph(plain));
            }
        });
        lines.add(new Report.Line(
                "graph made at the first question",
                new Sample(made),
                "s",
                "Jena alone, out of the dumps: %.1f s".formatted(loaded),
                "none set"));
        double[][] milliseconds = new double[2][QUESTIONS];
        for (int warm = 0; warm < 2; warm++) {
            for (int at = 0; at < QUESTIONS; at++) {
                String question = question(at % KINDS.size(), taken);
                long[] bytes = new long[2];
                milliseconds[0][at] = 1_000 * Stopwatch.seconds(() -> bytes[0] = ours(sparql, question));
                milliseconds[1][at] = 1_000 * Stopwatch.seconds(() -> bytes[1] = plain(plain, question));
                if (bytes[0] == 0 || bytes[1] == 0) {
                    throw new IllegalStateException("no answer to " + question);
                }
            }
        }
        lines.add(line("question", new Sample(milliseconds[0]), new Sample(milliseconds[1])));
        for (int kind = 0; kind < KINDS.size(); kind++) {
            lines.add(
                    line("of these, " + KINDS.get(kind), ofKind(milliseconds[0], kind), ofKind(milliseconds[1], kind)));
        }
    }

    private static Report.Line line(String what, Sample ours, Sample plain) {
        return new Report.Line(
                what,
                ours,
                "ms",
                "p95 %.1f; Jena alone: median %.1f, p95 %.1f"
                        .formatted(ours.quantile(0.95), plain.median(), plain.quantile(0.95)),
                "none set");
    }

    private static Sample ofKind(double[] all, int kind) {
        return Sample.of(java.util.stream.IntStream.range(0, all.length)
                .filter(at -> at % KINDS.size() == kind)
                .mapToObj(at -> all[at])
                .toList());
    }

    private Path file(House house) {
        return dumps.of(house).get(0).file();
    }

    private String question(int kind, List<House> taken) {
        String house = "<" + GraphBench.BASE + "/id/house/"
                + taken.get(random.nextInt(taken.size())).slug() + ">";
        String month = "20%02d-%02d".formatted(22 + random.nextInt(6), 1 + random.nextInt(12));
        int houseNumber = random.nextInt(taken.size());
        return PREFIX
                + switch (kind) {
                    case 0 ->
                        ("select ?e ?name ?start { ?e schema:organizer %s ; schema:name ?name ; schema:startDate ?start"
                                        + " . filter strstarts(str(?start), '%s') } order by ?start limit 100")
                                .formatted(house, month);
                    case 1 ->
                        ("select ?start ?place { { select ?run { ?run a schema:EventSeries } offset %d limit 1 }"
                                        + " ?e schema:superEvent ?run ; schema:startDate ?start . optional { ?e schema:location ?place } }"
                                        + " order by ?start")
                                .formatted(random.nextInt(100 * (houseNumber + 1)));
                    case 2 ->
                        "select ?name (count(?e) as ?dates) { ?e schema:superEvent ?run . ?run schema:name ?name }"
                                + " group by ?name order by desc(?dates) limit 10";
                    case 3 ->
                        "select ?genre ?month (count(*) as ?dates) { ?e schema:superEvent ?run ; schema:startDate ?start ;"
                                + " schema:keywords ?genre . bind(substr(str(?start), 1, 7) as ?month) } group by ?genre ?month"
                                + " order by ?genre ?month limit 1000";
                    case 4 ->
                        ("select ?p ?o { { select ?e { ?e schema:superEvent ?run } offset %d limit 1 } ?e ?p ?o }")
                                .formatted(random.nextInt(10_000));
                    case 5 ->
                        ("select ?run ?name { ?run a schema:EventSeries ; schema:name ?name . filter contains(lcase(?name), '%s') }"
                                        + " limit 50")
                                .formatted(List.of("rola", "mite", "sova", "nuki", "pade")
                                        .get(random.nextInt(5)));
                    default ->
                        ("select ?who (count(distinct ?e) as ?dates) { ?e schema:organizer %s ; schema:performer ?one ."
                                        + " ?one schema:name ?who } group by ?who order by desc(?dates) limit 20")
                                .formatted(house);
                };
    }

    static long ours(GraphSparql sparql, String question) {
        Counting out = new Counting();
        sparql.ask(PREFIX + question, GraphBench.BASE, List.of()).body().to(out);
        return out.bytes;
    }

    private static long plain(Graph graph, String question) {
        Counting out = new Counting();
        Query query = QueryFactory.create(PREFIX + question);
        try (QueryExecution execution = QueryExecution.model(ModelFactory.createModelForGraph(graph))
                .query(query)
                .build()) {
            ResultSetMgr.write(out, execution.execSelect(), ResultSetLang.RS_JSON);
        }
        return out.bytes;
    }

    /** Takes an answer and keeps its length. */
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
