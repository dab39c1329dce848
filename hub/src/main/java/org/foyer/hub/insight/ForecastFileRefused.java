package org.foyer.hub.insight;

import java.util.List;

/** Why nothing can be forecast from a file: all that is wrong with it at once, at most a hundred places. */
public final class ForecastFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ForecastProblem> problems;

    public ForecastFileRefused(List<ForecastProblem> problems) {
        super("forecast file refused", null, false, false); // an answer, not a bug: no stack trace
        this.problems = List.copyOf(problems);
    }

    /** Of the whole file. */
    public static ForecastFileRefused whole(String code, String... arguments) {
        return new ForecastFileRefused(List.of(new ForecastProblem(0, 0, code, List.of(arguments))));
    }

    public List<ForecastProblem> problems() {
        return problems;
    }
}
