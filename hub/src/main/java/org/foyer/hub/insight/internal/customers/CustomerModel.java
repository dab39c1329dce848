package org.foyer.hub.insight.internal.customers;

import org.foyer.hub.insight.CustomerHistory;
import org.foyer.hub.insight.CustomerModelKind;

/** A model of how customers come back. All parameters are positive. */
interface CustomerModel {

    static CustomerModel of(CustomerModelKind kind) {
        return switch (kind) {
            case BG_NBD -> new BgNbd();
            case PARETO_NBD -> new ParetoNbd();
            case BG_BB -> new BgBb();
            case GAMMA_GAMMA -> new GammaGamma();
        };
    }

    /** Where the search for the parameters begins. */
    double[] start();

    /** Natural logarithm of how likely one customer's past is; not finite where the model cannot tell it. */
    double logLikelihood(double[] parameters, CustomerHistory past);

    /**
     * Expected visits in the time ahead; for gamma-gamma the expected mean value of a visit.
     *
     * @param ahead length of that time, in the unit of the past
     */
    double expected(double[] parameters, CustomerHistory past, double ahead);

    /**
     * How probable it is that the customer may still come. Never to be used alone to call someone lost: under BG/NBD it is 1
     * for everyone who came once.
     */
    double alive(double[] parameters, CustomerHistory past);
}
