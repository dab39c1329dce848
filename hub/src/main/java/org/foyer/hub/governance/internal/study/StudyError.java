package org.foyer.hub.governance.internal.study;

/**
 * How far a number that is told may be from the true one in nineteen of twenty cases. It depends on nothing but the question, how many houses
 * were added up, and the number itself, so that it tells nothing more.
 */
final class StudyError {

    private static final double NORMAL = 1.96;
    private static final double CASES = 0.95;

    /** Terms of the series below this change nothing that is told. */
    private static final double NOTHING = 1e-15;

    /** Standard deviations within which all of a sum lies, but for one case in 10^12 of a single draw. */
    private static final int DEVIATIONS = 20;

    /**
     * Each house is moved evenly by a tenth at most. No house is above half of the others together, that is a third of the whole, so that the
     * squares of the houses add up to a third of the square of the whole at most.
     */
    private static final double MOVED = NORMAL * 0.1 / 3;

    private StudyError() {}

    /**
     * Of a sum of that many numbers drawn, wherever they were: the least whole number that no less than nineteen of twenty sums stay within. It is
     * found by convolution: draws that are independent have the product of their characteristic functions, here a power, and the probability of
     * each sum is a term of its Fourier series.
     *
     * @param terms at least 1
     * @param scale of the discrete Laplace distribution
     */
    static long drawn(int terms, double scale) {
        double p = Math.exp(-1 / scale);
        double deviation = Math.sqrt(terms * 2 * p) / (1 - p);
        int points = 2 * (int) Math.ceil(DEVIATIONS * deviation + 50);
        double[] powers = powers(terms, p, points);
        long low = 0;
        long high = (long) Math.ceil(5 * deviation + 1);
        while (low < high) {
            long middle = (low + high) / 2;
            if (inside(powers, points, middle) >= CASES) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The characteristic function of the sum at half of that many points evenly around the circle; it is even. */
    private static double[] powers(int terms, double p, int points) {
        double[] powers = new double[points / 2 + 1];
        double top = (1 - p) * (1 - p);
        for (int i = 0; i < powers.length; i++) {
            double half = Math.sin(Math.PI * i / points);
            powers[i] = Math.pow(top / (top + 4 * p * half * half), terms);
            if (powers[i] < NOTHING) {
                return java.util.Arrays.copyOf(powers, i);
            }
        }
        return powers;
    }

    /** How probable it is that a sum is from −most to most. */
    private static double inside(double[] powers, int points, long most) {
        double sum = 2.0 * most + 1;
        for (int i = 1; i < powers.length; i++) {
            double angle = Math.PI * i / points;
            double kernel = Math.sin((2 * most + 1) * angle) / Math.sin(angle);
            sum += (2 * i == points ? 1 : 2) * powers[i] * kernel;
        }
        return sum / points;
    }

    /** Of a whole of houses, each with a number drawn and moved. @param drawn error of the draws, as {@link #drawn} */
    static long moved(double whole, long drawn) {
        double moved = MOVED * Math.max(0, whole);
        return (long) Math.ceil(Math.hypot(1.1 * drawn, moved));
    }
}
