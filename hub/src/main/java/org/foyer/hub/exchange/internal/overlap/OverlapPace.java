package org.foyer.hub.exchange.internal.overlap;

import java.time.Duration;

/**
 * How long nodes wait for each other.
 *
 * @param between two tries of a step, and two looks at whether the other set is prepared
 * @param tries of one step, when there was no answer
 * @param whole how long one question may take
 * @param silence how long a question that is answered here may rest
 */
public record OverlapPace(Duration between, int tries, Duration whole, Duration silence) {

    /** Two sets of five million buyers take half an hour of two processors. */
    public static final OverlapPace DEFAULT =
            new OverlapPace(Duration.ofSeconds(2), 4, Duration.ofHours(1), Duration.ofMinutes(10));
}
