package org.foyer.hub.insight.internal.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.insight.ForecastCheck.RuleError;
import org.foyer.hub.insight.ForecastRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated bookings whose truth is known, and small houses computed by hand. */
class FinalForecastTest {

    private static double error(ForecastCheck check, ForecastRule rule) {
        return check.rules().stream()
                .filter(one -> one.rule().equals(rule.key()))
                .mapToDouble(RuleError::meanError)
                .findFirst()
                .orElseThrow();
    }

    private static void add(PlayedShows shows, int production, int then, int end) {
        int[] curve = new int[PlayedShows.HORIZON + 1];
        curve[0] = end;
        Arrays.fill(curve, 1, 31, then);
        float[] prices = new float[curve.length];
        Arrays.fill(prices, Float.NaN);
        shows.add(production, -1, PlayedShows.NIGHT_UNKNOWN, 0, curve, prices);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 30, 14, 7})
    void simulatedHousesAreForecastBetterThanByGuessingWithHonestIntervals(int before) {
        SimulatedBookings bookings = new SimulatedBookings(1789, true);
        FinalForecast forecast =
                FinalForecast.learnt(bookings.played(120), before, true).orElseThrow();
        ForecastCheck check = forecast.check();
        assertThat(check.better()).isTrue();
        assertThat(check.meanError()).isLessThan(check.naiveError());
        assertThat(check.coverage()).isBetween(0.7, 0.9);
        int nights = 0;
        int inside = 0;
        double wrong = 0;
        for (int production = 0; production < 200; production++) {
            for (SimulatedBookings.Night night : bookings.production(production)) {
                Expected expected = forecast.expected(night.asked(before));
                int end = night.curve()[0];
                nights++;
                inside += end >= expected.low() && end <= expected.high() ? 1 : 0;
                wrong += Math.abs(expected.tickets() - end) / (double) end;
            }
        }
        assertThat((double) inside / nights).isBetween(0.7, 0.9);
        assertThat(wrong / nights).isCloseTo(check.meanError(), within(0.05));
    }

    /** Early sales that tell nothing: by chance alone some rule is always the least wrong, which is not shown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pureNoiseIsNotShown(long seed) {
        PlayedShows shows = new SimulatedBookings(seed, false).played(60);
        assertThat(FinalForecast.learnt(shows, 30, true).orElseThrow().check().better())
                .isFalse();
    }

    /** Seven productions take up 10 tickets more, one with a hundred nights 50: it must not learn from its own nights. */
    @Test
    void aProductionIsLeftOutAsAWhole() {
        PlayedShows shows = new PlayedShows();
        for (int night = 0; night < 100; night++) {
            add(shows, 0, 50, 100);
        }
        for (int production = 1; production <= 7; production++) {
            add(shows, production, 90, 100);
        }
        ForecastCheck check =
                FinalForecast.learnt(shows, 30, false).orElseThrow().check();
        // the long run is told 60 instead of 100; each other one 90 + (100 × 50 + 6 × 10) / 106 instead of 100
        double others = ((5000 + 60) / 106.0 - 10) / 100;
        assertThat(error(check, ForecastRule.ADDITIVE)).isCloseTo((100 * 0.4 + 7 * others) / 107, within(1e-6));
        assertThat(error(check, ForecastRule.LAST_VALUE)).isCloseTo((100 * 0.5 + 7 * 0.1) / 107, within(1e-6));
        assertThat(error(check, ForecastRule.MEAN_LEVEL)).isCloseTo(0, within(1e-6));
        assertThat(check.better()).isFalse();
        assertThat(check.productions()).isEqualTo(8);
    }

    @Test
    void whatEveryShowStillSoldIsAddedButNeverBeyondTheSeats() {
        PlayedShows shows = new PlayedShows();
        for (int production = 0; production < 10; production++) {
            add(shows, production, 20 + 13 * production, 40 + 13 * production);
        }
        FinalForecast forecast = FinalForecast.learnt(shows, 30, false).orElseThrow();
        assertThat(forecast.check().rule()).isEqualTo("additive");
        assertThat(forecast.check().better()).isTrue();
        Asked free = new Asked(-1, PlayedShows.NIGHT_UNKNOWN, 0, 100, Float.NaN);
        assertThat(forecast.expected(free)).isEqualTo(new Expected(120, 120, 120));
        Asked small = new Asked(-1, PlayedShows.NIGHT_UNKNOWN, 110, 100, Float.NaN);
        assertThat(forecast.expected(small)).isEqualTo(new Expected(110, 110, 110));
    }

    /** A forecast ends at the seats; its interval leaves the room in which people stood before, or it would hold half of the nights. */
    @Test
    void soldOutNightsWithStandingRoomStayInTheInterval() {
        Random random = new Random(36);
        PlayedShows shows = new PlayedShows();
        float[] prices = new float[PlayedShows.HORIZON + 1];
        for (int show = 0; show < 120; show++) {
            int[] curve = new int[PlayedShows.HORIZON + 1];
            curve[0] = random.nextBoolean() ? 600 + random.nextInt(20) : 300 + random.nextInt(200);
            Arrays.fill(curve, 1, 31, curve[0] / 2);
            shows.add(show / 2, -1, PlayedShows.NIGHT_UNKNOWN, 600, curve, prices);
        }
        FinalForecast forecast = FinalForecast.learnt(shows, 30, true).orElseThrow();
        assertThat(forecast.check().coverage()).isBetween(0.7, 0.95);
        Expected full = forecast.expected(new Asked(-1, PlayedShows.NIGHT_UNKNOWN, 600, 306, 0));
        assertThat(full.tickets()).isEqualTo(600);
        assertThat(full.high()).isBetween(610L, 620L);
    }

    @Test
    void fewerThanEightProductionsTeachNothing() {
        PlayedShows shows = new PlayedShows();
        for (int night = 0; night < 70; night++) {
            add(shows, night % 7, 20, 40);
        }
        assertThat(FinalForecast.learnt(shows, 30, false)).isEmpty();
    }

    /**
     * Four years of productions four weeks apart, each year at twice the level of the one before. In the last two years the
     * same week of last year and the doubling between the years are known: those are told exactly.
     */
    @Test
    void theSameWeekOfLastYearIsBroughtToThePresentLevel() {
        PlayedShows shows = new PlayedShows();
        float[] prices = new float[PlayedShows.HORIZON + 1];
        Arrays.fill(prices, Float.NaN);
        for (int show = 0; show < 52; show++) {
            int[] curve = new int[PlayedShows.HORIZON + 1];
            curve[0] = 100 << (show / 13);
            shows.add(show, -1, 20_000 + 28L * show, 0, curve, prices);
        }
        SameWeek rule = new SameWeek(Standing.of(shows, 0, false));
        // the first show of the fourth year: 400 a year before, whole years of 400 and 200 behind it
        assertThat(rule.told(20_000 + 28L * 39, 39)).isCloseTo(800, within(1e-9));
        // the first of the second year: nothing is known of two years before
        assertThat(rule.told(20_000 + 28L * 13, 13)).isNaN();
    }
}
