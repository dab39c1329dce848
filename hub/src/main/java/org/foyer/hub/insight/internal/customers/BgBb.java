package org.foyer.hub.insight.internal.customers;

import static org.foyer.hub.insight.internal.customers.Special.logBeta;
import static org.foyer.hub.insight.internal.customers.Special.logGamma;
import static org.foyer.hub.insight.internal.customers.Special.logSum;

import org.foyer.hub.insight.CustomerHistory;

/** One occasion a season, to come or not, until an unseen end: Fader, Hardie and Shang 2010, equations 3, 7 and 9. */
final class BgBb implements CustomerModel {

    @Override
    public double[] start() {
        return new double[] {1, 1, 1, 1};
    }

    @Override
    public double logLikelihood(double[] parameters, CustomerHistory past) {
        double x = past.repeats();
        double alpha = parameters[0];
        double beta = parameters[1];
        double gamma = parameters[2];
        double delta = parameters[3];
        double sum = throughout(parameters, past, past.length());
        int unseen = (int) Math.round(past.length() - past.lastAt());
        for (int i = 0; i < unseen; i++) {
            double visits = logBeta(alpha + x, beta + past.lastAt() - x + i) - logBeta(alpha, beta);
            double ended = logBeta(gamma + 1, delta + past.lastAt() + i) - logBeta(gamma, delta);
            sum = logSum(sum, visits + ended);
        }
        return sum;
    }

    /** Of this past, and of an end after so many occasions. */
    private static double throughout(double[] parameters, CustomerHistory past, double occasions) {
        double x = past.repeats();
        return logBeta(parameters[0] + x, parameters[1] + past.length() - x)
                - logBeta(parameters[0], parameters[1])
                + logBeta(parameters[2], parameters[3] + occasions)
                - logBeta(parameters[2], parameters[3]);
    }

    @Override
    public double expected(double[] parameters, CustomerHistory past, double ahead) {
        double x = past.repeats();
        double gamma = parameters[2];
        double delta = parameters[3];
        double n = past.length();
        double visits = logBeta(parameters[0] + x + 1, parameters[1] + n - x) - logBeta(parameters[0], parameters[1]);
        double scale = Math.log(delta) + logGamma(gamma + delta) - logGamma(1 + delta);
        double now = logGamma(1 + delta + n) - logGamma(gamma + delta + n);
        double then = logGamma(1 + delta + n + ahead) - logGamma(gamma + delta + n + ahead);
        double time = Math.abs(gamma - 1) < 1e-9
                ? Math.log((delta + n + ahead) / (delta + n))
                : Math.exp(now) * -Math.expm1(then - now) / (gamma - 1);
        return Math.exp(visits + scale - logLikelihood(parameters, past)) * time;
    }

    /** At the next occasion. */
    @Override
    public double alive(double[] parameters, CustomerHistory past) {
        return Math.exp(throughout(parameters, past, past.length() + 1) - logLikelihood(parameters, past));
    }
}
