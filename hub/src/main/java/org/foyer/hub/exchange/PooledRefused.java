package org.foyer.hub.exchange;

/** A step of a pooled question that is not taken, because taking it could give a part away or make the sum wrong. */
public final class PooledRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable
     * @param about who or what; never a value of a house
     */
    public PooledRefused(String code, String about) {
        super(code + ": " + about);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
