package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {

    @ParameterizedTest
    @CsvSource({
        "Théâtre de l'Œuvre, theatre-de-l-oeuvre",
        "'  Chœur & Cie  ', choeur-cie",
        "Scènes de l’Ouest, scenes-de-l-ouest",
        "Händel 2026!, handel-2026",
        "???, ''"
    })
    void aNameBecomesWhatAnAddressMayHold(String name, String shortName) {
        assertThat(ShortName.of(name)).isEqualTo(shortName);
    }

    @Test
    void itIsCutWithoutAHyphenAtItsEnd() {
        assertThat(ShortName.cut("theatre-du-port", 8)).isEqualTo("theatre");
        assertThat(ShortName.cut("theatre", 40)).isEqualTo("theatre");
    }

    @Test
    void oneThatIsTakenGetsANumber() {
        assertThat(ShortName.free("ville", name -> false)).isEqualTo("ville");
        assertThat(ShortName.free("ville", Set.of("ville", "ville-2")::contains))
                .isEqualTo("ville-3");
    }
}
