package org.foyer.hub.catalogue.internal.search;

import java.util.Comparator;

/**
 * A run that was found, with what decides its place.
 *
 * @param score of the best of its documents
 * @param next the next date that is wanted, null-like {@link Long#MAX_VALUE} when none lies ahead
 * @param last the last date that is wanted
 * @param dates how many are wanted
 * @param kilometres from the place asked for; −1 when that is not known
 * @param best the document with that score
 * @param documents all that were found, in order
 * @param run its identifier
 */
record FoundShow(
        float score, long next, long last, int dates, double kilometres, int best, int[] documents, RunName run) {

    static final long NONE_AHEAD = Long.MAX_VALUE;

    /** What is soonest first; then what is past, the latest first. The run itself decides last, so that no order is by chance. */
    static final Comparator<FoundShow> BY_DATE = Comparator.<FoundShow>comparingLong(FoundShow::next)
            .thenComparing(show -> show.next() == NONE_AHEAD ? -show.last() : 0)
            .thenComparing(show -> -show.score())
            .thenComparing(FoundShow::run);

    static final Comparator<FoundShow> BY_FITNESS =
            Comparator.<FoundShow, Float>comparing(show -> -show.score()).thenComparing(BY_DATE);

    /** What is nearest first, what is at no known place last; then as by date. */
    static final Comparator<FoundShow> BY_DISTANCE = Comparator.<FoundShow>comparingDouble(
                    show -> show.kilometres() < 0 ? Double.MAX_VALUE : show.kilometres())
            .thenComparing(BY_DATE);
}
