package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyer.hub.site.internal.server.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that the site answers with has a sentence in each language. */
class SentencesTest {

    private static final Pattern CODE = Pattern.compile(
            "(?:Refused|answer|refuse)\\([^\"();]*\\d+,\\s*\"([a-z-]+)\"|(?:tell|line)\\([^\"();]*\"([a-z-]+)\"");

    @Test
    void everyCodeHasASentenceInFrenchAndEnglish() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String code : codes()) {
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                if (!Sentences.in(language).knows(code)) {
                    missing.add(language + " " + code);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The later of two would be told in the place of the earlier one, without a word. */
    @Test
    void noCodeHasTwoSentences() throws IOException {
        for (String language : List.of("fr", "en")) {
            List<String> keys =
                    Files.readAllLines(Path.of("src/main/resources/problems/problems_" + language + ".properties"))
                            .stream()
                            .filter(line -> line.matches("[a-z0-9.-]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void placeholdersAreFilledAndApostrophesKept() {
        assertThat(Sentences.in(Locale.FRENCH).sentence("house-unknown", List.of("l'Odéon")))
                .isEqualTo("Il n'y a pas de maison l'Odéon, ou vous n'en êtes pas membre.");
    }

    @ParameterizedTest
    @CsvSource({
        "fr,0,'Pris\u00a0: 0 billet, 0,00 EUR'",
        "fr,1,'Pris\u00a0: 1 billet, 0,00 EUR'",
        "fr,-1,'Pris\u00a0: -1 billet, 0,00 EUR'",
        "fr,2,'Pris\u00a0: 2 billets, 0,00 EUR'",
        "fr,1 000,'Pris\u00a0: 1 000 billets, 0,00 EUR'",
        "en,0,'Taken: 0 tickets, 0,00 EUR'",
        "en,1,'Taken: 1 ticket, 0,00 EUR'",
        "en,-1,'Taken: -1 ticket, 0,00 EUR'",
        "en,11,'Taken: 11 tickets, 0,00 EUR'"
    })
    void oneIsCountedAsOne(String language, String tickets, String expected) {
        Sentences sentences = Sentences.in(Locale.forLanguageTag(language));
        assertThat(sentences.sentence("report-totals", List.of(tickets, "0,00 EUR")))
                .isEqualTo(expected);
    }

    /** Of many problems at once, whose counts are not told. */
    @Test
    void withoutItsCountASentenceSpeaksOfMany() {
        assertThat(Sentences.in(Locale.ENGLISH).sentence("title-lines-skipped", List.of()))
                .isEqualTo("{0} lines above the header were skipped.");
    }

    /** Or a person would read the forms themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "problems/problems_fr",
                "problems/problems_en",
                "attention/attention_fr",
                "attention/attention_en"
            })
    void everyFormOfAWordIsWrittenWhole(String file) throws IOException {
        List<String> broken = Files.readAllLines(Path.of("src/main/resources/" + file + ".properties")).stream()
                .filter(line ->
                        line.replaceAll("\\{\\d(\\?[^:{}]+:[^:{}]+)?}", "").matches(".*[{}?]\\w.*"))
                .toList();
        assertThat(broken).isEmpty();
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/foyer/hub/site"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher found = CODE.matcher(read(file));
                while (found.find()) {
                    codes.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            });
        }
        assertThat(codes).contains("house-unknown", "warehouse-broken", "serving");
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
