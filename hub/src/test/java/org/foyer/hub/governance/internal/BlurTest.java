package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
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
}
