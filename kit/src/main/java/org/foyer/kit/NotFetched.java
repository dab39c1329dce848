package org.foyer.kit;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something could not be fetched, for a reason that a person can read. It names no secret. */
public final class NotFetched extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration after;

    public NotFetched(String code, String... arguments) {
        this(null, code, arguments);
    }

    /** @param after how long the other side asks to be left alone, or null when it did not say */
    public NotFetched(@Nullable Duration after, String code, String... arguments) {
        super(code);
        this.problem = Problem.stops(code, Place.of(""), arguments);
        this.after = after;
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable Duration after() {
        return after;
    }
}
