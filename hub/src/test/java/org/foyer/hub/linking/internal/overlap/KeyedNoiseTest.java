package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.model.KeyedNoise;
import org.junit.jupiter.api.Test;

class KeyedNoiseTest {

    private static byte[] label(int i) {
        return ("question " + i).getBytes();
    }

    @Test
    void theSameQuestionIsMovedBySameAmountAndAnotherSecretByAnother() {
        byte[] secret = Party.secret(7);
        int differ = 0;
        for (int i = 0; i < 200; i++) {
            assertThat(KeyedNoise.of(secret, label(i))).isEqualTo(KeyedNoise.of(secret, label(i)));
            differ += KeyedNoise.of(secret, label(i)) == KeyedNoise.of(Party.secret(8), label(i)) ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(150);
    }

    /** P(x) = (1 − q) / (1 + q) · q^|x| with q = exp(−1/5). */
    @Test
    void amountsFollowTheDiscreteLaplaceDistribution() {
        int draws = 200_000;
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            counts.merge(KeyedNoise.of(Party.secret(3), label(i)), 1, Integer::sum);
        }
        double q = Math.exp(-1.0 / KeyedNoise.SCALE);
        for (int x = -15; x <= 15; x++) {
            double expected = (1 - q) / (1 + q) * Math.pow(q, Math.abs(x));
            assertThat(counts.getOrDefault(x, 0) / (double) draws)
                    .as("share of " + x)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected / draws)));
        }
    }

    @Test
    void theErrorToldHoldsInNineteenOfTwentyCases() {
        int cases = 50_000;
        int held = 0;
        for (int i = 0; i < cases; i++) {
            long truth = 1_000 + i % 10;
            long moved = truth + KeyedNoise.of(Party.secret(1), label(i)) + KeyedNoise.of(Party.secret(2), label(i));
            held += Math.abs(OverlapAnswer.of(moved).about() - truth) <= OverlapAnswer.WITHIN ? 1 : 0;
        }
        assertThat(held / (double) cases).isBetween(0.95, 0.99);
    }
}
