package org.foyer.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;

/** Lines per second that the simulator writes, beside a loop that writes as many ready-made lines. */
final class SimulatorBench {

    private static final String READY_MADE =
            "84512345;Vente;03/11/2026 14:05;Le Songe d'une nuit d'hiver;21/11/2026 20:30;Grande salle;Tarif plein;1re;Internet;23,50;"
                    + "1,23;23,50;0,00;C8812345;A551234;Durand;Marie;69003;Lyon\n";

    private final Path work;
    private final Report report;

    SimulatorBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        double[] simulated = new double[Sizes.ROUNDS];
        double[] ofProcessor = new double[Sizes.ROUNDS];
        double[] readyMade = new double[Sizes.ROUNDS];
        Path out = work.resolve("simulator-files");
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            long lines = write(out.resolveSibling("ready-made.csv"), readyMade, round);
            BenchNode.delete(out);
            List<SimulatedNetwork> made = new ArrayList<>();
            double before = Machine.processorSeconds();
            double seconds = Stopwatch.seconds(() -> made.add(BenchNode.simulate(12, lines, 99, out)));
            long written = made.get(0).houses().stream()
                    .mapToLong(SimulatedHouse::lines)
                    .sum();
            simulated[round] = written / seconds;
            ofProcessor[round] = written / (Machine.processorSeconds() - before);
        }
        BenchNode.delete(out);
        Files.delete(out.resolveSibling("ready-made.csv"));
        Sample sample = new Sample(simulated);
        report.write(
                "Simulator",
                "Two million sale lines of twelve houses in all file shapes, truth file included; beside it one thread that writes the"
                        + " same ready-made line as often.",
                List.of(new Report.Line(
                        "lines",
                        sample,
                        "lines/s",
                        "ready-made lines: " + new Sample(readyMade)
                                + " lines/s; simulated in a second of one processor: " + new Sample(ofProcessor),
                        Bar.atLeast(300_000, sample.median()))));
    }

    private static long write(Path file, double[] perSecond, int round) throws Exception {
        long lines = 2_000_000;
        perSecond[round] = lines / Stopwatch.seconds(() -> repeat(file, lines));
        return lines;
    }

    private static void repeat(Path file, long lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (long line = 0; line < lines; line++) {
                writer.write(READY_MADE);
            }
        }
    }
}
