package org.foyer.hub.linking.internal.overlap;

import org.foyer.hub.linking.OverlapRefused;

/** How large sets of buyers may be, and what is put among them. */
final class SetRules {

    /** A house with fewer buyers is not answered: a list of guesses is short. */
    static final int SET_MIN = 500;

    static final int SET_MAX = 5_000_000;

    /** Points that an answer holds besides its own; a secret number of them, about half, look like shared buyers. */
    static final int PADDING = 400;

    private SetRules() {}

    static void check(int size) throws OverlapRefused {
        if (size < SET_MIN) {
            throw new OverlapRefused("overlap-set-small");
        }
        if (size > SET_MAX) {
            throw new OverlapRefused("overlap-set-large");
        }
    }
}
