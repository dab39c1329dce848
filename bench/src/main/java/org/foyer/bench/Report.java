package org.foyer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one run of the benchmarks, kept section by section so that one can be measured anew. */
final class Report {

    private static final String MARK = "<!-- section: %s -->";

    private final Path file;

    Report(Path file) {
        this.file = file;
    }

    /** One line of a section: what, minimum / median / maximum, unit, what it is measured against, and whether the bar is met. */
    record Line(String what, Sample sample, String unit, String beside, String bar) {

        private String row() {
            return "| %s | %s | %s | %s | %s |%n"
                    .formatted(what, sample, unit, beside, bar)
                    .replace("\r", "");
        }
    }

    /**
     * Replaces a section, leaving the others as they were measured. A paragraph that someone added to explain a gap, which
     * begins with {@code > }, stays as long as a bar is missed.
     */
    void write(String section, String method, List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder("## " + section + "\n\n" + method + "\n\n")
                .append("Measured on ")
                .append(LocalDate.now(java.time.ZoneOffset.UTC))
                .append(", ")
                .append(Machine.describe())
                .append(".\n\n| what | min / median / max | unit | beside | bar |\n| --- | --- | --- | --- | --- |\n");
        lines.forEach(line -> text.append(line.row()));
        Map<String, String> sections = sections();
        if (text.indexOf("**missed**") >= 0) {
            String why = why(sections.getOrDefault(section, ""));
            text.append(why.isEmpty() ? "" : "\n" + why + "\n");
        }
        sections.put(section, text.toString());
        StringBuilder whole = new StringBuilder(head());
        sections.forEach((name, body) ->
                whole.append('\n').append(MARK.formatted(name)).append('\n').append(body));
        Files.writeString(file, whole.toString());
        System.out.println(text);
    }

    private static String why(String section) {
        return section.lines().filter(line -> line.startsWith("> ")).collect(Collectors.joining("\n"));
    }

    private Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return sections;
        }
        List<String> body = new ArrayList<>();
        String name = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("<!-- section: ")) {
                keep(sections, name, body);
                name = line.substring("<!-- section: ".length(), line.length() - " -->".length());
                body.clear();
            } else {
                body.add(line);
            }
        }
        keep(sections, name, body);
        return sections;
    }

    private static void keep(Map<String, String> sections, String name, List<String> body) {
        if (!name.isEmpty()) {
            sections.put(name, String.join("\n", body).strip() + "\n");
        }
    }

    private static String head() {
        return """
                # Benchmarks

                Written by the module `bench` (`bench/run`), each section in one run with its peer or limit beside it. Minimum, median and
                maximum are given; the machine is shared, so quote medians and ratios.
                """;
    }
}
