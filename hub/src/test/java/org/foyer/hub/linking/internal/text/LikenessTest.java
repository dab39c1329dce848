package org.foyer.hub.linking.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private final Likeness likeness = new Likeness();

    /** The examples of Winkler's own papers. */
    @Test
    void jaroWinklerGivesThePublishedFigures() {
        assertThat(likeness.jaroWinkler("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
        assertThat(likeness.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
        assertThat(likeness.jaroWinkler("dwayne", "duane")).isCloseTo(0.8400, within(1e-4));
        assertThat(likeness.jaroWinkler("abc", "xyz")).isZero();
        assertThat(likeness.jaroWinkler("", "abc")).isZero();
    }

    @Test
    void slipsAreCountedUpToTheLimit() {
        assertThat(likeness.slips("dupont", "dupnot", 2)).isEqualTo(1);
        assertThat(likeness.slips("dupont", "dupond", 2)).isEqualTo(1);
        assertThat(likeness.slips("dupont", "dupon", 2)).isEqualTo(1);
        assertThat(likeness.slips("kitten", "sitting", 3)).isEqualTo(3);
        assertThat(likeness.slips("kitten", "sitting", 2)).isEqualTo(3);
        assertThat(likeness.slips("same", "same", 1)).isZero();
    }

    @Property
    void bothAreTheSameInBothOrders(
            @ForAll @AlphaChars @StringLength(max = 9) String a, @ForAll @AlphaChars @StringLength(max = 9) String b) {
        assertThat(likeness.jaroWinkler(a, b)).isEqualTo(likeness.jaroWinkler(b, a), within(1e-12));
        assertThat(likeness.slips(a, b, 3)).isEqualTo(likeness.slips(b, a, 3));
        assertThat(likeness.jaroWinkler(a, b)).isBetween(0.0, 1.0);
    }

    @Property(tries = 2_000, seed = "20261128")
    void countingToOneFindsTheSameAsCountingOn(
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String a,
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String b) {
        assertThat(likeness.slips(a, b, 1)).isEqualTo(Math.min(2, likeness.slips(a, b, 6)));
    }
}
