package org.foyer.hub.linking;

/**
 * Why a question about shared buyers is not answered. Nothing of the sets was told that was not told before it.
 *
 * <p>Codes: {@code overlap-message} (not a message of the protocol, or not the one that is due), {@code overlap-other-question},
 * {@code overlap-set-small}, {@code overlap-set-large}, {@code overlap-commitment} (what came is not what was promised),
 * {@code overlap-point} (no point of the curve, or one of small order), {@code overlap-order} (points are not sorted, or one came
 * twice), {@code overlap-asked} (another set in the same period), {@code overlap-too-many} (questions in the period),
 * {@code overlap-not-taking-part}, {@code overlap-sketch-small}, {@code overlap-alone} (fewer than two houses).
 */
public final class OverlapRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;

    public OverlapRefused(String code) {
        super(code);
        this.code = code;
    }

    /** Stable; the sentence stands in the catalogue under it. */
    public String code() {
        return code;
    }
}
