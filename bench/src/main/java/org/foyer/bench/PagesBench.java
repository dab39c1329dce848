package org.foyer.bench;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.site.Node;

/** What a house's pages ask of the large node, each asked with a day not asked before so that no cache answers. */
final class PagesBench {

    private static final int QUESTIONS = 400;
    private static final int NIGHTS = 100;
    private static final int LINES_A_NIGHT = 50;

    private final Path work;
    private final Report report;
    private final Random random = new Random(7);

    PagesBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        List<Report.Line> lines = new ArrayList<>();
        try (Node node = BenchNode.filled(work)) {
            List<House> houses = node.houses().all().stream()
                    .filter(house -> !house.slug().startsWith("load-"))
                    .toList();
            ask(node, houses, QUESTIONS / 4, () -> false); // warm-up
            add(lines, "at rest", ask(node, houses, QUESTIONS, () -> false), 50);
            add(lines, "while a large export loads", whileLoading(node, houses), 150);
            nights(node, houses.size());
            add(
                    lines,
                    "after " + NIGHTS + " nights, before the nightly rewrite",
                    ask(node, houses, QUESTIONS, () -> false),
                    50);
            double rewrite = Stopwatch.seconds(
                    () -> houses.forEach(house -> node.warehouse().reorganise(house.id())));
            lines.add(new Report.Line("rewrite of all houses", new Sample(rewrite), "s", "", ""));
            add(lines, "after the rewrite", ask(node, houses, QUESTIONS, () -> false), 50);
        }
        report.write(
                "Pages",
                ("The questions behind a house's home, figures, performances and performance pages, asked through the door of the"
                                + " insight room for a random house and a random day, in a node of %,d lines and %d houses. p50 / p95 / max of"
                                + " a page. %d nights are simulated in SQL: each appends %d lines for every house in one block.")
                        .formatted(Sizes.NODE_LINES, Sizes.NODE_HOUSES, NIGHTS, LINES_A_NIGHT),
                lines);
    }

    private static void add(List<Report.Line> lines, String when, Sample sample, double bar) {
        Sample shown = new Sample(sample.median(), sample.quantile(0.95), sample.max());
        lines.add(new Report.Line(
                "page " + when + " (p50 / p95 / max)",
                shown,
                "ms",
                "",
                "p95 " + Bar.atMost(bar, sample.quantile(0.95))));
    }

    /** Until the questions are used up or the work beside has ended. */
    private Sample ask(Node node, List<House> houses, int questions, java.util.function.BooleanSupplier ended)
            throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        for (int question = 0; question < questions && !ended.getAsBoolean(); question++) {
            House house = houses.get(random.nextInt(houses.size()));
            LocalDate asOf = BenchNode.TODAY.minusDays(random.nextInt(900));
            int page = question % 4;
            milliseconds.add(1000 * Stopwatch.seconds(() -> page(node.figures(), house.id(), asOf, page)));
        }
        return new Sample(milliseconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void page(Figures figures, HouseId house, LocalDate asOf, int page) {
        Season season = Season.of(asOf);
        switch (page) {
            case 0 -> {
                figures.attention(house, asOf);
                figures.weeks(house, season, asOf);
            }
            case 1 -> figures.season(house, season, asOf);
            case 2 -> figures.performances(house, season, asOf, 0, 100);
            default -> {
                List<PerformanceLine> first = figures.performances(house, season, asOf, 0, 1);
                if (!first.isEmpty()) {
                    figures.performance(house, first.get(0).performance(), asOf);
                    figures.bookingCurve(house, first.get(0).performance(), asOf);
                }
            }
        }
    }

    private Sample whileLoading(Node node, List<House> houses) throws Exception {
        Path files = work.resolve("beside-files");
        SimulatedHouse house =
                BenchNode.simulate(1, Sizes.LOAD_LINES, 816, files).houses().get(0);
        HouseId id = BenchNode.addHouse(node, house, "load-" + System.currentTimeMillis())
                .id();
        List<SimulatedFile> exports = house.files().stream()
                .filter(file -> file.kind() == SimulatedFile.Kind.MOVEMENTS)
                .toList();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            try {
                BenchNode.load(node, id, files, exports);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Sample sample = ask(node, houses, Integer.MAX_VALUE, load::isDone);
        load.join();
        BenchNode.delete(files);
        return sample;
    }

    /** Many small runs in the order in which nights bring them: all houses in each block of the table. */
    private static void nights(Node node, int houses) {
        for (String table : List.of("sale_line", "daily_cube")) {
            node.warehouse().write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(
                            "create table bench_night as select *, row_number() over (order by random()) %% %d as night from %s using sample %d rows"
                                    .formatted(NIGHTS, table, NIGHTS * LINES_A_NIGHT * houses));
                }
            });
            for (int night = 0; night < NIGHTS; night++) {
                String append = "insert into %s select * exclude (night) from bench_night where night = %d"
                        .formatted(table, night);
                node.warehouse().write(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(append);
                    }
                });
            }
            node.warehouse().write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("drop table bench_night");
                }
            });
        }
    }
}
