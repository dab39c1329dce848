package org.foyer.hub.catalogue.internal.search;

import org.foyer.hub.catalogue.SearchAnswer.Silent;

/** Counts shows that are not found because they do not say what is asked. */
final class Undecided {

    private static final int[] BITS = {
        Fitting.AGE,
        Fitting.PRICE,
        Fitting.ACCESSIBILITY,
        Fitting.AUDIENCE,
        Fitting.LANGUAGE,
        Fitting.SURTITLES,
        Fitting.PLACE
    };

    private final int[] shows = new int[BITS.length];
    private int total;

    /** @param silent what the show does not say */
    void add(int silent) {
        total++;
        for (int i = 0; i < BITS.length; i++) {
            if ((silent & BITS[i]) != 0) {
                shows[i]++;
            }
        }
    }

    void add(Undecided other) {
        total += other.total;
        for (int i = 0; i < BITS.length; i++) {
            shows[i] += other.shows[i];
        }
    }

    Silent told() {
        return new Silent(total, shows[0], shows[1], shows[2], shows[3], shows[4], shows[5], shows[6]);
    }
}
