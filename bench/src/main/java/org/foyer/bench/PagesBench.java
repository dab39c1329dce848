package org.foyer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.foyer.bench.PageVisits.Taken;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.site.Node;

/** What a house's pages ask of the large node: at rest, while a large export loads, after many nights of small runs. */
final class PagesBench {

    private static final int VISITS = (int) Sizes.number("FOYER_BENCH_VISITS", 600);
    private static final double AT_REST = 50;
    private static final double BESIDE_A_LOAD = 150;

    private final Path work;
    private final Report report;
    private final List<Report.Line> lines = new ArrayList<>();

    PagesBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path folder = BenchNode.copyOfFilled(work);
        try (Node node = BenchNode.open(folder)) {
            List<House> houses = node.houses().all();
            PageVisits visits = new PageVisits(node, houses);
            firstComparisons(node, houses.get(0));
            visits.visit(VISITS / 3, () -> false); // warm-up
            add("at rest", visits.visit(VISITS, () -> false), AT_REST);
            if (Sizes.LOAD_LINES > 0) {
                whileLoading(node, visits);
            }
            if (Nights.NIGHTS > 0) {
                Nights.pass(node.warehouse(), Sizes.NODE_LINES, houses.size());
                add("after " + Nights.NIGHTS + " untidied nights", visits.visit(VISITS, () -> false), AT_REST);
                double tidied = Stopwatch.seconds(node.intake()::tidy);
                lines.add(new Report.Line(
                        "tidying after them, as each night does",
                        new Sample(new double[] {tidied}),
                        "s",
                        "",
                        "none set"));
                add("after " + Nights.NIGHTS + " nights", visits.visit(VISITS, () -> false), AT_REST);
            }
        }
        BenchNode.delete(folder);
        report.write("Pages", method(), lines);
    }

    private static String method() {
        return ("The questions that each page of a house asks, through the doors of the rooms, in a node of %,d sale lines and %d"
                        + " houses: a random house, a random day of the last %d, never one asked before, so that nothing is"
                        + " remembered; %d visits at rest, one after the other. The nights append %d lines for every house each, unsorted; a serving node"
                        + " sorts its cubes every night, which is measured as one night's work over all of theirs.")
                .formatted(Sizes.NODE_LINES, Sizes.NODE_HOUSES, PageVisits.DAYS_BACK_MAX, VISITS, Nights.LINES_A_NIGHT);
    }

    /** Of each season that is visited later, so that visits find the month's answers fixed. */
    private void firstComparisons(Node node, House house) throws Exception {
        double[] seconds = new double[PageVisits.DAYS_BACK_MAX / 365 + 1];
        double before = Machine.processorSeconds();
        for (int back = 0; back < seconds.length; back++) {
            LocalDate asOf = BenchNode.TODAY.minusYears(back);
            seconds[back] = Stopwatch.seconds(() -> Page.COMPARE.ask(node, house.id(), asOf, 0));
        }
        lines.add(new Report.Line(
                "compare, first view of a season in a month, which reads all houses",
                new Sample(seconds),
                "s",
                "of a processor: mean %.1f".formatted((Machine.processorSeconds() - before) / seconds.length),
                "none set"));
    }

    private void add(String when, Map<Page, Taken> pages, double bar) {
        pages.forEach((page, taken) -> lines.add(new Report.Line(
                page.name().toLowerCase(Locale.ROOT) + " " + when,
                taken.clock(),
                "ms",
                "of a processor: median %.0f, p95 %.0f"
                        .formatted(taken.processor().median(), taken.processor().quantile(0.95)),
                "p95 %.0f %s"
                        .formatted(
                                taken.clock().quantile(0.95),
                                Bar.atMost(bar, taken.clock().quantile(0.95))))));
    }

    private void whileLoading(Node node, PageVisits visits) throws Exception {
        Path files = work.resolve("beside-files");
        SimulatedHouse house =
                BenchNode.simulate(1, Sizes.LOAD_LINES, 816, files).houses().get(0);
        HouseId id = BenchNode.addHouse(node, house, "loaded").id();
        List<SimulatedFile> exports = house.files().stream()
                .filter(file -> file.kind() == SimulatedFile.Kind.MOVEMENTS)
                .toList();
        long begun = System.nanoTime();
        CompletableFuture<Void> load = CompletableFuture.runAsync(
                () -> {
                    try {
                        BenchNode.load(node, id, files, exports);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                work -> new Thread(work, "loading").start());
        Map<Page, Taken> samples = visits.visit(Integer.MAX_VALUE, load::isDone);
        load.join();
        double seconds = (System.nanoTime() - begun) / 1e9;
        add("while " + "%,d".formatted(Sizes.LOAD_LINES) + " lines load", samples, BESIDE_A_LOAD);
        lines.add(new Report.Line("that load, beside the visits", new Sample(seconds), "s", "", ""));
        BenchNode.delete(files);
        Files.deleteIfExists(files);
    }
}
