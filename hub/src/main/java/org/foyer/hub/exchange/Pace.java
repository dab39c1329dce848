package org.foyer.hub.exchange;

import java.time.Duration;

/**
 * How messages are sent.
 *
 * @param settling how long is waited after a message came before the next one goes, so that the other side has stored what it was
 *     answered
 * @param firstWait after a message that could not be brought; doubled each time
 * @param longestWait no wait is longer
 * @param triesMax how often one message is tried; after it the conversation ends
 * @param atOnce messages on their way at one time
 * @param kept how long conversations that are over are kept
 */
public record Pace(
        Duration settling, Duration firstWait, Duration longestWait, int triesMax, int atOnce, Duration kept) {

    /** How long conversations that are over are kept, where nothing else is said: a year and a month. */
    public static final Duration KEPT = Duration.ofDays(400);

    /** Nearly at once, and about a day of trying: whoever was still writing down our answer is met again a tenth of a second later. */
    public static final Pace DEFAULT =
            new Pace(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofHours(2), 28, 4, KEPT);

    /** The same with another time for which conversations that are over are kept. */
    public Pace keeping(Duration time) {
        return new Pace(settling, firstWait, longestWait, triesMax, atOnce, time);
    }

    /** How long to wait after so many tries in vain. */
    public Duration waitAfter(int tries) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 20));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
