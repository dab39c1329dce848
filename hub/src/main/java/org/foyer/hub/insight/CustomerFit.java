package org.foyer.hub.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model fitted to customers, with its error beside it.
 *
 * @param parameters by name, all positive
 * @param ahead the time ahead in the unit of the file; null when none was asked for
 * @param expectedTotal visits of all customers in the time ahead; null without it and for gamma-gamma
 * @param frequencyValueCorrelation of visits and their mean value; gamma-gamma may be believed only when it is near 0
 * @param holdOut null when the file holds nothing later to judge by
 * @param warnings codes of sentences
 */
public record CustomerFit(
        String kind,
        long customers,
        long returned,
        Map<String, Double> parameters,
        double logLikelihood,
        @Nullable Double ahead,
        @Nullable Double expectedTotal,
        @Nullable Double frequencyValueCorrelation,
        @Nullable HoldOut holdOut,
        List<String> warnings) {

    /**
     * How a fit to the earlier part told the later part; mean absolute errors are per customer.
     *
     * @param length of the later part
     * @param error of the model
     * @param naiveError of the rule "as many as in the time as long before"; for gamma-gamma "the same mean as before"
     */
    public record HoldOut(
            double length, long customers, double expectedTotal, double seenTotal, double error, double naiveError) {}
}
