package org.foyer.hub.site.internal.security;

import java.util.List;
import org.foyer.kit.Problem;

/** Ends a request with a problem: an HTTP status, a stable code and what its sentence needs. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<String> arguments;
    private final transient List<Problem> problems;

    /** @param status HTTP status from 400 to 599 */
    public Refused(int status, String code, String... arguments) {
        this(status, code, List.of(), List.of(arguments));
    }

    /** @param problems everything that is wrong with what was sent, all at once */
    public Refused(int status, String code, List<Problem> problems) {
        this(status, code, List.copyOf(problems), List.of());
    }

    private Refused(int status, String code, List<Problem> problems, List<String> arguments) {
        super(code, null, false, false); // an answer, not a bug: no stack trace
        this.status = status;
        this.code = code;
        this.problems = problems;
        this.arguments = arguments;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    public List<Problem> problems() {
        return problems;
    }
}
