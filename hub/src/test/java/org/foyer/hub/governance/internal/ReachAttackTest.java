package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.foyer.hub.governance.ReachTold.Figure;
import org.junit.jupiter.api.Test;

/** What somebody who knows everything but whether one person is in a house's sketch learns from the figures of a pool. */
class ReachAttackTest {

    private static final double SHARE = 0.25;
    private static final int PERIODS = 20_000;

    private final Random random = new Random(20261129);

    private static byte[] secret() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        return secret;
    }

    private static ReachFigures figures(int period) {
        return new ReachFigures(secret(), "reach|" + period);
    }

    /** Part of right guesses, when a person is in the sketch or not by the toss of a coin and the attacker splits the figures at a bound. */
    private double right(int known, BiFunction<Integer, Integer, Long> told, long bound) {
        int right = 0;
        for (int period = 0; period < PERIODS; period++) {
            boolean there = random.nextBoolean();
            right += told.apply(period, known + (there ? 1 : 0)) >= bound == there ? 1 : 0;
        }
        return right / (double) PERIODS;
    }

    private static long about(Figure figure) {
        Long about = figure.about();
        return about == null ? 0 : about;
    }

    /** An attacker whose sketch is made so that one more in common passes a bound of the rounding. */
    @Test
    void anIntersectionThatIsSetAtABoundOfTheRoundingTellsNobody() {
        int known = 412;
        long bound = about(told(known + 1));
        assertThat(about(told(known)))
                .as("rounded alone, one person moves the figure")
                .isLessThan(bound);
        assertThat(right(known, (period, sampled) -> about(told(sampled)), bound))
                .isEqualTo(1);

        assertThat(right(known, (period, sampled) -> about(figures(period).figure("shared", sampled, SHARE)), bound))
                .isBetween(0.45, 0.57);
    }

    /** Rounded to hundreds and not moved: 412 of a quarter are 1,648, and 413 are 1,652. */
    private static Figure told(int sampled) {
        return new Figure(Math.round(sampled / SHARE / 100) * 100, 100L, null);
    }

    /** The bound below which nothing is told would be as good a test as the rounding. */
    @Test
    void whetherAFigureIsToldAtAllTellsNobody() {
        int known = ReachFigures.SAMPLED_MIN - 1;
        assertThat(right(known, (period, sampled) -> sampled >= ReachFigures.SAMPLED_MIN ? 1L : 0, 1))
                .as("held against the true number")
                .isEqualTo(1);
        assertThat(right(
                        known,
                        (period, sampled) -> about(figures(period).figure("shared", sampled, SHARE)) > 0 ? 1L : 0,
                        1))
                .isBetween(0.45, 0.57);
    }

    @Test
    void askingAgainAveragesNothingAway() {
        Set<Figure> told = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            told.add(figures(1).part("shared", 700, 3_000, SHARE));
        }
        assertThat(told).hasSize(1);
    }

    /** Ten guesses among strangers, all right or all wrong: nothing is told, and nothing differs. */
    @Test
    void anIntersectionOfOneOrOfTenIsNotTold() {
        for (int period = 0; period < 2_000; period++) {
            for (int sampled : new int[] {0, 1, 10}) {
                assertThat(figures(period).part("shared", sampled, 2_000, SHARE))
                        .isEqualTo(Figure.SMALL);
            }
        }
    }

    @Test
    void aPartThatIsTooSmallOfTheWholeIsNotTold() {
        assertThat(figures(1).part("shared", 2_000, 65_000, SHARE)).isEqualTo(Figure.SMALL);
        assertThat(figures(1).part("shared", 5_000, 65_000, SHARE).about()).isNotNull();
    }

    /** What is told of the error: nineteen of twenty samples of a known truth are no further from it. */
    @Test
    void theTruthIsWithinTheErrorInNineteenOfTwentyCases() {
        int people = 2_400;
        int near = 0;
        for (int period = 0; period < 4_000; period++) {
            int sampled = (int) IntStream.range(0, people)
                    .filter(person -> random.nextDouble() < SHARE)
                    .count();
            Figure figure = figures(period).figure("reach", sampled, SHARE);
            near += figure.within() != null && Math.abs(about(figure) - people) <= figure.within() ? 1 : 0;
        }
        assertThat(near / 4_000.0).isBetween(0.94, 0.999);
    }
}
