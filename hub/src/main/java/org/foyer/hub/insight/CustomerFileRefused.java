package org.foyer.hub.insight;

import java.util.List;

/** Why nothing can be fitted to a file. The sentence stands in the catalogue under the code. */
public final class CustomerFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    public CustomerFileRefused(String code, String... arguments) {
        super(code, null, false, false); // an answer, not a bug: no stack trace
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
