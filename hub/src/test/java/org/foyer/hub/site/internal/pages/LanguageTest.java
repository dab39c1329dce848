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
