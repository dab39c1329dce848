package org.foyer.hub.exchange;

/** A step between nodes about a network that is not taken. */
public final class NetworkRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, with a sentence in both languages */
    public NetworkRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
