package org.foyer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchCounts;
import org.foyer.hub.linking.internal.overlap.Answering;
import org.foyer.hub.linking.internal.overlap.Asking;
import org.foyer.hub.linking.internal.overlap.KeyHolder;
import org.foyer.hub.linking.internal.overlap.Pseudonyms;
import org.foyer.hub.linking.internal.overlap.SketchPool;

/** Counts the buyers whom two houses share, half of each, beside the npm package @openmined/psi.js on the same sets. */
final class OverlapBench {

    private static final String PACKAGE = "@openmined/psi.js@2.0.6";
    private static final PseudonymScope SCOPE = new PseudonymScope("reach", "2026-Q4");

    /** Bytes of a message before its points. */
    private static final int HEAD = 42;

    private final Path work;
    private final Report report;
    private final SecureRandom random = new SecureRandom();

    OverlapBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        int size = (int) Sizes.number("FOYER_BENCH_OVERLAP", 1_000_000);
        int peerSize = (int) Sizes.number("FOYER_BENCH_OVERLAP_PEER", size);
        double[] seconds = new double[Sizes.ROUNDS];
        double[] megabytes = new double[Sizes.ROUNDS];
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            int at = round;
            seconds[round] = Stopwatch.seconds(() -> megabytes[at] = exact(size) / 1e6);
        }
        double[] peer = peer(peerSize);
        List<byte[]> sketches = new ArrayList<>();
        double[] made = {0, 0};
        for (int house = 0; house < 2; house++) {
            int from = house * size / 2;
            made[house] = Stopwatch.seconds(() -> sketches.add(sketch(from, from + size)));
        }
        long[] answer = new long[1];
        double[] asked = new double[Sizes.ROUNDS];
        for (int round = 0; round < Sizes.ROUNDS; round++) {
            asked[round] = Stopwatch.seconds(() -> answer[0] = shared(sketches));
        }
        double error = 100 * Math.abs(answer[0] - size / 2.0) / (size / 2.0);
        Sample wall = new Sample(seconds);
        String beside = "%s, %,d each: %.0f s, %.0f MB".formatted(PACKAGE, peerSize, peer[0], peer[1] / 1e6);
        report.write(
                "Overlap",
                "Two houses of %,d buyers each, half of them shared; both sides in one process, byte messages between them, one after the other; multiplied by %s."
                        .formatted(size, Answering.multipliedBy()),
                List.of(
                        new Report.Line("exact, both sides", wall, "s", beside, Bar.atMost(90, wall.median())),
                        new Report.Line(
                                "on the wire",
                                new Sample(megabytes),
                                "MB",
                                "",
                                Bar.atMost(150, new Sample(megabytes).median())),
                        new Report.Line(
                                "pseudonyms of one house, both holders, and its sketch",
                                new Sample(made),
                                "s",
                                "",
                                "none set"),
                        new Report.Line(
                                "sketches taken and asked what they share",
                                new Sample(asked),
                                "s",
                                "",
                                Bar.atMost(1, new Sample(asked).median())),
                        new Report.Line("error of it", new Sample(error), "%", "", Bar.atMost(2, error))));
    }

    private static Iterator<String> buyers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "e:buyer" + i + "@example.org")
                .iterator();
    }

    private byte[] secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }

    /** Bytes on the wire. */
    private long exact(int size) throws OverlapRefused {
        OverlapQuestion question = new OverlapQuestion("one", "two", "overlap", "2026-Q4");
        Asking asking = new Asking(question, buyers(0, size), secret(), random);
        Answering answering =
                new Answering(question, buyers(size / 2, size / 2 + size), secret(), random, (asked, set, count) -> {});
        byte[] offer = asking.offer();
        byte[] accept = answering.accept(offer);
        asking.accepted(accept);
        long bytes = offer.length + accept.length;
        for (Iterator<byte[]> points = asking.points(); points.hasNext(); ) {
            byte[] message = points.next();
            bytes += message.length;
            answering.take(message);
        }
        for (Iterator<byte[]> answer = answering.answer(); answer.hasNext(); ) {
            byte[] message = answer.next();
            bytes += message.length;
            asking.take(message);
        }
        OverlapAnswer told = asking.answer();
        if (Math.abs(told.about() - size / 2) > 4 * OverlapAnswer.WITHIN) {
            throw new IllegalStateException("told " + told + " of " + size / 2);
        }
        return bytes;
    }

    private byte[] sketch(int from, int to) throws OverlapRefused {
        byte[] blinding = new byte[32];
        random.nextBytes(blinding);
        Pseudonyms pseudonyms = new Pseudonyms(SCOPE, buyers(from, to), blinding);
        for (int number = 0; number < pseudonyms.messages(); number++) {
            pseudonyms.byFirst(number, multiplied(1, pseudonyms, number));
        }
        for (int number = 0; number < pseudonyms.messages(); number++) {
            pseudonyms.bySecond(number, multiplied(2, pseudonyms, number));
        }
        return pseudonyms.sketch();
    }

    private static byte[] multiplied(int holder, Pseudonyms pseudonyms, int number) throws OverlapRefused {
        byte[] master = new byte[32];
        master[0] = (byte) holder;
        byte[] message = pseudonyms.message(number);
        int points = (message.length - HEAD) / 32;
        return new KeyHolder(master).multiply(SCOPE, points, message);
    }

    /** People of both, as the sketches estimate them. */
    private static long shared(List<byte[]> sketches) throws OverlapRefused {
        SketchPool pool = new SketchPool(SCOPE);
        for (byte[] sketch : sketches) {
            pool.add(sketch);
        }
        SketchCounts.Pair pair = pool.counts().pairs().get(0);
        return Math.round(pair.shared() / pair.together().share());
    }

    /** Seconds and bytes of the npm package. */
    private double[] peer(int size) throws IOException, InterruptedException {
        Path folder = work.resolve("psi").toAbsolutePath();
        if (!Files.exists(folder.resolve("package"))) {
            Files.createDirectories(folder);
            told(folder, "npm", "pack", "--silent", PACKAGE);
            told(folder, "sh", "-c", "tar xzf *.tgz");
        }
        Path script = Path.of("bench", "src", "main", "node", "psi.mjs").toAbsolutePath();
        String[] parts = told(
                        folder,
                        "node",
                        "--max-old-space-size=6000",
                        script.toString(),
                        folder.resolve("package").toString(),
                        Integer.toString(size))
                .strip()
                .split(" ");
        if (Long.parseLong(parts[2]) != size / 2) {
            throw new IllegalStateException("the package found " + parts[2] + " of " + size / 2);
        }
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }

    private static String told(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[0] + " failed");
        }
        return said;
    }
}
