package org.foyer.hub.insight.internal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of the models beside forms that are known in other ways. */
class SpecialTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.3, 0.9, 0.999, 0.9998})
    void ofOneItIsTheLogarithmOfWhichTheSeriesIsTheExpansion(double z) {
        assertThat(Special.hypergeometricOfOne(1, 2, z) / (-Math.log1p(-z) / z)).isEqualTo(1, within(1e-10));
    }

    @Test
    void ofOneItIsTheSeriesWhereThatEnds() {
        Random seeded = new Random(7);
        for (int one = 0; one < 2_000; one++) {
            double b = 0.01 + 30 * seeded.nextDouble();
            double c = b + 1 + 20 * seeded.nextDouble();
            double z = 0.98 * seeded.nextDouble();
            double series = Special.hypergeometric(1, b, c, z);
            assertThat(Special.hypergeometricOfOne(b, c, z) / series)
                    .as("1, " + b + "; " + c + "; " + z)
                    .isEqualTo(1, within(1e-10));
        }
    }

    @Test
    void tooNearToOneItIsNoNumberInsteadOfAWrongOne() {
        assertThat(Special.hypergeometricOfOne(1, 2, Math.nextDown(1.0))).isNaN();
        assertThat(Special.hypergeometricOfOne(1, 2, 1)).isNaN();
    }

    @Test
    void ofNothingItIsOne() {
        assertThat(Special.hypergeometricOfOne(2.5, 4, 0)).isEqualTo(1);
    }
}
