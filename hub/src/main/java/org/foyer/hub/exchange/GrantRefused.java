package org.foyer.hub.exchange;

import java.util.List;

/** A step about the figures of a show that is not taken. */
public final class GrantRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /** @param code stable, with a sentence in both languages */
    public GrantRefused(String code, String... arguments) {
        super(code + " " + List.of(arguments));
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
