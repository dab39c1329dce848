package org.foyer.hub.linking;

import org.jspecify.annotations.Nullable;

/**
 * How many buyers two houses share, as both may know it: moved by secret amounts of both and rounded.
 *
 * @param about a multiple of {@value #STEP}; 0 when withheld
 * @param within how far it is from the true number at most, in nineteen of twenty cases
 * @param withheld {@code overlap-small} when the error could be more than half of the figure, else null
 */
public record OverlapAnswer(
        long about, int within, @Nullable String withheld) {

    public static final int STEP = 10;

    /** Below it the answer is withheld. */
    public static final int LEAST = 60;

    /** The error of both amounts and of the rounding: docs/overlap.md. */
    public static final int WITHIN = 26;

    /** @param moved the moved number; below 0 where few are shared */
    public static OverlapAnswer of(long moved) {
        long rounded = Math.floorDiv(moved + STEP / 2, STEP) * STEP;
        return rounded < LEAST
                ? new OverlapAnswer(0, WITHIN, "overlap-small")
                : new OverlapAnswer(rounded, WITHIN, null);
    }
}
