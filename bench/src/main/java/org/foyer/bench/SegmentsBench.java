package org.foyer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.store.Warehouse;

/**
 * Segments of a large house: what the page asks when nothing is remembered and when it is, and a list of contacts. Beside each the one pass
 * over the house's sale lines that no answer can do without: who holds tickets for what.
 */
final class SegmentsBench {

    private static final long BUYERS = Sizes.number("FOYER_BENCH_SEGMENT_BUYERS", 1_000_000);
    private static final long SALES = Sizes.number("FOYER_BENCH_SEGMENT_LINES", 5_000_000);
    private static final double BAR_WARM = 150;

    private static final List<String> TYPICAL = List.of(
            "rf=new",
            "visits=2..@24&within=18",
            "genre=Danse&area=75,69",
            "tariff=youth",
            "spend=100..@24",
            "rfm=55x",
            "season=2024-25&not-within=12");

    private static final String PASS = """
            select count(*) from (
              select person, performance from sale_line where house = %d and person is not null
              group by person, performance having sum(quantity) > 0)
            """;

    private final Path work;
    private final Report report;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    SegmentsBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path folder = work.resolve("segments-" + BUYERS + "-" + SALES);
        boolean filled = Files.exists(folder.resolve("filled"));
        if (!filled) {
            BenchNode.delete(folder);
        }
        try (Node node = BenchNode.open(folder)) {
            if (!filled) {
                House made = node.houses().add(BenchNode.house("segments"));
                node.keys().make(made.id());
                BuyerRows.fill(node.warehouse(), made.id(), BUYERS, SALES);
                Consenting.everyThird(node, made, BUYERS);
                Files.createFile(folder.resolve("filled"));
            }
            measure(node, node.houses().all().get(0));
        }
    }

    private static SegmentDefinition read(String query) {
        return SegmentDefinition.read(query).definition();
    }

    private void measure(Node node, House house) throws Exception {
        Segments segments = node.segments();
        List<Report.Line> lines = new ArrayList<>();
        double[] pass = new double[Sizes.ROUNDS];
        for (int round = 0; round < pass.length; round++) {
            pass[round] = Stopwatch.seconds(() -> pass(node.warehouse(), house));
        }
        lines.add(new Report.Line("one pass over the lines by plain SQL", new Sample(pass), "s", "", ""));
        double[] sizes = new double[TYPICAL.size()];
        long[] people = new long[TYPICAL.size()];
        for (int at = 0; at < sizes.length; at++) {
            SegmentDefinition asked = read(TYPICAL.get(at));
            SegmentSize[] told = new SegmentSize[1];
            sizes[at] = Stopwatch.seconds(() -> told[0] = segments.size(house.id(), asked, today, today));
            people[at] = told[0].people() == null ? 0 : told[0].people();
            System.out.printf("%s: %,d people, %.2f s%n", TYPICAL.get(at), people[at], sizes[at]);
        }
        lines.add(new Report.Line(
                "size of a segment and of its twelve months, never asked", new Sample(sizes), "s", "", "none set"));
        again(segments, house, lines);
        overlap(segments, house, lines);
        list(segments, house, people[0], lines);
        report.write(
                "Segments",
                "A house of %,d buyers and %,d sales and returns, seven typical segments (%s), as of today."
                        .formatted(BUYERS, lines(node.warehouse()), String.join(", ", TYPICAL)),
                lines);
    }

    /** What whoever opens the page of a segment again waits for, until the house's data change. */
    private void again(Segments segments, House house, List<Report.Line> lines) throws Exception {
        double[] again = new double[100 * TYPICAL.size()];
        for (int at = 0; at < again.length; at++) {
            SegmentDefinition asked = read(TYPICAL.get(at % TYPICAL.size()));
            again[at] = 1_000 * Stopwatch.seconds(() -> segments.size(house.id(), asked, today, today));
        }
        Sample sample = new Sample(again);
        double p95 = sample.quantile(0.95);
        lines.add(new Report.Line(
                "the same, asked before", sample, "ms", "", "p95 %.1f %s".formatted(p95, Bar.atMost(BAR_WARM, p95))));
    }

    private void overlap(Segments segments, House house, List<Report.Line> lines) throws Exception {
        double[] seconds = new double[TYPICAL.size()];
        for (int at = 0; at < seconds.length; at++) {
            List<SegmentDefinition> three = List.of(
                    read(TYPICAL.get(at)),
                    read(TYPICAL.get((at + 1) % seconds.length)),
                    read(TYPICAL.get((at + 3) % seconds.length)));
            SegmentOverlap[] told = new SegmentOverlap[1];
            seconds[at] = Stopwatch.seconds(() -> told[0] = segments.overlap(house.id(), three, today));
            if (told[0].cells().size() != 6) {
                throw new IllegalStateException("overlap of three: " + told[0]);
            }
        }
        lines.add(new Report.Line("overlap of three, never asked", new Sample(seconds), "s", "", "none set"));
        lines.add(new Report.Line(
                "grid of scores, never asked",
                new Sample(Stopwatch.seconds(() -> segments.rfm(house.id(), false, today))),
                "s",
                "",
                "none set"));
    }

    private void list(Segments segments, House house, long people, List<Report.Line> lines) throws Exception {
        double[] seconds = new double[Sizes.ROUNDS];
        int rows = 0;
        for (int round = 0; round < seconds.length; round++) {
            ContactGate.Answer[] told = new ContactGate.Answer[1];
            seconds[round] = Stopwatch.seconds(() -> told[0] = segments.contacts(
                    Actor.commandLine(),
                    house,
                    read(TYPICAL.get(0)),
                    new ContactGate.Wish(TYPICAL.get(0), "programme", "email")));
            if (told[0].list() == null || told[0].list().rows().isEmpty()) {
                throw new IllegalStateException("no list: " + told[0].faults());
            }
            rows = told[0].list().rows().size();
        }
        lines.add(new Report.Line(
                "list of contacts", new Sample(seconds), "s", "%,d of %,d people".formatted(rows, people), "none set"));
    }

    private static long pass(Warehouse warehouse, House house) {
        return number(warehouse, PASS.formatted(house.id().value()));
    }

    private static long lines(Warehouse warehouse) {
        return number(warehouse, "select count(*) from sale_line");
    }

    private static long number(Warehouse warehouse, String sql) {
        return warehouse.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
