package org.foyer.hub.insight;

import java.util.List;

/**
 * How well final sales could have been told so many days before the performances already played, each production being
 * left out as a whole from what was learnt for it.
 *
 * @param daysBefore from 0 to 180
 * @param productions and performances: how many it was tried on
 * @param rule key of the rule that was wrong by least; see {@link ForecastRule}
 * @param meanError mean absolute error of that rule in parts of the final sales (MAPE); 0.09 is 9 %
 * @param medianError median absolute error, likewise
 * @param naiveRule key of the naive rule that was wrong by least, and {@code naiveError} its mean error
 * @param coverage share of the final sales that fell in the interval made for 80 % without their production
 * @param better whether the rule beats every naive rule beyond chance; if not, no forecast is shown
 * @param rules errors of all rules that could be tried
 */
public record ForecastCheck(
        int daysBefore,
        int productions,
        int performances,
        String rule,
        double meanError,
        double medianError,
        String naiveRule,
        double naiveError,
        double coverage,
        boolean better,
        List<RuleError> rules) {

    /**
     * Errors of one rule.
     *
     * @param performances on how many it could be tried: the same week a year before is not always known
     */
    public record RuleError(String rule, int performances, double meanError, double medianError) {}
}
