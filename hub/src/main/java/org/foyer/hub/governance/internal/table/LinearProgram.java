package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;

/** A linear program over variables that are never below nothing, solved by the simplex method of Commons Math. */
final class LinearProgram {

    /** Pivots of one solution; by Bland's rule, which never cycles. */
    private static final int STEPS_MAX = 50_000;

    private final int variables;
    private final List<LinearConstraint> constraints = new ArrayList<>();

    LinearProgram(int variables) {
        this.variables = variables;
    }

    double[] row() {
        return new double[variables];
    }

    void equal(double[] row, double value) {
        constraints.add(new LinearConstraint(row, Relationship.EQ, value));
    }

    void atMost(double[] row, double value) {
        constraints.add(new LinearConstraint(row, Relationship.LEQ, value));
    }

    /**
     * A greatest or least value.
     *
     * @param value infinite when there is no bound
     * @param point where it is; null when there is no bound
     */
    record Bound(double value, double @Nullable [] point) {}

    /** The greatest or least value; empty when nothing was found. */
    Optional<Bound> bound(double[] objective, boolean greatest) {
        try {
            PointValuePair found = solve(objective, greatest);
            return found == null ? Optional.empty() : Optional.of(new Bound(found.getValue(), found.getPoint()));
        } catch (UnboundedSolutionException e) {
            return Optional.of(new Bound(greatest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY, null));
        }
    }

    /** Where the objective is least; null when there is no such point or none was found. */
    double @Nullable [] least(double[] objective) {
        PointValuePair found = solve(objective, false);
        return found == null ? null : found.getPoint();
    }

    private @Nullable PointValuePair solve(double[] objective, boolean greatest) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(STEPS_MAX),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            greatest ? GoalType.MAXIMIZE : GoalType.MINIMIZE,
                            new NonNegativeConstraint(true),
                            PivotSelectionRule.BLAND);
        } catch (UnboundedSolutionException e) {
            throw e;
        } catch (MathIllegalStateException e) {
            return null; // nothing feasible, or too many steps: whoever asks takes neither for a proof
        }
    }
}
