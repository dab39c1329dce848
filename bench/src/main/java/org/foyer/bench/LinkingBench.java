package org.foyer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the persons of a million buyers by the command, and counts how well. */
final class LinkingBench {

    private static final String PLAN = """
            id: id
            country: FR
            columns:
              prenom: first-name
              nom: last-name
              naissance: date
              email: email
              telephone: phone
              adresse: address
              code_postal: postcode
              commune: place
            """;

    private final Path work;
    private final Report report;

    LinkingBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        int records = (int) Sizes.number("FOYER_BENCH_BUYERS", 1_000_000);
        Path table = work.resolve("buyers.csv");
        Path plan = work.resolve("buyers.yaml");
        Path persons = work.resolve("buyers-persons.csv");
        new BuyerTable().write(table, records);
        Files.writeString(plan, PLAN);
        double[] seconds = new double[Sizes.ROUNDS];
        double[] mebibytes = new double[Sizes.ROUNDS];
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            int at = round;
            seconds[round] = Stopwatch.seconds(() -> mebibytes[at] = link(plan, table, persons));
        }
        double[] f1 = agreement(persons);
        Sample wall = new Sample(seconds);
        Sample memory = new Sample(mebibytes);
        report.write(
                "Linking",
                "%,d imagined buyer records, with slips, moves, families and namesakes, by `./foyer link`, reading and writing included."
                                .formatted(records)
                        + " Beside it Splink 5 on DuckDB on a machine of this class, on persons of its own.",
                List.of(
                        new Report.Line("wall time", wall, "s", "Splink: 42.4 s", Bar.atMost(20, wall.median())),
                        new Report.Line("peak memory", memory, "MiB", "Splink: 678 MB", Bar.atMost(700, memory.max())),
                        new Report.Line(
                                "pairwise F1", new Sample(f1[0]), "", "Splink: 0.966", Bar.atLeast(0.97, f1[0])),
                        new Report.Line("B-cubed F1", new Sample(f1[1]), "", "", Bar.atLeast(0.97, f1[1]))));
        Files.delete(table);
        Files.delete(persons);
    }

    /** Peak resident memory in MiB. */
    private static double link(Path plan, Path table, Path persons) throws Exception {
        Process process = new ProcessBuilder(
                        "./foyer", "link", "--config", plan.toString(), table.toString(), "--out", persons.toString())
                .inheritIO()
                .start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(process.pid()));
            Thread.sleep(20);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("linking failed: " + process.exitValue());
        }
        return peak;
    }

    private static double peak(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it has just ended
        }
    }

    /** Pairwise and B-cubed F1. */
    private static double[] agreement(Path persons) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> found = new HashMap<>();
        Map<Integer, Integer> truth = new HashMap<>();
        try (Stream<String> lines = Files.lines(persons)) {
            lines.skip(1).forEach(line -> {
                String[] cells = line.split(",");
                int cluster = numbers.computeIfAbsent(cells[1], key -> numbers.size());
                int person = BuyerTable.person(cells[0]);
                both.merge((long) cluster << 32 | person, 1, Integer::sum);
                found.merge(cluster, 1, Integer::sum);
                truth.merge(person, 1, Integer::sum);
            });
        }
        double records = truth.values().stream().mapToInt(Integer::intValue).sum();
        double cubedPrecision = 0;
        double cubedRecall = 0;
        for (Map.Entry<Long, Integer> cell : both.entrySet()) {
            double square = (double) cell.getValue() * cell.getValue();
            cubedPrecision += square / found.getOrDefault((int) (cell.getKey() >> 32), 1) / records;
            cubedRecall += square / truth.getOrDefault(cell.getKey().intValue(), 1) / records;
        }
        double precision = pairs(both) / pairs(found);
        double recall = pairs(both) / pairs(truth);
        System.out.printf(
                "pairs P %.4f R %.4f, B-cubed P %.4f R %.4f%n", precision, recall, cubedPrecision, cubedRecall);
        return new double[] {f1(precision, recall), f1(cubedPrecision, cubedRecall)};
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    private static double f1(double precision, double recall) {
        return 2 * precision * recall / (precision + recall);
    }
}
