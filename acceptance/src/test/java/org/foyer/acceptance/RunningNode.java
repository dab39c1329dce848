package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built jar serving a data folder on a free port of this machine. */
final class RunningNode implements AutoCloseable {

    private static final long SECONDS_MAX = 240;
    private static final Pattern ADDRESS = Pattern.compile("Foyer answers at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern LINK = Pattern.compile("http://\\S+/link\\?key=\\S+");

    private final Path err;
    private final Process process;
    private final String address;

    private RunningNode(Process process, Path err) throws IOException, InterruptedException {
        this.process = process;
        this.err = err;
        this.address = said(ADDRESS);
    }

    /** Starts and waits until it answers. */
    static RunningNode serve(Path data) throws IOException, InterruptedException {
        return serve(Map.of(), data);
    }

    /** The same under settings, which are environment variables. */
    static RunningNode serve(Map<String, String> settings, Path data) throws IOException, InterruptedException {
        return serve(settings, data, 0);
    }

    /** The same on a port that others were told. */
    static RunningNode serve(Map<String, String> settings, Path data, int port)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("foyer-node", ".txt");
        Process process =
                Command.start(settings, data, Path.of("/dev/null"), err, "serve", "--port", Integer.toString(port));
        try {
            return new RunningNode(process, err);
        } catch (Throwable failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** Where it answers, without a slash at the end. */
    String address() {
        return address;
    }

    /** The link that signs the administrator of a new node in once. */
    String firstLink() throws IOException, InterruptedException {
        return said(LINK);
    }

    /** What it told the person who started it. */
    String told() throws IOException {
        return Files.readString(err);
    }

    private String said(Pattern words) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (System.nanoTime() < until) {
            Matcher found = words.matcher(told());
            if (found.find()) {
                return found.group(found.groupCount());
            }
            assertThat(process.isAlive()).as("the node stopped: " + told()).isTrue();
            Thread.sleep(20);
        }
        throw new AssertionError("not said in " + SECONDS_MAX + " s: " + words + " in " + told());
    }

    /** Stops it as an operator would and checks that it goes. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        boolean gone = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(gone).as("the node stops when asked").isTrue();
        assertThat(told()).doesNotContain("\tat ");
        Files.delete(err);
    }
}
