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

    /** A set of which a sketch is made; a smaller one would be a list of its people, and of no use but guessing. */
    static void checkSketched(int size) throws OverlapRefused {
        if (size < Sketch.PEOPLE_MIN) {
            throw new OverlapRefused("overlap-sketch-small");
        }
        check(size);
    }

    /** How many messages so many points are. */
    static int messages(int points) {
        return (points + Message.POINTS_MAX - 1) / Message.POINTS_MAX;
    }

    /** How many points one of them holds: all as many as may be but the last. */
    static int pointsOf(int size, int number) {
        return Math.min(Message.POINTS_MAX, size - number * Message.POINTS_MAX);
    }
}
