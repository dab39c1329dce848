package org.foyer.hub.catalogue;

/** Why a question has no answer; {@code code} is that of a problem. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String detail;

    /** @param detail where in the question, or the limit that was passed, for people; empty for neither */
    public Unanswered(String code, String detail) {
        super(code);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
