package org.foyer.hub.insight.internal.forecast;

/** Quantiles of sorted values. */
final class Quantiles {

    private Quantiles() {}

    /** Between the two nearest values in proportion. */
    static double of(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
