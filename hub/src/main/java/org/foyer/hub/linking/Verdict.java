package org.foyer.hub.linking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says of two buyers. */
public enum Verdict {
    /** One person. Counts above every weight. */
    SAME,
    /** Two people. Counts above every weight. */
    DIFFERENT,
    /** To be decided later: the pair stands at the end of the list, nothing else changes. */
    LATER;

    /** As it is kept and sent, for instance {@code same}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with a key. */
    public static Optional<Verdict> of(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key().equals(key))
                .findFirst();
    }
}
