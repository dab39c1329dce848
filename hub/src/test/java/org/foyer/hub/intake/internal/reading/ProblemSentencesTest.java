package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemSentencesTest {

    private static final Path PACKAGE = Path.of("src/main/java/org/foyer/hub/intake/internal/reading");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void eachCodeHasASentenceAndAMend(String language) throws IOException {
        Properties sentences = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/problems/problems_" + language + ".properties"))) {
            sentences.load(in);
        }
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(PACKAGE)) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(ProblemSentencesTest::bare)
                        .forEach(codes::add);
            }
        }
        codes.remove(Recognition.JSON_LINES);
        codes.remove("windows-1252");
        assertThat(codes).hasSizeGreaterThan(30);
        for (String code : codes) {
            assertThat(sentences.getProperty(code)).as(code).isNotBlank().doesNotContain("'");
            assertThat(sentences.getProperty(code + ".mend")).as(code).isNotBlank();
        }
    }

    private static String bare(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }
}
