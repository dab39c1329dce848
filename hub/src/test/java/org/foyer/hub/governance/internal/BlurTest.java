package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Options;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;

class BlurTest {

    private static final Season SEASON = new Season(2025);

    private final Blur blur = new Blur("a secret of the node");

    private double moved(int house, double value) {
        return blur.moved(value, new HouseId(house), "occupancy", "money", SEASON);
    }

    @Test
    void aFigureIsAlwaysMovedByTheSameAmount() {
        assertThat(moved(3, 2000))
                .isEqualTo(new Blur("a secret of the node").moved(2000, new HouseId(3), "occupancy", "money", SEASON));
        assertThat(moved(3, 2000)).isNotEqualTo(moved(4, 2000));
        assertThat(moved(3, 2000))
                .isNotEqualTo(blur.moved(2000, new HouseId(3), "occupancy", "money", SEASON.previous()));
        assertThat(moved(3, 2000))
                .isNotEqualTo(new Blur("another secret").moved(2000, new HouseId(3), "occupancy", "money", SEASON));
    }

    @Test
    void allAmountsUpToATenthAreAsLikely() {
        List<Double> shares = IntStream.rangeClosed(1, 20_000)
                .mapToObj(house -> (moved(house, 2000) - 2000) / 200)
                .toList();
        assertThat(shares).allMatch(share -> Math.abs(share) <= 1);
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = -1 + tenth * 0.2;
            long inside = shares.stream()
                    .filter(share -> share >= from && share < from + 0.2)
                    .count();
            assertThat(inside).isBetween(1850L, 2150L); // 2000 ± 3.5 standard deviations
        }
    }

    @Test
    void aFigureOfNothingIsMovedToo() {
        assertThat(moved(3, 0)).isNotZero().isBetween(-100.0, 100.0);
    }

    /** Marks of 1 to 5: a house of 4.9 would have come out at up to 5.39 by a tenth of itself, one of 1.2 moved by a tenth of a mark. */
    @Test
    void aMeanStaysOnItsScaleAndIsMovedAsFarWhereverItLies() {
        Question mean = new Question("survey.show.mean", 2, Gate.MEAN, new Options("survey.show", List.of()));
        for (double mark : List.of(1.0, 1.2, 3.0, 4.5, 4.9, 5.0)) {
            double place = (mark - 1) / 4;
            double[] moved = IntStream.rangeClosed(1, 2_000)
                    .mapToDouble(house -> blur.moved(place, new HouseId(house), mean, SEASON))
                    .toArray();
            double least = java.util.Arrays.stream(moved).min().orElseThrow();
            double most = java.util.Arrays.stream(moved).max().orElseThrow();
            assertThat(least).isGreaterThanOrEqualTo(Math.max(0, place - 0.1));
            assertThat(most).isLessThanOrEqualTo(Math.min(1, place + 0.1));
            assertThat(most - least).as("at %s", mark).isBetween(0.095, 0.1);
            for (double guess = 0; guess <= 1; guess += 0.01) {
                double at = guess;
                long right = java.util.Arrays.stream(moved)
                        .filter(one -> Math.abs(one - at) <= 0.0125)
                        .count();
                assertThat(right / 2_000.0)
                        .as("a guess within 1.25 points of the scale")
                        .isLessThan(0.30);
            }
        }
    }

    @Test
    void quantilesAreThoseOfTypeSeven() {
        List<Double> four = List.of(1.0, 2.0, 3.0, 4.0);
        assertThat(Blur.quantile(four, 0.25)).isEqualTo(1.75);
        assertThat(Blur.quantile(four, 0.5)).isEqualTo(2.5);
        assertThat(Blur.quantile(four, 0.75)).isEqualTo(3.25);
        assertThat(Blur.quantile(List.of(7.0), 0.75)).isEqualTo(7);
    }

    @Test
    void whatComesOutIsRoundedAndPossible() {
        assertThat(Blur.rounded(0.8149, "ratio")).isEqualTo(0.81);
        assertThat(Blur.rounded(1.04, "ratio")).isEqualTo(1);
        assertThat(Blur.rounded(-0.004, "ratio")).isZero();
        assertThat(Blur.rounded(2345, "money")).isEqualTo(2350);
        assertThat(Blur.rounded(2.41, "tickets")).isCloseTo(2.4, within(1e-12));
        assertThat(Blur.rounded(23.4, "days")).isEqualTo(23.5);
    }

    private static Question answer(String code, String... whole) {
        return new Question(code, 1, Gate.SHARE, new Options("company", List.of(whole)));
    }

    @Test
    void sharesThatAddUpToOneStillDoWhenTheyAreMoved() {
        for (int house = 1; house <= 500; house++) {
            double alone = blur.moved(0.9, new HouseId(house), answer("alone", "alone", "group"), SEASON);
            double group = blur.moved(0.1, new HouseId(house), answer("group", "alone", "group"), SEASON);
            assertThat(alone + group).isCloseTo(1, within(1e-12));
            assertThat(Math.abs(alone - 0.9)).isLessThanOrEqualTo(2 * Blur.SHARE_REACH);
        }
    }

    @Test
    void aShareByItselfIsMovedByUpToFivePointsWhateverItIs() {
        List<Double> points = IntStream.rangeClosed(1, 2000)
                .mapToObj(house -> blur.moved(0.02, new HouseId(house), answer("poster"), SEASON) - 0.02)
                .toList();
        assertThat(points).allMatch(point -> Math.abs(point) <= Blur.SHARE_REACH);
        assertThat(points.stream().filter(point -> Math.abs(point) > 0.025).count())
                .isBetween(900L, 1100L);
    }

    @Test
    void anAnswerToASurveyIsMovedByOneAmountForGood() {
        Question mean = new Question("survey.overall.mean", 2, Gate.MEAN, new Options("survey.overall", List.of()));
        for (Question question : List.of(answer("poster"), answer("alone", "alone", "group"), mean)) {
            assertThat(blur.moved(0.3, new HouseId(3), question, SEASON))
                    .isEqualTo(blur.moved(0.3, new HouseId(3), question, SEASON.previous()))
                    .isNotEqualTo(blur.moved(0.3, new HouseId(4), question, SEASON));
        }
    }

    @Test
    void aWholeHasTheShareInItAndAnother() {
        assertThatThrownBy(() -> answer("alone", "alone")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer("alone", "group", "friends")).isInstanceOf(IllegalArgumentException.class);
    }
}
