package org.foyer.hub.governance.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after a few failures in a row the next attempt must wait, twice as long after each one.
 *
 * <p>Kept in memory and bounded; when it is full the attempts that are longest ago are forgotten.
 */
final class LoginThrottle {

    static final int KEYS_MAX = 10_000;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 10;

    private record Failures(int count, long lastAt) {}

    private final Clock clock;
    private final int freeFailures;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEYS_MAX;
        }
    };

    /** @param freeFailures failures in a row that cost no delay */
    LoginThrottle(Clock clock, int freeFailures) {
        this.clock = clock;
        this.freeFailures = freeFailures;
    }

    /** How long this key must wait from now; zero when it may try. */
    synchronized Duration delay(String key) {
        Failures known = failures.get(key);
        if (known == null || known.count() < freeFailures) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.count() - freeFailures, DOUBLINGS_MAX);
        Duration whole = FIRST_DELAY.multipliedBy(1L << doublings);
        Duration capped = whole.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : whole;
        long leftMs = known.lastAt() + capped.toMillis() - clock.millis();
        return leftMs > 0 ? Duration.ofMillis(leftMs) : Duration.ZERO;
    }

    /** Counts a failure; failures longer ago than the longest delay are forgotten. */
    synchronized void failed(String key) {
        long now = clock.millis();
        Failures known = failures.get(key);
        boolean stale = known == null || now - known.lastAt() > LONGEST_DELAY.toMillis();
        failures.put(key, new Failures(stale || known == null ? 1 : known.count() + 1, now));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    synchronized int size() {
        return failures.size();
    }
}
