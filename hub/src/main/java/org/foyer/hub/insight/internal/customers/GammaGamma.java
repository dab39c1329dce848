package org.foyer.hub.insight.internal.customers;

import static org.foyer.hub.insight.internal.customers.Special.logGamma;

import org.foyer.hub.insight.CustomerHistory;

/** What a visit is worth, independent of how often one comes: Fader and Hardie, note 025 (2013), equations 1a and 5. */
final class GammaGamma implements CustomerModel {

    @Override
    public double[] start() {
        return new double[] {1, 2, 10};
    }

    /** Of those without a value nothing is told. */
    @Override
    public double logLikelihood(double[] parameters, CustomerHistory past) {
        double x = past.repeats();
        if (x <= 0 || past.value() <= 0) {
            return 0;
        }
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        double total = x * past.value();
        return logGamma(p * x + q)
                - logGamma(p * x)
                - logGamma(q)
                + q * Math.log(v)
                - Math.log(past.value())
                + p * x * Math.log(total)
                - (p * x + q) * Math.log(v + total);
    }

    @Override
    public double expected(double[] parameters, CustomerHistory past, double ahead) {
        double x = past.repeats();
        return parameters[0] * (parameters[2] + x * past.value()) / (parameters[0] * x + parameters[1] - 1);
    }

    @Override
    public double alive(double[] parameters, CustomerHistory past) {
        return 1;
    }
}
