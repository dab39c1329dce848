package org.foyer.hub.governance;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Append-only log in which each line holds the digest of the one before. */
public interface Audit {

    /** One line. */
    record Line(
            long sequence,
            Instant at,
            String actor,
            @Nullable HouseId house,
            String action,
            @Nullable String purpose,
            String detail,
            String hash) {}

    void write(Actor actor, @Nullable HouseId house, String action, @Nullable String purpose, String detail);

    /** Newest first. */
    List<Line> lines(@Nullable HouseId house, int offset, int limit);

    /** Whether every line still holds the digest of the one before, and none is missing at the end. Reads every line. */
    boolean intact();
}
