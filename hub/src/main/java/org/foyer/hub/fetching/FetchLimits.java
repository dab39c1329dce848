package org.foyer.hub.fetching;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of the network, and how long it is waited for.
 *
 * @param answerBytesMax bytes of one answer, unpacked
 * @param visitBytesMax bytes of all answers of one visit
 * @param requestsMax requests of one visit, those tried again and redirects included
 * @param visitMax how long one visit may take with everything it waits for
 * @param answerMax how long one answer may take from the first byte asked to the last one read
 * @param silenceMax how long the other side may say nothing
 * @param triesMax how often one address is tried
 * @param waitMax how long the other side may ask to be left alone before it is tried again within the visit
 * @param redirectsMax redirects of one request
 */
public record FetchLimits(
        int answerBytesMax,
        long visitBytesMax,
        int requestsMax,
        Duration visitMax,
        Duration answerMax,
        Duration silenceMax,
        int triesMax,
        Duration waitMax,
        int redirectsMax) {

    public static final FetchLimits DEFAULT = new FetchLimits(
            32 << 20,
            256L << 20,
            2_000,
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            4,
            Duration.ofMinutes(2),
            5);

    /**
     * The defaults, with what the settings of the process say instead: FOYER_FETCH_BYTES_MAX, FOYER_FETCH_VISIT_BYTES_MAX,
     * FOYER_FETCH_REQUESTS_MAX, FOYER_FETCH_VISIT_SECONDS_MAX and FOYER_FETCH_SECONDS_MAX.
     *
     * @param variables gives the value of an environment variable, or null
     */
    public static FetchLimits of(UnaryOperator<@Nullable String> variables) {
        Duration answer = seconds(variables, "FOYER_FETCH_SECONDS_MAX", DEFAULT.answerMax);
        return new FetchLimits(
                (int) Math.min(
                        number(variables, "FOYER_FETCH_BYTES_MAX", DEFAULT.answerBytesMax), Integer.MAX_VALUE - 16),
                number(variables, "FOYER_FETCH_VISIT_BYTES_MAX", DEFAULT.visitBytesMax),
                (int) Math.min(number(variables, "FOYER_FETCH_REQUESTS_MAX", DEFAULT.requestsMax), Integer.MAX_VALUE),
                seconds(variables, "FOYER_FETCH_VISIT_SECONDS_MAX", DEFAULT.visitMax),
                answer,
                answer.compareTo(DEFAULT.silenceMax) < 0 ? answer : DEFAULT.silenceMax,
                DEFAULT.triesMax,
                DEFAULT.waitMax,
                DEFAULT.redirectsMax);
    }

    private static Duration seconds(UnaryOperator<@Nullable String> variables, String name, Duration otherwise) {
        return Duration.ofSeconds(number(variables, name, otherwise.toSeconds()));
    }

    private static long number(UnaryOperator<@Nullable String> variables, String name, long otherwise) {
        String given = variables.apply(name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        long number = Long.parseLong(given.strip());
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
        return number;
    }
}
