package org.foyer.hub.insight.internal.survey;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** How exact a share or a mean of weighted answers is: intervals that cover 95 of 100 times when nothing but chance is at work. */
final class Intervals {

    static final double LEVEL = 0.95;

    private static final double UPPER_TAIL = 1 - (1 - LEVEL) / 2;
    private static final double Z = new NormalDistribution().inverseCumulativeProbability(UPPER_TAIL);

    private Intervals() {}

    /** From {@code low} to {@code high}. */
    record Interval(double low, double high) {}

    /**
     * Size of a simple random sample that would be as exact (Kish, "Survey Sampling", 1965, section 11.2C): (Σw)² / Σw². The design effect is the
     * number of answers over it.
     *
     * @return 0 without weights
     */
    static double effective(double sum, double sumOfSquares) {
        return sumOfSquares == 0 ? 0 : sum * sum / sumOfSquares;
    }

    /**
     * Score interval of a share (Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
     * Association 22, 1927), on the effective size of the sample.
     *
     * @param share from 0 to 1
     * @param size more than 0
     */
    static Interval wilson(double share, double size) {
        double squared = Z * Z;
        double middle = (share + squared / (2 * size)) / (1 + squared / size);
        double half = Z / (1 + squared / size) * Math.sqrt(share * (1 - share) / size + squared / (4 * size * size));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * Interval of a mean by Student's t, with one degree of freedom less than the effective size of the sample.
     *
     * @param variance weighted, over the sum of weights
     * @param size more than 1
     */
    static Interval student(double mean, double variance, double size) {
        double t = new TDistribution(size - 1).inverseCumulativeProbability(UPPER_TAIL);
        double half = t * Math.sqrt(variance / (size - 1));
        return new Interval(mean - half, mean + half);
    }
}
