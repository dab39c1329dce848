package org.foyer.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.acceptance.Command.Answer;

/** Gives files to a data folder by the command line, and reads what it answers. */
final class FilesIn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FilesIn() {}

    /** What an import answered; the report is missing when the command refused before it made one. */
    record Import(Answer answer, JsonNode report) {

        long rows(String kind) {
            return report.path(kind).asLong();
        }

        String state() {
            return report.path("state").asText();
        }

        /** The stable codes of the whole file and of its rows. */
        List<String> codes() {
            List<String> codes = new ArrayList<>();
            report.path("problems")
                    .forEach(problem -> codes.add(problem.path("code").asText()));
            report.path("byProblem").fieldNames().forEachRemaining(codes::add);
            return codes;
        }
    }

    static void house(Path data, String slug, String discipline, String region) throws Exception {
        Answer added = Command.run(
                data,
                "house",
                "add",
                slug,
                "--short-name",
                slug,
                "--discipline",
                discipline,
                "--seats",
                "400",
                "--city",
                "Angers",
                "--postcode",
                "49000",
                "--country",
                "FR",
                "--region",
                region);
        if (added.exit() != 0) {
            throw new AssertionError("house not added: " + added);
        }
    }

    /** Imports with a report; further arguments are options and files. */
    static Import give(Path data, String house, String... arguments) throws Exception {
        Path report = Files.createTempFile("foyer-report", ".json");
        Files.delete(report);
        List<String> all = new ArrayList<>(List.of("import", "--house", house, "--report", report.toString()));
        all.addAll(List.of(arguments));
        Answer answer = Command.run(data, all.toArray(String[]::new));
        return new Import(answer, read(report));
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static JsonNode read(Path report) throws IOException {
        if (!Files.exists(report)) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(report.toFile());
        } finally {
            Files.delete(report);
        }
    }
}
