package org.foyer.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.catalogue.internal.WarehouseSearch;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.store.Warehouse;

/** Search in a million performances, beside the same words asked of the same index by Lucene alone, ten best, without dates or facets. */
final class SearchBench {

    private static final long PERFORMANCES = Sizes.number("FOYER_BENCH_PERFORMANCES", 1_000_000);
    private static final int QUESTIONS = (int) Sizes.number("FOYER_BENCH_QUESTIONS", 1_200);
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double BAR_MILLISECONDS = 20;

    /** What is asked in turn; see {@link #asked}. */
    private static final List<String> KINDS = List.of(
            "one word",
            "two words, past dates too",
            "the beginning of a word",
            "a misspelt word",
            "a word within a month",
            "a word within a genre, past dates too",
            "a word, for a child of 7, at most 20 euros, seats left, in French, accessible",
            "a word within 30 km of Lyon, the nearest first");

    private static final SearchConditions CHILD = new SearchConditions(
            7, new BigDecimal(20), "", List.of(Need.HI), "", "fr", "", true, null, null, "", 20, false);
    private static final SearchConditions LYON = new SearchConditions(
            null, null, "", List.of(), "", "", "", false, null, new GeoPoint(45.76, 4.84), "Lyon", 30, false);

    private final Path work;
    private final Report report;

    SearchBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    /** One question and the words by which Lucene alone is asked. */
    private record Asked(SearchQuestion question, List<String> words) {}

    void run() throws Exception {
        SearchRows.inIndex(work, PERFORMANCES, this::measure);
    }

    private void measure(Warehouse warehouse, WarehouseSearch search, Path index, long performances, double made)
            throws Exception {
        double[] ours = new double[QUESTIONS];
        double[] plain = new double[QUESTIONS];
        double[] processor = new double[QUESTIONS];
        int shows;
        try (MMapDirectory directory = new MMapDirectory(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            shows = reader.getDocCount("whole");
            List<Asked> questions = questions(reader);
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            for (int warm = 0; warm < 2; warm++) {
                for (int i = 0; i < questions.size(); i++) {
                    Asked asked = questions.get(i);
                    long before = MACHINE.getProcessCpuTime();
                    ours[i] = 1_000 * Stopwatch.seconds(() -> search.ask(asked.question(), "https://foyer.example"));
                    processor[i] = (MACHINE.getProcessCpuTime() - before) / 1e6;
                    plain[i] = 1_000 * Stopwatch.seconds(() -> plain(searcher, asked.words()));
                }
            }
        }
        Sample sample = new Sample(ours);
        Sample beside = new Sample(plain);
        Sample used = new Sample(processor);
        List<Report.Line> lines = new ArrayList<>();
        lines.add(new Report.Line(
                "question",
                sample,
                "ms",
                "p95 %.1f, p99 %.1f; of both processors: median %.1f, p95 %.1f; Lucene alone: median %.2f, p95 %.2f, p99 %.2f"
                        .formatted(
                                sample.quantile(0.95),
                                sample.quantile(0.99),
                                used.median(),
                                used.quantile(0.95),
                                beside.median(),
                                beside.quantile(0.95),
                                beside.quantile(0.99)),
                "p95 " + Bar.atMost(BAR_MILLISECONDS, sample.quantile(0.95))));
        for (int kind = 0; kind < KINDS.size(); kind++) {
            Sample ofKind = ofKind(ours, kind);
            lines.add(new Report.Line(
                    "of these, " + KINDS.get(kind), ofKind, "ms", "p95 %.1f".formatted(ofKind.quantile(0.95)), ""));
        }
        lines.add(new Report.Line(
                "index made anew",
                new Sample(made),
                "s",
                "%,d MB on disk; %,d MB of heap in use after".formatted(size(index) >> 20, heap() >> 20),
                "none set"));
        report.write(
                "Search",
                ("%,d performances in %,d documents of %,d houses; %,d questions of one word, two words, the beginning of a word, a"
                                + " misspelt word, words with a span of days, words within a genre, words with what a show must offer, and words near a town, each with its facets.")
                        .formatted(performances, shows, SearchRows.HOUSES, QUESTIONS),
                lines);
    }

    private static Sample ofKind(double[] all, int kind) {
        return Sample.of(java.util.stream.IntStream.range(0, all.length)
                .filter(i -> i % KINDS.size() == kind)
                .mapToObj(i -> all[i])
                .toList());
    }

    private static void plain(IndexSearcher searcher, List<String> words) throws Exception {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new TermQuery(new Term("word", word)), Occur.MUST));
        searcher.search(all.build(), 10);
    }

    /** Words as they stand in the dictionary of the index, frequent ones as likely as they are in programmes. */
    private static List<Asked> questions(DirectoryReader reader) throws Exception {
        List<String> words = new ArrayList<>();
        TermsEnum terms = MultiTerms.getTerms(reader, "word").iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            String word = term.utf8ToString();
            if (word.length() >= 4 && word.chars().allMatch(Character::isLetter)) {
                for (int often = Math.max(1, terms.docFreq() / 200); often > 0; often--) {
                    words.add(word);
                }
            }
        }
        Random random = new Random(4711);
        List<Asked> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String one = words.get(random.nextInt(words.size()));
            String two = words.get(random.nextInt(words.size()));
            questions.add(asked(i % KINDS.size(), one, two));
        }
        return questions;
    }

    private static Asked asked(int kind, String one, String two) {
        return switch (kind) {
            case 0 -> new Asked(question(one + " ", When.COMING, ""), List.of(one));
            case 1 -> new Asked(question(one + " " + two, When.ALL, ""), List.of(one, two));
            case 2 -> new Asked(question(one.substring(0, 3), When.COMING, ""), List.of(one));
            case 3 -> new Asked(question(swapped(one), When.COMING, ""), List.of(one));
            case 4 -> new Asked(question(one, When.MONTH, ""), List.of(one));
            case 5 -> new Asked(question(one, When.ALL, "Concert"), List.of(one));
            case 6 -> new Asked(question(one, When.COMING, "").under(CHILD), List.of(one));
            default ->
                new Asked(
                        question(one, When.COMING, "")
                                .piece(Order.DISTANCE, 0, 20)
                                .under(LYON),
                        List.of(one));
        };
    }

    private static String swapped(String word) {
        return word.charAt(0) + word.substring(2, 3) + word.charAt(1) + word.substring(3);
    }

    private static SearchQuestion question(String words, When when, String genre) {
        return new SearchQuestion(
                words, when, null, null, List.of(), "", genre, "", "", "", SearchConditions.NONE, Order.FITNESS, 0, 20);
    }

    static long size(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
