package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foyer.hub.intake.RunReport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recipe must keep: its sample gives what is expected, and nothing more when it comes twice. */
class RecipeContractTest {

    /** What the sample says beyond title and date, where the expected file tells it. */
    private static final String DESCRIBED = """
            select distinct p.title, d.property || d.language, d.value from description_now d
            left join performance f on d.kind = 'performance' and f.house = d.house and f.id = d.thing
            join production p on p.house = d.house and p.id = case when d.kind = 'production' then d.thing else f.production end
            where d.property not in ('title', 'genre', 'producer', 'description', 'url') order by all
            """;

    @TempDir
    Path folder;

    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(RecipeContractTest.class.getResource("/recipes"))
                .toURI());
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(file -> file.getFileName().toString().equals("expected.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSampleGivesWhatIsExpected(Path recipe) throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(recipe.resolve("expected.json").toFile());
        try (IntakeStand stand = new IntakeStand(folder)) {
            RunReport report = load(stand, recipe);
            assertThat(Objects.requireNonNull(
                                    report.recipe(), () -> report.problems().toString())
                            .name())
                    .isEqualTo(expected.path("recipe").asText());
            assertThat(List.of(
                            report.read(),
                            report.taken(),
                            report.unchanged(),
                            report.quarantined(),
                            report.tickets(),
                            report.amount()))
                    .as("read, taken, unchanged, quarantined, tickets, amount: %s", report.problems())
                    .isEqualTo(Stream.of("read", "taken", "unchanged", "quarantined", "tickets", "amount")
                            .map(key -> expected.path(key).asLong())
                            .toList());
            assertThat(new ObjectMapper()
                            .<JsonNode>valueToTree(report.byProblem())
                            .toString())
                    .isEqualTo(expected.path("byProblem").toString());
            assertThat(report.performances().stream()
                            .map(total -> total.title()
                                    + '|'
                                    + total.startsAt()
                                    + '|'
                                    + total.tickets()
                                    + '|'
                                    + total.amount())
                            .toList())
                    .isEqualTo(texts(expected.path("performances")));
            assertThat(stand.query("select field, label, kind from label order by field, label"))
                    .isEqualTo(texts(expected.path("labels")));
            if (expected.has("described")) {
                assertThat(stand.query(DESCRIBED)).isEqualTo(texts(expected.path("described")));
            }
            if (expected.has("warnings")) {
                assertThat(new ObjectMapper()
                                .<JsonNode>valueToTree(warnings(report))
                                .toString())
                        .isEqualTo(expected.path("warnings").toString());
            }
            RunReport again = load(stand, recipe);
            assertThat(again.taken()).as("taken when it comes twice").isZero();
        }
    }

    /** Code of each warning of a problem that leaves something out, with how often. */
    private static Map<String, Long> warnings(RunReport report) {
        Map<String, Long> counts = new TreeMap<>();
        report.problems().stream()
                .filter(problem -> problem.code().endsWith("-left-out"))
                .forEach(problem -> counts.put(
                        problem.code(), Long.parseLong(problem.arguments().get(0))));
        return counts;
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    private static RunReport load(IntakeStand stand, Path recipe) throws IOException {
        try (Stream<Path> files = Files.list(recipe)) {
            Path sample = files.filter(file -> file.getFileName().toString().startsWith("sample."))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = Files.newInputStream(sample)) {
                return stand.run(
                        IntakeStand.PARIS,
                        stand.intake.receive(
                                IntakeStand.PARIS, sample.getFileName().toString(), in));
            }
        }
    }
}
