package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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

    /** The greatest or least value; infinite when there is no bound, empty when nothing was found. */
    OptionalDouble bound(double[] objective, boolean greatest) {
        try {
            PointValuePair found = solve(objective, greatest);
            return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.getValue());
        } catch (UnboundedSolutionException e) {
            return OptionalDouble.of(greatest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
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
