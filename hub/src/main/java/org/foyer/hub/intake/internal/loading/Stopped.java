package org.foyer.hub.intake.internal.loading;

import org.foyer.kit.Problem;

/** Ends a run in the middle of its transaction, so that nothing of it is kept; the problem is the answer to give. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Stopped(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
