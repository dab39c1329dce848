package org.foyer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was attacked, how often, and what came of it: a file beside the other results of the tests. */
final class RedTeamReport {

    static final Path FILE = Path.of("target", "red-team.md");

    private static final Path OF_ROOMS = Path.of("..", "hub", "target", "surefire-reports");
    private static final Pattern SUITE = Pattern.compile(
            "<testsuite[^>]*\\bname=\"([^\"]+)\"[^>]*\\btests=\"(\\d+)\" errors=\"(\\d+)\"[^>]*failures=\"(\\d+)\"");

    private final List<String> lines = new ArrayList<>();
    private final List<String> recovered = new ArrayList<>();

    /**
     * Notes an attack.
     *
     * @param undefended what the same attack brings where nothing stands against it, so that it is known to be able to succeed
     * @param found what it recovered; nothing when empty
     */
    void attacked(String attack, long tries, String undefended, List<String> found) {
        lines.add("| " + attack + " | " + tries + " | " + undefended + " | "
                + (found.isEmpty() ? "nothing" : "**" + found.size() + "**") + " |");
        found.forEach(one -> recovered.add(attack + ": " + one));
    }

    List<String> recovered() {
        return recovered;
    }

    void write() throws IOException {
        List<String> text = new ArrayList<>(List.of(
                "# Red team",
                "",
                "Attacks on the built program with simulated houses, as a passer-by, as the steward of another house and as the operator.",
                "",
                "| attack | tries | where nothing stands against it | recovered |",
                "| --- | --- | --- | --- |"));
        text.addAll(lines);
        text.addAll(List.of(
                "",
                "## Attacks that the rooms test themselves",
                "",
                "| test | attacks | failed |",
                "| --- | --- | --- |"));
        text.addAll(ofRooms());
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, text);
    }

    private static List<String> ofRooms() throws IOException {
        if (!Files.isDirectory(OF_ROOMS)) {
            return List.of("| not run beside this | | |");
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(OF_ROOMS)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("TEST-.*Attack.*\\.xml"))
                    .sorted()
                    .toList()) {
                Matcher suite = SUITE.matcher(Files.readString(file));
                if (suite.find()) {
                    int failed = Integer.parseInt(suite.group(3)) + Integer.parseInt(suite.group(4));
                    found.add("| " + suite.group(1).replaceFirst(".*\\.", "") + " | " + suite.group(2) + " | " + failed
                            + " |");
                }
            }
        }
        return found.isEmpty() ? List.of("| not run beside this | | |") : found;
    }
}
