package org.foyer.hub.site.internal.security;

import java.util.List;

/** Ends a request with a problem: an HTTP status, a stable code and what its sentence needs. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<String> arguments;

    /** @param status HTTP status from 400 to 599 */
    public Refused(int status, String code, String... arguments) {
        super(code, null, false, false); // an answer, not a bug: no stack trace
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
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
}
