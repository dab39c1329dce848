package org.foyer.hub.governance.internal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.foyer.hub.governance.Epsilon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the numbers drawn are those of the distribution, and whether the error told of their sums holds. */
class DiscreteLaplaceTest {

    private static final int DRAWS = 60_000;

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,1", "1,4,3", "3,2,1", "2,1,1", "1,1,5"})
    void drawsAreThoseOfTheDistribution(long over, long under, long sensitivity) {
        double scale = (double) sensitivity * under / over;
        assertThat(chiSquare(new DiscreteLaplace(new Epsilon(over, under), sensitivity), scale))
                .as("chi-square with a chance of one in ten thousand to fail for a right sampler")
                .isLessThan(limit(scale));
    }

    @Test
    void theTestFindsAWrongScale() {
        double scale = 5.2; // four percent too wide
        assertThat(chiSquare(new DiscreteLaplace(new Epsilon(1, 5), 1), scale)).isGreaterThan(limit(scale));
    }

    /** Bins from −m to m, and two tails. */
    private static double chiSquare(DiscreteLaplace noise, double scale) {
        int m = bins(scale);
        long[] seen = new long[2 * m + 3];
        Random bits = new Random(20_261_129);
        for (int i = 0; i < DRAWS; i++) {
            long drawn = Math.max(-m - 1, Math.min(m + 1, noise.draw(bits)));
            seen[(int) drawn + m + 1]++;
        }
        double p = Math.exp(-1 / scale);
        double sum = 0;
        for (int at = 0; at < seen.length; at++) {
            int number = Math.abs(at - m - 1);
            double expected =
                    DRAWS * (number == m + 1 ? Math.pow(p, m + 1) / (1 + p) : (1 - p) / (1 + p) * Math.pow(p, number));
            sum += (seen[at] - expected) * (seen[at] - expected) / expected;
        }
        return sum;
    }

    private static int bins(double scale) {
        return (int) Math.max(2, 3 * scale);
    }

    private static double limit(double scale) {
        return new ChiSquaredDistribution(2 * bins(scale) + 2).inverseCumulativeProbability(0.9999);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "6,1", "6,12", "10,72", "30,6"})
    void nineteenOfTwentySumsLieWithinTheError(int terms, long scale) {
        DiscreteLaplace noise = new DiscreteLaplace(new Epsilon(1, 1), scale);
        Random bits = new Random(7);
        long error = StudyError.drawn(terms, scale);
        int within = 0;
        int tries = 8_000;
        for (int i = 0; i < tries; i++) {
            long sum = 0;
            for (int term = 0; term < terms; term++) {
                sum += noise.draw(bits);
            }
            within += Math.abs(sum) <= error ? 1 : 0;
        }
        // half a percent is two standard deviations of so many tries; small scales are told too wide, since numbers are
        // whole
        assertThat(within / (double) tries).isGreaterThan(0.945);
        if (scale >= 3) {
            assertThat(within / (double) tries).isLessThan(0.975);
        }
    }

    @Property(tries = 200)
    void anyFractionCanBeDrawn(
            @ForAll @IntRange(min = 1, max = 1_000) int over,
            @ForAll @IntRange(min = 1, max = 1_000) int under,
            @ForAll @IntRange(min = 1, max = 10_000) int sensitivity,
            @ForAll long seed) {
        DiscreteLaplace noise = new DiscreteLaplace(new Epsilon(over, under), sensitivity);
        // beyond 60 scales there is one draw in 10^26
        assertThat(Math.abs(noise.draw(new Random(seed)))).isLessThanOrEqualTo((long) (60 * noise.scale()) + 1);
    }

    @Property(tries = 500)
    void spendingIsAddedUpExactly(
            @ForAll @IntRange(min = 0, max = 1_000) int one,
            @ForAll @IntRange(min = 1, max = 1_000) int parts,
            @ForAll @IntRange(min = 0, max = 1_000) int other,
            @ForAll @IntRange(min = 1, max = 1_000) int otherParts) {
        Epsilon first = new Epsilon(one, parts);
        Epsilon second = new Epsilon(other, otherParts);
        assertThat(first.plus(second).less(second)).isEqualTo(first);
        assertThat(first.less(first.plus(second))).isEqualTo(Epsilon.NONE);
        assertThat(Epsilon.parse(first.toString())).isEqualTo(first);
    }

    @Test
    void nothingIsDrawnForNoBudget() {
        assertThatThrownBy(() -> new DiscreteLaplace(Epsilon.NONE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DiscreteLaplace(new Epsilon(1, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Epsilon.parse("0.5")).isInstanceOf(IllegalArgumentException.class);
    }
}
