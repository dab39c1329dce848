package org.foyer.hub.exchange;

/** Why a question about shared buyers goes no further. */
public final class OverlapStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable; the sentence stands in the catalogue under it */
    public OverlapStopped(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
