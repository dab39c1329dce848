package org.foyer.hub.insight.internal.customers;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.ContinuedFraction;

/** Functions that the models share. */
final class Special {

    private static final int TERMS_MAX = 100_000;
    private static final int FRACTIONS_MAX = 2_000;
    private static final double EXACT = 1e-15;

    private Special() {}

    static double logGamma(double x) {
        return Gamma.logGamma(x);
    }

    static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /** {@code ln(e^a + e^b)}. */
    static double logSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }

    /** {@code ln(e^a - e^b)} for a ≥ b. */
    static double logDifference(double a, double b) {
        return a + Math.log(-Math.expm1(b - a));
    }

    /**
     * Gauss's hypergeometric function by its series, Abramowitz and Stegun 15.1.1.
     *
     * @param z from 0 to below 1
     */
    static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < TERMS_MAX && Math.abs(term) > EXACT * Math.abs(sum); k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /**
     * Gauss's hypergeometric function with a first parameter of 1, by its continued fraction (NIST Digital Library of Mathematical
     * Functions, 15.7.1, with b = 0), which near z = 1 needs a few dozen terms where the series needs thousands.
     *
     * @param b above 0, at most c - 1
     * @param c above 1
     * @param z from 0 to below 1
     * @return not a number where z is nearer to 1 than some 1e-4, which no buyers that are learned from come near
     */
    static double hypergeometricOfOne(double b, double c, double z) {
        double least = c - 1;
        ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double x) {
                return least + n;
            }

            @Override
            protected double getB(int n, double x) {
                int half = n / 2;
                return n % 2 == 1 ? -(b + half) * (least + half) * x : -half * (least - b + half) * x;
            }
        };
        try {
            return least / fraction.evaluate(z, EXACT, FRACTIONS_MAX);
        } catch (MathIllegalStateException tooNearToOne) {
            return Double.NaN;
        }
    }
}
