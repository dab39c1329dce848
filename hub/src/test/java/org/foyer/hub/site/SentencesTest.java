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
