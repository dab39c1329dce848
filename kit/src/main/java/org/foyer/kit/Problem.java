package org.foyer.kit;

import java.util.List;

/**
 * An expected failure as a value. The sentence and the mend stand in the catalogue of each language under the code.
 *
 * @param code stable and never reused, lower-case words joined by hyphens, for instance {@code date-unreadable}
 * @param severity what follows from it
 * @param place where it was found
 * @param arguments what the sentence needs, in the order of its placeholders
 */
public record Problem(String code, Severity severity, Place place, List<String> arguments) {

    /** What follows from a problem. */
    public enum Severity {
        /** The run cannot go on; nothing was changed. */
        STOPS_RUN,
        /** The row waits in the quarantine; the others are taken. */
        QUARANTINES_ROW,
        /** Everything was taken; a person should look. */
        WARNS
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem stops(String code, Place place, String... arguments) {
        return new Problem(code, Severity.STOPS_RUN, place, List.of(arguments));
    }

    public static Problem warns(String code, Place place, String... arguments) {
        return new Problem(code, Severity.WARNS, place, List.of(arguments));
    }
}
