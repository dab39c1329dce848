package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.foyer.hub.insight.Indicator;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void everyFigureThatNeedsNoIdentityIsExplained() {
        assertThat(Dictionary.shipped().indicators())
                .extracting(Indicator::number)
                .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 21, 22, 23, 24, 29, 30, 32)
                .isSorted();
    }

    /** 19 has a grid of its own, and 25 to 27 are tables. */
    @Test
    void everyFigureOfPeopleIsExplained() {
        assertThat(Dictionary.shipped().indicators())
                .extracting(Indicator::number)
                .contains(12, 13, 14, 15, 16, 17, 18, 20, 28);
        assertThat(Dictionary.shipped().indicators())
                .filteredOn(indicator -> indicator.number() == 17)
                .extracting(Indicator::id)
                .containsExactly("recency", "visit-interval", "next-visit");
    }

    @Test
    void theTwoLanguagesDiffer() {
        assertThat(Dictionary.shipped().indicators())
                .allSatisfy(indicator -> assertThat(indicator.formula().in("fr-FR"))
                        .isNotEqualTo(indicator.formula().in("en")));
    }

    @Test
    void aBrokenDictionaryTellsEverythingAtOnce() throws IOException {
        assertThatThrownBy(() -> Dictionary.read(sample("broken-dictionary.yaml")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sample("broken-dictionary.expected.txt").strip());
    }

    @Test
    void anEmptyDictionaryIsRefused() {
        assertThatThrownBy(() -> Dictionary.read("{}")).hasMessageContaining("is not a list of figures");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = DictionaryTest.class.getResourceAsStream("/insight/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
