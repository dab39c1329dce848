package org.foyer.hub.insight.internal.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.insight.ForecastCheck.RuleError;
import org.foyer.hub.insight.ForecastRule;

/** Every rule tried on every played performance, whose production is left out as a whole from what is learnt for it. */
final class Trial {

    private static final double STANDARD_ERRORS = 2;

    private final Standing standing;
    private final double[][] told;

    Trial(Standing standing, Rules rules) {
        this.standing = standing;
        this.told = new double[ForecastRule.values().length][standing.size];
        for (int at = 0; at < standing.size; at++) {
            double[] one = rules.told(
                    standing.poolsThen[at],
                    standing.night[at],
                    standing.then[at],
                    standing.most[at],
                    standing.production[at]);
            for (int rule = 0; rule < one.length; rule++) {
                told[rule][at] = one[rule];
            }
        }
    }

    double[] told(ForecastRule rule) {
        return told[rule.ordinal()];
    }

    /** In parts of the final sales; NaN where the rule cannot be told. */
    private double error(ForecastRule rule, int at) {
        return Math.abs(told(rule)[at] - standing.end[at]) / standing.end[at];
    }

    /** Of the rules that could be told for at least half of the performances. */
    List<RuleError> errors() {
        List<RuleError> errors = new ArrayList<>();
        for (ForecastRule rule : ForecastRule.values()) {
            double[] known = new double[standing.size];
            int count = 0;
            for (int at = 0; at < standing.size; at++) {
                double error = error(rule, at);
                if (!Double.isNaN(error)) {
                    known[count++] = error;
                }
            }
            if (count > 0 && count * 2 >= standing.size) {
                double[] sorted = Arrays.copyOf(known, count);
                Arrays.sort(sorted);
                errors.add(new RuleError(
                        rule.key(), count, Arrays.stream(sorted).average().orElseThrow(), Quantiles.of(sorted, 0.5)));
            }
        }
        return errors;
    }

    /**
     * Whether a rule is wrong by less than another beyond chance: by more than two standard errors of the mean gain, in
     * which a production counts as one case, since its nights go together.
     */
    boolean better(ForecastRule rule, ForecastRule than) {
        double[] gain = new double[standing.productions];
        int[] count = new int[standing.productions];
        double sum = 0;
        int cases = 0;
        for (int at = 0; at < standing.size; at++) {
            double one = error(than, at) - error(rule, at);
            if (!Double.isNaN(one)) {
                gain[standing.production[at]] += one;
                count[standing.production[at]]++;
                sum += one;
                cases++;
            }
        }
        double mean = sum / cases;
        double squares = 0;
        int productions = 0;
        for (int production = 0; production < gain.length; production++) {
            if (count[production] > 0) {
                double off = gain[production] - count[production] * mean;
                squares += off * off;
                productions++;
            }
        }
        double error = Math.sqrt(squares * productions / Math.max(1, productions - 1.0));
        return productions > 1 && sum > STANDARD_ERRORS * error;
    }
}
