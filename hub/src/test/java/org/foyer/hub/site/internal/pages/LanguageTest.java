package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern AUDITED = Pattern.compile("audit\\.write\\([^;]*;");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern TOO_CLOSE = Pattern.compile("«(?!\u00a0)|(?<!\u00a0)»");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{t:(\\w+)}");

    @Test
    void everyMessageStandsInBothLanguages() {
        assertThat(Language.FRENCH.keys()).isEqualTo(Language.ENGLISH.keys()).hasSizeGreaterThan(500);
    }

    @Test
    void everyMessageHasTheSamePlaceholdersInBothLanguages() {
        for (String key : Language.FRENCH.keys()) {
            assertThat(placeholders(Language.FRENCH.say(key)))
                    .as(key)
                    .isEqualTo(placeholders(Language.ENGLISH.say(key)));
        }
    }

    @Test
    void noMessageIsEmpty() {
        for (Language language : Language.ALL) {
            assertThat(language.keys())
                    .allSatisfy(key -> assertThat(language.say(key)).isNotBlank());
        }
    }

    @Test
    void everyMessageThatATemplateNamesExists() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher = IN_TEMPLATE.matcher(Files.readString(template));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(200);
        assertThat(Language.FRENCH.keys()).containsAll(named);
    }

    /** Else a page shows the code of what was done. */
    @Test
    void everyActionThatTheAuditIsToldOfHasWords() throws IOException {
        TreeSet<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher call = AUDITED.matcher(Files.readString(source));
                while (call.find()) {
                    CODE.matcher(call.group()).results().forEach(hit -> written.add(hit.group(1)));
                }
            }
        }
        assertThat(written).hasSizeGreaterThan(30);
        for (Language language : Language.ALL) {
            assertThat(written)
                    .allSatisfy(action -> assertThat(language.did(action)).isNotEqualTo(action));
        }
    }

    @Test
    void frenchQuotationMarksStandApartWithoutBreakingTheLine() throws IOException {
        for (String file : new String[] {"messages/pages_fr", "problems/problems_fr", "attention/attention_fr"}) {
            assertThat(Files.readAllLines(Path.of("src/main/resources", file + ".properties")))
                    .noneMatch(line -> TOO_CLOSE.matcher(line).find());
        }
    }

    @Test
    void whoActedIsNamedInTheLanguageAndALoginStays() {
        assertThat(Language.FRENCH.who("houses of this node")).isEqualTo("les maisons de ce nœud");
        assertThat(Language.FRENCH.who("command-line")).isEqualTo("ligne de commande");
        assertThat(Language.FRENCH.who("anne-marie")).isEqualTo("anne-marie");
    }

    @Test
    void aClassOfSchemaOrgIsNoWordForAReader() {
        assertThat(Labels.eventType(Language.FRENCH, "TheaterEvent")).isNull();
        assertThat(Labels.eventType(Language.FRENCH, "Concert scolaire")).isEqualTo("Concert scolaire");
    }

    @Test
    void theDayOfThePerformanceHasAName() {
        assertThat(Labels.daysBefore(Language.FRENCH, 0)).isEqualTo("Jour J");
        assertThat(Labels.daysBefore(Language.FRENCH, 14)).isEqualTo("J−14");
    }

    @Test
    void aCountTakesTheFormThatFitsInEachLanguage() {
        assertThat(Language.FRENCH.count("days", 0)).isEqualTo("0 jour");
        assertThat(Language.FRENCH.count("days", 1)).isEqualTo("1 jour");
        assertThat(Language.FRENCH.count("days", 2)).isEqualTo("2 jours");
        assertThat(Language.ENGLISH.count("days", 0)).isEqualTo("0 days");
        assertThat(Language.ENGLISH.count("days", 1)).isEqualTo("1 day");
    }

    private static Set<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(hit -> found.add(hit.group()));
        return found;
    }
}
