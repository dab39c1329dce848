package org.foyer.hub.insight.internal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.foyer.hub.insight.CustomerHistory;
import org.junit.jupiter.api.Test;

/** What the models' authors print for single customers under their published parameters. */
class PublishedModelsTest {

    private static CustomerHistory past(double repeats, double lastAt, double length) {
        return new CustomerHistory(repeats, lastAt, length, 0, 1);
    }

    /** Hardie's spreadsheet note for BG/NBD: customer 1 of the CDNOW sample. */
    @Test
    void bgNbdExpectsTheFirstCustomersVisits() {
        double[] parameters = {0.243, 4.414, 0.793, 2.426};
        assertThat(new BgNbd().expected(parameters, past(2, 30.43, 38.86), 39)).isCloseTo(1.226, within(0.0005));
    }

    /**
     * With huge a and b everybody leaves after a visit with the same probability p, and the expectation has a closed form:
     * (1 - ((alpha + T) / (alpha + T + p t))^(r + x)) / p. A search at its edge ends there.
     */
    @Test
    void bgNbdExpectsVisitsWhereItsSearchEndsAtTheEdge() {
        double[] parameters = {0.277, 1.709, 20_000_000, 80_000_000};
        double share = 0.2;
        CustomerHistory past = past(2, 30, 39);
        double seen = 1.709 + 39;
        double whileAlive = (1 - Math.pow(seen / (seen + share * 10), 2.277)) / share;
        BgNbd model = new BgNbd();
        assertThat(model.expected(parameters, past, 10))
                .isCloseTo(whileAlive * model.alive(parameters, past), within(1e-5));
    }

    /** At most as many as in the time before, which was as long. */
    @Test
    void bgNbdExpectsVisitsOfThoseWhoComeVeryOften() {
        double[] parameters = {0.243, 4.414, 0.793, 2.426};
        assertThat(new BgNbd().expected(parameters, past(5_000, 38.86, 38.86), 39))
                .isBetween(100.0, 5_000.0);
    }

    /** Fader, Hardie and Shang 2010: donors of 1995 watched from 1996 to 2001, alive in 2002. */
    @Test
    void bgBbTellsWhoIsStillThere() {
        double[] parameters = {1.204, 0.750, 0.657, 2.783};
        BgBb model = new BgBb();
        assertThat(model.alive(parameters, past(0, 0, 6))).isCloseTo(0.11, within(0.005));
        assertThat(model.alive(parameters, past(2, 4, 6))).isCloseTo(0.59, within(0.005));
        assertThat(model.alive(parameters, past(6, 6, 6))).isCloseTo(0.93, within(0.005));
    }

    /** Note 025, with parameters of three digits only. */
    @Test
    void gammaGammaExpectsWhatAVisitIsWorth() {
        double[] parameters = {6.25, 3.74, 15.44};
        double[][] customers = {
            {2, 22.35, 24.65}, {1, 11.77, 18.91}, {0, 0, 35.17}, {7, 73.74, 71.46}, {2, 25.55, 27.28}
        };
        for (double[] customer : customers) {
            CustomerHistory past = new CustomerHistory(customer[0], 0, 0, customer[1], 1);
            assertThat(new GammaGamma().expected(parameters, past, 0)).isCloseTo(customer[2], within(0.06));
        }
    }

    /** The end lies after the observation, or at any moment since the last visit; the integral is taken by midpoints. */
    @Test
    void paretoNbdIsTheIntegralOverAllEnds() {
        double[][] parameters = {{0.553, 10.578, 0.606, 11.669}, {2, 1, 0.5, 30}, {0.5, 40, 3, 2}};
        double[][] pasts = {{0, 0, 30}, {3, 20, 30}, {40, 38, 39}};
        for (double[] p : parameters) {
            for (double[] x : pasts) {
                double found = new ParetoNbd().logLikelihood(p, past(x[0], x[1], x[2]));
                assertThat(found).isCloseTo(integral(p, x), within(1e-6));
            }
        }
    }

    private static double integral(double[] p, double[] x) {
        int steps = 200_000;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            double end = x[1] + (x[2] - x[1]) * (step + 0.5) / steps;
            sum += Math.pow(p[1] + end, -(p[0] + x[0])) * p[2] * Math.pow(p[3] + end, -(p[2] + 1));
        }
        sum *= (x[2] - x[1]) / steps;
        sum += Math.pow(p[1] + x[2], -(p[0] + x[0])) * Math.pow(p[3] + x[2], -p[2]);
        double constant =
                Special.logGamma(p[0] + x[0]) - Special.logGamma(p[0]) + p[0] * Math.log(p[1]) + p[2] * Math.log(p[3]);
        return constant + Math.log(sum);
    }
}
