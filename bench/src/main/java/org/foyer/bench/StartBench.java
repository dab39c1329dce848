package org.foyer.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Start to first page, idle memory and time of a command, by the launcher, beside an empty Java program. */
final class StartBench {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final Path work;
    private final Report report;

    StartBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path data = work.resolve("start-node");
        BenchNode.delete(data);
        command(data, "house", "add", "Banc", "--short-name", "banc", "--discipline", "theatre", "--seats", "400");
        int rounds = Math.max(5, Sizes.ROUNDS);
        double[] starts = new double[rounds];
        double[] memory = new double[rounds];
        double[] figures = new double[rounds];
        double[] empty = new double[rounds];
        start(data); // makes the class archive
        for (int round = 0; round < rounds; round++) {
            double[] measured = start(data);
            starts[round] = measured[0];
            memory[round] = measured[1];
            figures[round] = Stopwatch.seconds(() -> command(data, "figures", "--house", "banc", "--format", "json"));
            empty[round] = Stopwatch.seconds(() -> finish(new ProcessBuilder("java", "-version")));
        }
        String beside = "java -version: " + new Sample(empty) + " s";
        report.write(
                "Start",
                "By the launcher `./foyer` with the class archive of its first run, an empty data folder. First page: the"
                        + " stores are open and the login page answers 200. Idle memory: resident, two seconds later.",
                List.of(
                        line("start to first page", new Sample(starts), "s", beside, 3),
                        line("idle memory", new Sample(memory), "MiB", "", 350),
                        line("a command (figures)", new Sample(figures), "s", beside, 2)));
        BenchNode.delete(data);
    }

    private static Report.Line line(String what, Sample sample, String unit, String beside, double bar) {
        return new Report.Line(what, sample, unit, beside, Bar.atMost(bar, sample.median()));
    }

    /** Seconds to the first page and resident MiB when idle. */
    private static double[] start(Path data) throws Exception {
        int port = freePort();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder("./foyer", "serve", "--data", data.toString(), "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitPage(port, process, START_MAX);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(2000);
            return new double[] {seconds, residentMebibytes(process.pid())};
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    static void awaitPage(int port, Process process, Duration most) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        long deadline = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers(client, port, "/q/health/ready") && answers(client, port, "/login")) {
                return;
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the node did not answer");
    }

    private static boolean answers(HttpClient client, int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double residentMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void command(Path data, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./foyer");
        builder.command().addAll(List.of(arguments));
        builder.command().addAll(List.of("--data", data.toString()));
        finish(builder);
    }

    private static void finish(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + builder.command());
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
