package org.foyer.hub.insight.internal.forecast;

import org.foyer.hub.insight.ForecastRule;

/**
 * What each rule says of a performance, in units and never above what can be sold.
 *
 * <p>Additive and multiplicative pickup after Weatherford and Kimes, "A comparison of forecasting methods for hotel revenue
 * management", International Journal of Forecasting 19 (2003), and the regression on bookings that they compare them with.
 */
final class Rules {

    private final Pools pools;
    private final SameWeek sameWeek;

    Rules(Standing standing) {
        this.pools = new Pools(standing);
        this.sameWeek = new SameWeek(standing);
    }

    /**
     * What each rule says.
     *
     * @param asked pools from the widest to the narrowest
     * @param then sold so far, in units
     * @param most that can be sold, in units
     * @param without production left out, negative for none
     * @return by the place of the rule in its enumeration; NaN where it cannot be told
     */
    double[] told(int[] asked, long night, double then, double most, int without) {
        Pools.Learnt learnt = pools.learnt(asked, without);
        double[] told = new double[ForecastRule.values().length];
        double additive = then + learnt.pickup();
        told[ForecastRule.ADDITIVE.ordinal()] = additive;
        told[ForecastRule.MULTIPLICATIVE.ordinal()] =
                then <= 0 || Double.isNaN(learnt.ratio()) ? additive : then * learnt.ratio();
        told[ForecastRule.REGRESSION.ordinal()] = learnt.end() + pools.slope(without) * (then - learnt.then());
        told[ForecastRule.LAST_VALUE.ordinal()] = then;
        told[ForecastRule.MEAN_LEVEL.ordinal()] = learnt.end();
        told[ForecastRule.SAME_WEEK.ordinal()] = sameWeek.told(night, without);
        for (int rule = 0; rule < told.length; rule++) {
            told[rule] = Math.max(0, Math.min(told[rule], most));
        }
        return told;
    }
}
