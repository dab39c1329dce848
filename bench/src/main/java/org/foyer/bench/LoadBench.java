package org.foyer.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.site.Node;

/** Load of one large dirty export into the large node, beside DuckDB's typed read of its clean twin. */
final class LoadBench {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DAY = Pattern.compile("\\b\\d{2}/(?=\\d{2}/\\d{4})");

    /** The simulator spoils one line in 1,900; with these it is one in a thousand. */
    private static final long SPOILT_EVERY = 2_100;

    private final Path work;
    private final Report report;

    LoadBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path files = work.resolve("load-files");
        SimulatedHouse house =
                BenchNode.simulate(1, Sizes.LOAD_LINES, 815, files).houses().get(0);
        Path export = onlyExport(house, files);
        Path twin = work.resolve("twin.csv");
        CleanTwin clean = CleanTwin.write(export, twin);
        double[] anchors = new double[Sizes.ROUNDS];
        double[] loads = new double[Sizes.ROUNDS];
        double[] ratios = new double[Sizes.ROUNDS];
        double[] perSecond = new double[Sizes.ROUNDS];
        List<RunReport> reports = new ArrayList<>();
        Path folder = BenchNode.copyOfFilled(work);
        try (Node node = BenchNode.open(folder)) {
            for (int round = 0; round < Sizes.ROUNDS; round++) {
                anchors[round] = anchor(clean, twin);
                HouseId id = BenchNode.addHouse(node, house, "load-" + System.currentTimeMillis())
                        .id();
                loads[round] = Stopwatch.seconds(() -> reports.add(BenchNode.load(node, id, export)));
                ratios[round] = loads[round] / anchors[round];
                requireCommitted(reports.get(round));
                perSecond[round] = reports.get(round).read() / loads[round];
            }
        }
        write(export, clean, anchors, loads, ratios, perSecond, reports.get(0));
        BenchNode.delete(folder);
        Files.delete(twin);
        BenchNode.delete(files);
    }

    /** A run that was refused is soon over: its time is no speed. */
    private static void requireCommitted(RunReport load) {
        if (load.state() != RunState.COMMITTED) {
            throw new IllegalStateException("the load was not committed: " + load.problems());
        }
    }

    private void write(
            Path export,
            CleanTwin clean,
            double[] anchors,
            double[] loads,
            double[] ratios,
            double[] perSecond,
            RunReport first)
            throws IOException {
        Sample ratio = new Sample(ratios);
        Sample speed = new Sample(perSecond);
        report.write(
                "Load",
                ("A simulated French export (Windows-1252, decimal commas) of %,d lines and %d columns, %,d MB, into a node that"
                                + " holds %,d lines of %d houses: archive copy, digest, checks, people, facts and cubes. Of its %,d rows,"
                                + " %,d were taken and %,d put into quarantine (%.3f %%); every row is accounted for. Anchor: DuckDB's typed"
                                + " read of the clean twin in UTF-8 into a table of an empty database.")
                        .formatted(
                                first.read(),
                                clean.columns(),
                                Files.size(export) / 1_000_000,
                                Sizes.NODE_LINES,
                                Sizes.NODE_HOUSES,
                                first.read(),
                                first.taken(),
                                first.quarantined(),
                                100.0 * first.quarantined() / first.read()),
                List.of(
                        new Report.Line("load", new Sample(loads), "s", "anchor: " + new Sample(anchors) + " s", ""),
                        new Report.Line("load / anchor", ratio, "times", "", Bar.atMost(2.5, ratio.median())),
                        new Report.Line("speed", speed, "lines/s", "", Bar.atLeast(200_000, speed.median()))));
    }

    private double anchor(CleanTwin clean, Path twin) throws Exception {
        Path database = work.resolve("anchor.duckdb");
        Files.deleteIfExists(database);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            return Stopwatch.seconds(() -> statement.execute(clean.anchorSql(twin, "anchor")));
        } finally {
            Files.deleteIfExists(database);
        }
    }

    /**
     * All seasons of the house in one file: the same header once, then every season's lines, one in a thousand of them
     * dirty. The nightly export is left out: it repeats lines of its season, which would all count as dirty.
     */
    private static Path onlyExport(SimulatedHouse house, Path folder) throws IOException {
        Path whole = folder.resolve("whole.csv");
        boolean first = true;
        long lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(whole, WINDOWS)) {
            for (SimulatedFile file : house.files()) {
                if (file.kind() == SimulatedFile.Kind.MOVEMENTS && !file.path().contains("nightly")) {
                    try (BufferedReader in = Files.newBufferedReader(folder.resolve(file.path()), WINDOWS)) {
                        String header = in.readLine();
                        if (first) {
                            out.write(header + "\r\n");
                        }
                        for (String line = in.readLine(); line != null; line = in.readLine()) {
                            out.write(++lines % SPOILT_EVERY == 0 ? spoilt(line) : line);
                            out.write("\r\n");
                        }
                    }
                    first = false;
                }
            }
        }
        return whole;
    }

    /** The first day of the line becomes one that no month has. */
    private static String spoilt(String line) {
        return DAY.matcher(line).replaceFirst("32/");
    }
}
