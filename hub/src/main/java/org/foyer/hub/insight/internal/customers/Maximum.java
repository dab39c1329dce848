package org.foyer.hub.insight.internal.customers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.foyer.hub.insight.CustomerHistory;

/**
 * The parameters under which the pasts are likeliest: Nelder and Mead's search over their logarithms, begun anew from each
 * summit until none is higher.
 */
final class Maximum {

    private static final int EVALUATIONS_MAX = 5_000;
    private static final int CLIMBS_MAX = 8;
    private static final double HIGHER = 1e-6;
    /** Beyond e^±12 a parameter says that the data lacks the spread it stands for. */
    private static final double LOGARITHM_MAX = 12;

    /** Pasts that one processor adds up; always the same ones, so that the sum is the same on every machine. */
    private static final int PIECE = 1_000;

    private static final double IMPOSSIBLE = -1e300;

    private Maximum() {}

    record Found(double[] parameters, double logLikelihood, boolean atTheEdge) {}

    static Found of(CustomerModel model, List<CustomerHistory> pasts) {
        MultivariateFunction likelihood = logarithms -> logLikelihood(model, exp(logarithms), pasts);
        double[] at = Arrays.stream(model.start()).map(Math::log).toArray();
        double height = Double.NEGATIVE_INFINITY;
        for (int climb = 0; climb < CLIMBS_MAX; climb++) {
            PointValuePair summit = climbed(likelihood, at, climb == 0 ? 0.7 : 0.2);
            boolean higher = summit.getValue() > height + HIGHER;
            if (summit.getValue() > height) {
                at = summit.getPoint();
                height = summit.getValue();
            }
            if (!higher) {
                break;
            }
        }
        boolean edge = Arrays.stream(at).anyMatch(logarithm -> Math.abs(logarithm) > LOGARITHM_MAX - 0.1);
        return new Found(exp(at), height, edge);
    }

    /** A climb that finds no summit ends at the highest point that it saw. */
    private static PointValuePair climbed(MultivariateFunction likelihood, double[] from, double step) {
        double[] steps = new double[from.length];
        Arrays.fill(steps, step);
        PointValuePair[] highest = {new PointValuePair(from, Double.NEGATIVE_INFINITY)};
        MultivariateFunction seen = at -> {
            double height = likelihood.value(at);
            if (height > highest[0].getValue()) {
                highest[0] = new PointValuePair(at, height);
            }
            return height;
        };
        try {
            return new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-9))
                    .optimize(
                            new MaxEval(EVALUATIONS_MAX),
                            new ObjectiveFunction(seen),
                            GoalType.MAXIMIZE,
                            new InitialGuess(from),
                            new NelderMeadSimplex(steps));
        } catch (TooManyEvaluationsException endless) {
            return highest[0];
        }
    }

    private static double logLikelihood(CustomerModel model, double[] parameters, List<CustomerHistory> pasts) {
        for (double parameter : parameters) {
            if (Math.abs(Math.log(parameter)) > LOGARITHM_MAX) {
                return IMPOSSIBLE;
            }
        }
        int pieces = (pasts.size() + PIECE - 1) / PIECE;
        double[] sums = IntStream.range(0, pieces)
                .parallel()
                .mapToDouble(piece -> ofPiece(
                        model, parameters, pasts.subList(piece * PIECE, Math.min(pasts.size(), (piece + 1) * PIECE))))
                .toArray();
        double sum = Arrays.stream(sums).sum();
        return Double.isFinite(sum) ? sum : IMPOSSIBLE;
    }

    private static double ofPiece(CustomerModel model, double[] parameters, List<CustomerHistory> pasts) {
        double sum = 0;
        for (CustomerHistory past : pasts) {
            sum += past.customers() * model.logLikelihood(parameters, past);
            if (!Double.isFinite(sum)) {
                return sum;
            }
        }
        return sum;
    }

    private static double[] exp(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }
}
