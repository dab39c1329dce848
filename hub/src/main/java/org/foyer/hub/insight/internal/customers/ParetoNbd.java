package org.foyer.hub.insight.internal.customers;

import static org.foyer.hub.insight.internal.customers.Special.logGamma;
import static org.foyer.hub.insight.internal.customers.Special.logSum;

import org.foyer.hub.insight.CustomerHistory;

/** Visits come at a rate of their own until an unseen end: Fader and Hardie, "A note on deriving the Pareto/NBD model" (2005). */
final class ParetoNbd implements CustomerModel {

    @Override
    public double[] start() {
        return new double[] {1, 1, 1, 1};
    }

    @Override
    public double logLikelihood(double[] parameters, CustomerHistory past) {
        double r = parameters[0];
        double x = past.repeats();
        return logGamma(r + x)
                - logGamma(r)
                + r * Math.log(parameters[1])
                + parameters[2] * Math.log(parameters[3])
                + logSum(stillThere(parameters, past), gone(parameters, past));
    }

    private static double stillThere(double[] parameters, CustomerHistory past) {
        return -(parameters[0] + past.repeats()) * Math.log(parameters[1] + past.length())
                - parameters[2] * Math.log(parameters[3] + past.length());
    }

    /** Logarithm of the note's {@code s / (r + s + x) · A0}: the end lies between the last visit and the end of observation. */
    private static double gone(double[] parameters, CustomerHistory past) {
        double all = parameters[0] + parameters[2] + past.repeats();
        double atLast = area(parameters, past.repeats(), past.lastAt());
        double atEnd = area(parameters, past.repeats(), past.length());
        return atLast > atEnd
                ? Math.log(parameters[2]) - Math.log(all) + Special.logDifference(atLast, atEnd)
                : Double.NEGATIVE_INFINITY;
    }

    /** With Euler's transformation, after which the first parameter is 1. */
    private static double area(double[] parameters, double x, double at) {
        double alpha = parameters[1];
        double beta = parameters[3];
        double all = parameters[0] + parameters[2] + x;
        double power = alpha >= beta ? parameters[2] + 1 : parameters[0] + x;
        double larger = Math.max(alpha, beta) + at;
        double z = Math.abs(alpha - beta) / larger;
        return (1 - power) * Math.log1p(-z)
                + Math.log(Special.hypergeometricOfOne(all + 1 - power, all + 1, z))
                - all * Math.log(larger);
    }

    @Override
    public double expected(double[] parameters, CustomerHistory past, double ahead) {
        double s = parameters[2];
        double then = parameters[3] + past.length();
        double shrink = (s - 1) * Math.log(then / (then + ahead));
        double visits = (parameters[0] + past.repeats()) / (parameters[1] + past.length());
        double time = Math.abs(s - 1) < 1e-9 ? Math.log((then + ahead) / then) : -Math.expm1(shrink) / (s - 1);
        return visits * then * time * alive(parameters, past);
    }

    @Override
    public double alive(double[] parameters, CustomerHistory past) {
        return 1 / (1 + Math.exp(gone(parameters, past) - stillThere(parameters, past)));
    }
}
