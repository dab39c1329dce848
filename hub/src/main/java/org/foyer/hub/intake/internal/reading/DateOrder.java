package org.foyer.hub.intake.internal.reading;

/** In which order the numbers of a date stand. */
public enum DateOrder {
    DMY,
    MDY,
    YMD,
    /** Seconds since 1970, UTC. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970, UTC. */
    EPOCH_MILLIS,
    /** Day and month cannot be told apart: no number above 12 stands in either place. */
    AMBIGUOUS
}
