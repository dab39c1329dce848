package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of the folder is recognised and read as the file of the same name with {@code .expected} says.
 */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/intake/reading");

    @TempDir
    Path folder;

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected") && !name.startsWith("."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isRecognisedAndReadAsExpected(String name) throws IOException {
        String expected = Files.readString(SAMPLES.resolve(name + ".expected"));
        assertThat(shown(name)).isEqualTo(expected);
    }

    private String shown(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        Recognition recognition = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(file, name);
        StringBuilder out = new StringBuilder();
        recognition(recognition, out);
        if (!recognition.stopped()) {
            table(file, name, recognition, null, out);
            for (JsonShape shape : recognition.shapes().stream().skip(1).toList()) {
                table(file, name, recognition, shape, out);
            }
        }
        return out.toString();
    }

    private static void recognition(Recognition recognition, StringBuilder out) {
        out.append(recognition.format());
        if (recognition.charset() != null) {
            out.append(' ').append(recognition.charset());
        }
        if (recognition.separator() != null) {
            out.append(" separator ").append(recognition.separator() == '\t' ? "tab" : recognition.separator());
        }
        if (recognition.sheet() != null) {
            out.append(" sheet ").append(recognition.sheet());
        }
        out.append(" header ")
                .append(recognition.headerLine())
                .append(" first ")
                .append(recognition.firstLine());
        out.append(recognition.trailingSeparator() ? " trailing\n" : "\n");
        recognition
                .shapes()
                .forEach(shape -> out.append("shape records=")
                        .append(shape.records())
                        .append(" exploded=")
                        .append(shape.exploded())
                        .append('\n'));
        problems(recognition.problems(), out);
        recognition.sample().forEach(row -> assertThat(row).hasSameSizeAs(recognition.header()));
    }

    private void table(Path file, String name, Recognition recognition, JsonShape shape, StringBuilder out)
            throws IOException {
        try (WorkingTable table = new TableReader(List.of(), ReadLimits.DEFAULT)
                .read(file, name, recognition, shape, folder, Progress.NONE)) {
            out.append("\n--- ").append(String.join(" · ", table.columns())).append('\n');
            out.append(Files.readString(table.file()));
            out.append("--- records ")
                    .append(table.records())
                    .append(" refused ")
                    .append(table.refused());
            LineCount lines = table.lines();
            out.append(" lines ")
                    .append(lines.lines())
                    .append(" = head ")
                    .append(lines.head())
                    .append(" + records ")
                    .append(lines.inRecords())
                    .append(" + refused ")
                    .append(lines.refused())
                    .append(" + blank ")
                    .append(lines.blank())
                    .append('\n');
            out.append(Files.readString(table.refusedFile()));
            problems(table.problems(), out);
            int words = recognition.shapes().isEmpty() || shape == null
                    ? recognition.header().size()
                    : shape.columns().size();
            assertThat(table.columns().subList(0, words))
                    .isEqualTo(shape == null ? recognition.header() : shape.columns());
        }
    }

    private static void problems(List<Problem> problems, StringBuilder out) {
        for (Problem problem : problems) {
            out.append(problem.severity()).append(' ').append(problem.code());
            if (problem.place().line() > 0) {
                out.append(" line ").append(problem.place().line());
            }
            if (problem.place().column() != null) {
                out.append(" column ").append(problem.place().column());
            }
            problem.arguments()
                    .forEach(argument -> out.append(" [").append(argument).append(']'));
            out.append('\n');
        }
    }
}
