package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.foyer.hub.insight.internal.survey.Intervals.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    /** Table I of Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void sharesHaveThePublishedIntervals(int said, int answers, double low, double high) {
        Interval interval = Intervals.wilson((double) said / answers, answers);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** Marks 1 to 5: mean 3, variance over n 2; t of 4 degrees 2.7764; half width 2.7764 · √(2/4) = 1.9632. */
    @Test
    void aMeanHasTheIntervalByHand() {
        Interval interval = Intervals.student(3, 2, 5);
        assertThat(interval.low()).isCloseTo(3 - 1.9632, within(1e-4));
        assertThat(interval.high()).isCloseTo(3 + 1.9632, within(1e-4));
    }

    @Test
    void equalWeightsLoseNothingAndUnequalOnesDo() {
        assertThat(Intervals.effective(10, 10)).isEqualTo(10);
        assertThat(Intervals.effective(0, 0)).isZero();
        // one answer that counts as nine beside nine that count as one: 18² / 90
        assertThat(Intervals.effective(18, 90)).isCloseTo(3.6, within(1e-9));
    }
}
