package org.foyer.hub.insight.internal.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.insight.ForecastCheck.RuleError;
import org.foyer.hub.insight.ForecastRule;

/** What the played performances teach of final sales so many days before, and how far it can be trusted. */
public final class FinalForecast {

    /** Days before at which rules are judged for the record. */
    public static final List<Integer> CHECKED = List.of(60, 30, 14, 7);

    private static final int PRODUCTIONS_MIN = 8;

    private final Standing standing;
    private final Rules rules;
    private final ForecastRule rule;
    private final Interval interval;
    private final ForecastCheck check;

    private FinalForecast(Standing standing, Rules rules, Trial trial, List<RuleError> errors, int productions) {
        this.standing = standing;
        this.rules = rules;
        this.rule = least(errors, false);
        this.interval = Interval.of(standing, trial.told(rule));
        ForecastRule naive = least(errors, true);
        RuleError own = error(errors, rule);
        boolean better = errors.stream()
                .map(one -> byKey(one.rule()))
                .filter(ForecastRule::naive)
                .allMatch(one -> trial.better(rule, one));
        this.check = new ForecastCheck(
                standing.days,
                productions,
                standing.size,
                rule.key(),
                own.meanError(),
                own.medianError(),
                naive.key(),
                error(errors, naive).meanError(),
                interval.coverage(),
                better,
                errors);
    }

    /**
     * Learns and tries everything at so many days before.
     *
     * @param daysBefore from 0 to {@link PlayedShows#HORIZON}
     * @param bySeat whether to learn from performances with known seats only, by the seat
     * @return empty when fewer than eight productions were played
     */
    public static Optional<FinalForecast> learnt(PlayedShows shows, int daysBefore, boolean bySeat) {
        Standing standing = Standing.of(shows, daysBefore, bySeat);
        int productions = 0;
        for (int[] members : standing.members) {
            productions += members.length > 0 ? 1 : 0;
        }
        if (productions < PRODUCTIONS_MIN) {
            return Optional.empty();
        }
        Rules rules = new Rules(standing);
        Trial trial = new Trial(standing, rules);
        return Optional.of(new FinalForecast(standing, rules, trial, trial.errors(), productions));
    }

    private static ForecastRule least(List<RuleError> errors, boolean naive) {
        return errors.stream()
                .filter(one -> byKey(one.rule()).naive() == naive)
                .min(Comparator.comparingDouble(RuleError::meanError))
                .map(one -> byKey(one.rule()))
                .orElseThrow();
    }

    private static ForecastRule byKey(String key) {
        for (ForecastRule rule : ForecastRule.values()) {
            if (rule.key().equals(key)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static RuleError error(List<RuleError> errors, ForecastRule rule) {
        return errors.stream()
                .filter(one -> one.rule().equals(rule.key()))
                .findFirst()
                .orElseThrow();
    }

    public ForecastCheck check() {
        return check;
    }

    /** Tickets of a performance in the end; meaningful only where the check says that the rule is better than naive ones. */
    public Expected expected(Asked asked) {
        double unit = standing.bySeat() ? asked.seats() : 1;
        double most = Standing.most(asked.seats(), asked.sold()) / unit;
        double told = rules.told(
                        standing.pools(asked.genre(), asked.price()), asked.night(), asked.sold() / unit, most, -1)[
                rule.ordinal()];
        double[] ends = interval.ends(told, most);
        return new Expected(Math.round(told * unit), Math.round(ends[0] * unit), Math.round(ends[1] * unit));
    }
}
