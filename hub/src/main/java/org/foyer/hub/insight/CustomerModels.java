package org.foyer.hub.insight;

import org.foyer.hub.insight.internal.customers.Fitting;

/** Fits models of how customers come back to a file of customers; needs no data folder. */
public final class CustomerModels {

    private CustomerModels() {}

    /** @throws CustomerFileRefused when the file lacks columns, holds impossible values, or nobody in it came back */
    public static CustomerFit fit(CustomerOrder order) {
        return Fitting.fit(order);
    }
}
