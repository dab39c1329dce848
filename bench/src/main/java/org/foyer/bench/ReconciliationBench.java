package org.foyer.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Candidate;
import org.foyer.hub.catalogue.Reconciliation.Question;
import org.foyer.hub.catalogue.internal.WarehouseSearch;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Names of a list looked up among a million entities, beside the same words asked of the same index by Lucene alone, ten best. */
final class ReconciliationBench {

    private static final long PERFORMANCES = Sizes.number("FOYER_BENCH_NAMED", 1_550_000);
    private static final int QUESTIONS = (int) Sizes.number("FOYER_BENCH_QUESTIONS", 1_200);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double BAR_MILLISECONDS = 50;
    private static final int KINDS = 6;

    private final Path work;
    private final Report report;

    ReconciliationBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    /** A question, and whether its first candidate should have the name that was asked, but for what was misspelt. */
    private record Asked(Question question, String meant) {}

    void run() throws Exception {
        SearchRows.inIndex(work, PERFORMANCES, this::measure);
    }

    private void measure(Warehouse warehouse, WarehouseSearch search, Path index, long performances, double made)
            throws Exception {
        Reconciliation reconciliation = search.reconciliation();
        List<Asked> questions = questions(warehouse);
        double[] ours = new double[questions.size()];
        double[] processor = new double[questions.size()];
        double[] plain = new double[questions.size()];
        int entities;
        int meant = 0;
        try (MMapDirectory directory = new MMapDirectory(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            entities = reader.getDocCount("entity");
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            for (int warm = 0; warm < 2; warm++) {
                meant = 0;
                for (int i = 0; i < questions.size(); i++) {
                    Asked asked = questions.get(i);
                    long before = THREADS.getCurrentThreadCpuTime();
                    long start = System.nanoTime();
                    List<Candidate> found = reconciliation.candidates(asked.question());
                    ours[i] = (System.nanoTime() - start) / 1e6;
                    processor[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
                    plain[i] = 1_000
                            * Stopwatch.seconds(
                                    () -> plain(searcher, asked.question().name()));
                    boolean first =
                            !found.isEmpty() && found.get(0).entity().name().equals(asked.meant());
                    meant += first ? 1 : 0;
                }
            }
        }
        Sample sample = new Sample(ours);
        Sample used = new Sample(processor);
        Sample beside = new Sample(plain);
        report.write(
                "Reconciliation",
                ("%,d entities, as houses tell of them, of %,d performances and %,d houses; %,d names of works, shows, people and places, as written,"
                                + " with the house that is meant, and misspelt. The first candidate has the name that was meant in %.1f %% of them.")
                        .formatted(
                                entities,
                                performances,
                                SearchRows.HOUSES,
                                questions.size(),
                                100.0 * meant / questions.size()),
                List.of(new Report.Line(
                        "name",
                        sample,
                        "ms",
                        "p95 %.1f, p99 %.1f; of a processor: median %.1f, p95 %.1f; Lucene alone: median %.2f, p95 %.2f, p99 %.2f"
                                .formatted(
                                        sample.quantile(0.95),
                                        sample.quantile(0.99),
                                        used.median(),
                                        used.quantile(0.95),
                                        beside.median(),
                                        beside.quantile(0.95),
                                        beside.quantile(0.99)),
                        "p95 " + Bar.atMost(BAR_MILLISECONDS, sample.quantile(0.95)))));
    }

    private static void plain(IndexSearcher searcher, String name) throws Exception {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
            any.add(new TermQuery(new Term("entity-word", word)), Occur.SHOULD);
        }
        searcher.search(any.build(), 10);
    }

    private static List<Asked> questions(Warehouse warehouse) {
        List<Asked> questions = new ArrayList<>();
        for (int kind = 0; kind < KINDS; kind++) {
            String sql = switch (kind) {
                case 0 -> "select title, house from work";
                case 1, 4 -> "select distinct name, 0 from contribution";
                case 2 -> "select name, house from venue";
                default -> "select title, house from production";
            };
            int asked = kind;
            warehouse.read(connection -> {
                try (Statement statement = connection.createStatement();
                        var row = statement.executeQuery("select * from (" + sql
                                + ") as s(name, house) order by hash(name), house limit " + QUESTIONS / KINDS)) {
                    while (row.next()) {
                        questions.add(asked(asked, row.getString(1), row.getInt(2)));
                    }
                    return true;
                }
            });
        }
        return questions;
    }

    private static Asked asked(int kind, String name, int house) {
        return switch (kind) {
            case 0 -> asked(name, name, EntityKind.WORK, Map.of());
            case 1 -> asked(name, name, EntityKind.PERSON, Map.of());
            case 2 -> asked(name, name, EntityKind.PLACE, Map.of());
            case 3 -> asked(name, name, EntityKind.SHOW, Map.of("house", List.of("Maison " + house)));
            case 4 -> asked(swapped(name), name, EntityKind.PERSON, Map.of());
            default -> asked(swapped(name), name, null, Map.of());
        };
    }

    private static Asked asked(
            String name, String meant, @Nullable EntityKind kind, Map<String, List<String>> properties) {
        return new Asked(
                new Question(name, kind == null ? Set.of() : Set.of(kind), true, Reconciliation.CANDIDATES, properties),
                meant);
    }

    private static String swapped(String name) {
        return name.length() < 4 ? name : name.charAt(0) + name.substring(2, 3) + name.charAt(1) + name.substring(3);
    }
}
