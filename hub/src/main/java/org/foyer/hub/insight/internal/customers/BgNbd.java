package org.foyer.hub.insight.internal.customers;

import static org.foyer.hub.insight.internal.customers.Special.logGamma;
import static org.foyer.hub.insight.internal.customers.Special.logSum;

import org.foyer.hub.insight.CustomerHistory;

/** Visits come at a rate of their own and may end after each: Fader, Hardie and Lee 2005, equations 6, 10 and the P(alive) of their note 21. */
final class BgNbd implements CustomerModel {

    @Override
    public double[] start() {
        return new double[] {1, 1, 1, 1};
    }

    @Override
    public double logLikelihood(double[] parameters, CustomerHistory past) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        double x = past.repeats();
        double visits = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
        double stays = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
        double until = -(r + x) * Math.log(alpha + past.length());
        if (x == 0) {
            return visits + stays + until;
        }
        double ended = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + past.lastAt());
        return visits + stays + logSum(until, ended);
    }

    @Override
    public double expected(double[] parameters, CustomerHistory past, double ahead) {
        double r = parameters[0];
        double a = parameters[2];
        double b = parameters[3];
        double x = past.repeats();
        double z = ahead / (parameters[1] + past.length() + ahead);
        return (a + b + x - 1) / (a - 1) * (1 - fewer(r + x, a, b + x, z)) * alive(parameters, past);
    }

    /**
     * The series grows as the power falls. Euler's transformation (Abramowitz and Stegun 15.3.3) has the small power where
     * people come often, and the other form where the search ended at huge a and b: so nothing overflows in either.
     */
    private static double fewer(double visits, double a, double stays, double z) {
        double sum = a + stays - 1;
        return a - 1 > visits
                ? Math.pow(1 - z, visits) * Special.hypergeometric(visits, stays, sum, z)
                : Math.pow(1 - z, a - 1) * Special.hypergeometric(sum - visits, a - 1, sum, z);
    }

    @Override
    public double alive(double[] parameters, CustomerHistory past) {
        double x = past.repeats();
        if (x == 0) {
            return 1;
        }
        double alpha = parameters[1];
        double gap = (parameters[0] + x) * Math.log((alpha + past.length()) / (alpha + past.lastAt()));
        return 1 / (1 + parameters[2] / (parameters[3] + x - 1) * Math.exp(gap));
    }
}
