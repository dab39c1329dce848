package org.foyer.hub.governance.internal.study;

/**
 * How far a number that is told may be from the true one in nineteen of twenty cases. It depends on nothing but the question, how many houses
 * were added up, and the number itself, so that it tells nothing more.
 */
final class StudyError {

    private static final double NORMAL = 1.96;

    /** Lengthens the tail for few terms: above the true quantile of one Laplace term, 2.12, and nearing the normal one with many. */
    private static final double FEW_TERMS = 0.21;

    /**
     * Each house is moved evenly by a tenth at most. No house is above half of the others together, that is a third of the whole, so that the
     * squares of the houses add up to a third of the square of the whole at most.
     */
    private static final double MOVED = NORMAL * 0.1 / 3;

    private StudyError() {}

    /** Of a sum of that many numbers drawn. @param scale of the discrete Laplace distribution */
    static long drawn(int terms, double scale) {
        double p = Math.exp(-1 / scale);
        double deviation = Math.sqrt(terms * 2 * p) / (1 - p);
        return (long) Math.ceil((NORMAL + FEW_TERMS / terms) * deviation + 0.5);
    }

    /** Of a whole of houses, each with a number drawn and moved. */
    static long of(double whole, int houses, double scale) {
        double drawn = drawn(houses, scale);
        double moved = MOVED * Math.max(0, whole);
        return (long) Math.ceil(Math.hypot(1.1 * drawn, moved));
    }
}
