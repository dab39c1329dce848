package org.foyer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the built jar as a user would, in a process of its own. */
final class Command {

    private static final Path JAR = Path.of(System.getProperty("foyer.jar"));
    private static final long SECONDS_MAX = 300;

    /** What a command answered. */
    record Answer(int exit, String out, String err) {}

    private Command() {}

    static Answer run(Path data, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("foyer-out", ".txt");
        Path err = Files.createTempFile("foyer-err", ".txt");
        try {
            Process process = start(data, out, err, arguments);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no answer in " + SECONDS_MAX + " s: " + String.join(" ", arguments));
            }
            return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static Process start(Path data, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("FOYER_DATA", data.toString());
        return builder.start();
    }
}
