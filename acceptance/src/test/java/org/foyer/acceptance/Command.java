package org.foyer.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the built jar as a user would, in a process of its own, with the class archive that the launcher makes. */
final class Command {

    private static final Path JAR = Path.of(System.getProperty("foyer.jar")).normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final long SECONDS_MAX = 480;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the processes unpack their engines; who is killed leaves them behind. */
    private static final Path SCRATCH = scratch();

    private static Path classArchive;

    /** What a command answered. */
    record Answer(List<String> arguments, int exit, String out, String err) {

        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }

        /** This answer, if it ended well. */
        Answer fine() {
            return ended(0);
        }

        /** This answer, if it ended so and showed nobody a stack trace. */
        Answer ended(int expected) {
            if (exit != expected || err.contains("\tat ") || err.contains("Exception")) {
                throw new AssertionError("not ended with " + expected + ": " + this);
            }
            return this;
        }
    }

    private Command() {}

    static Answer run(Path data, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), data, arguments);
    }

    /** The same under settings, which are environment variables. */
    static Answer run(Map<String, String> settings, Path data, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("foyer-out", ".txt");
        Path err = Files.createTempFile("foyer-err", ".txt");
        try {
            Process process = start(settings, data, out, err, arguments);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("no end in " + SECONDS_MAX + " s: " + Arrays.toString(arguments));
            }
            return new Answer(List.of(arguments), process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static Process start(Map<String, String> settings, Path data, Path out, Path err, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:SharedArchiveFile=" + classArchive()));
        command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Duser.language=en"));
        command.add("-Djava.io.tmpdir=" + SCRATCH);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        builder.environment().put("FOYER_DATA", data.toString());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Made once for each jar and Java, where the launcher would make it. */
    private static synchronized Path classArchive() throws IOException, InterruptedException {
        if (classArchive != null) {
            return classArchive;
        }
        Path archive = JAR.resolveSibling("foyer-java" + Runtime.version().feature() + ".jsa");
        if (!Files.exists(archive) || newer(JAR, archive)) {
            Path scratch = Files.createTempDirectory("foyer-rehearsal");
            new ProcessBuilder(
                            JAVA.toString(),
                            "-XX:ArchiveClassesAtExit=" + archive,
                            "-Xlog:disable",
                            "-jar",
                            JAR.toString(),
                            "serve",
                            "--rehearse",
                            "--port",
                            "0",
                            "--data",
                            scratch.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            delete(scratch);
        }
        classArchive = archive;
        return archive;
    }

    private static boolean newer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static Path scratch() {
        try {
            Path folder = Files.createTempDirectory("foyer-scratch");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    delete(folder);
                } catch (IOException stillWritten) {
                    System.err.println("left behind: " + folder);
                }
            }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes engines of 72 MB that killed processes left unpacked, and says how many there were. */
    static int clearAwayEngines() throws IOException {
        int cleared = 0;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(SCRATCH, "libduckdb*")) {
            for (Path engine : left) {
                Files.delete(engine);
                cleared++;
            }
        }
        return cleared;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
