package org.foyer.hub.catalogue.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How alike two names are. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Carmen, CARMEN, 1",
        "'Mozart, Wolfgang Amadeus', Wolfgang Amadeus Mozart, 1",
        "Opéra d’Été, opera ete, 1",
        "Carmen, Tosca, 0.1",
        "Mozart, Wolfgang Amadeus Mozart, 0.45",
    })
    void namesAreAlike(String one, String other, double share) {
        assertThat(Likeness.of(one, other).share()).isBetween(share - 0.1, share + 0.1);
    }

    @Property
    void everyShareIsAShareAndOneOnlyForTheSame(
            @ForAll @StringLength(max = 30) String one, @ForAll @StringLength(max = 30) String other) {
        Likeness.Of of = Likeness.of(one, other);
        for (double share : new double[] {of.share(), of.words(), of.letters()}) {
            assertThat(share).isBetween(0.0, 1.0);
        }
        if (of.share() == 1) {
            assertThat(Likeness.key(one)).isEqualTo(Likeness.key(other));
        }
        assertThat(Likeness.of(other, one).letters()).isEqualTo(of.letters());
    }

    @Property
    void anyOrderIsTheSameName(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @NotEmpty @StringLength(max = 10) String> words) {
        List<String> turned = new ArrayList<>(words);
        Collections.reverse(turned);
        assertThat(Likeness.of(String.join(" ", words), String.join(" ", turned))
                        .share())
                .isEqualTo(1);
    }
}
