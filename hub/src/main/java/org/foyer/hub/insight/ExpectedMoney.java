package org.foyer.hub.insight;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the purchases expected of buyers may be worth: purchases by the model of them, times what gamma-gamma (Fader and Hardie, note 025, 2013)
 * expects each purchase of a buyer to be worth. Money in the smallest unit of the currency, as paid, refunds taken off.
 *
 * @param currency ISO 4217
 * @param expected of all buyers together, null where the year held out was not told better than by the naive rule
 * @param parameters of gamma-gamma by name, of the fit that is shown; empty where nothing is
 * @param correlation of how often and how much, from -1 to 1, of those who came back; the model supposes about 0; null when not known
 */
public record ExpectedMoney(
        String currency,
        @Nullable Double expected,
        Map<String, Double> parameters,
        @Nullable Double correlation,
        Tried tried) {

    /**
     * What was fitted to all that was known {@value ExpectedPurchases#WEEKS} weeks before, held against what was paid since.
     *
     * @param seen paid by the buyers known then
     * @param model what was told
     * @param modelError mean absolute difference of told and paid of a buyer
     * @param naive the rule "as much as in the {@value ExpectedPurchases#WEEKS} weeks before"
     * @param naiveError its mean absolute difference
     */
    public record Tried(double seen, double model, double modelError, double naive, double naiveError) {

        /** Whether the model is nearer than the naive rule, both in all and buyer by buyer. */
        public boolean better() {
            return modelError < naiveError && Math.abs(model - seen) < Math.abs(naive - seen);
        }
    }
}
