package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.ForgottenAnswers.Forgotten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of what leaves a house says what was forgotten, and nothing where nothing was. */
class ForgottenWordsTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");

    private static final List<Forgotten> LINES = List.of(
            new Forgotten(MARCH, true, "tosca", "", "shared-buyers", 3),
            new Forgotten(MARCH, false, "norma", "", "sums", 1),
            new Forgotten(MARCH, false, "aida", "urn:<far>", "answers", 2));

    private static String page(Language language, List<Forgotten> lines) throws IOException {
        return TemplatesTest.render(
                language,
                "leaving",
                new LeavingView(
                        "/h/x",
                        language.say("leaving_nothing"),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        ForgottenWords.of(language, TemplatesTest.HOUSE, lines)));
    }

    @Test
    void eachTimeIsASentence() {
        assertThat(ForgottenWords.of(Language.of(Locale.ENGLISH), TemplatesTest.HOUSE, LINES))
                .satisfiesExactly(
                        own -> assertThat(own)
                                .contains("2026")
                                .endsWith(": 3 numbers of shared buyers, because your house withdrew."),
                        here -> assertThat(here).endsWith(": 1 comparison over nodes, because “norma” withdrew."),
                        there -> assertThat(there)
                                .endsWith(": 2 answers to free questions, because “aida” of node urn:<far> withdrew."));
        assertThat(ForgottenWords.of(Language.of(Locale.FRENCH), TemplatesTest.HOUSE, LINES)
                        .get(2))
                .endsWith(
                        "\u00a0: 2 réponses à des questions libres, parce que «\u00a0aida\u00a0» du nœud urn:<far> s’est"
                                + " retirée.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageListsThemAndIsSilentWithoutAny(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        assertThat(page(language, LINES))
                .contains(language.say("leaving_forgotten_says"), "urn:&lt;far&gt;")
                .doesNotContain("{t:", "{0}", "null");
        assertThat(page(language, List.of())).doesNotContain(language.say("leaving_forgotten"));
    }
}
