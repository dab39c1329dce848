package org.foyer.hub.intake.internal.pull;

import java.time.Instant;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * A pulled source with what only the pulling needs.
 *
 * @param secret sealed
 * @param failures in a row
 * @param completeAt when the last pull began that asked for everything and was taken
 * @param digest of the answer that was taken last
 * @param held the answer that waits for a person's word
 */
record SourceRow(
        long id,
        HouseId house,
        PulledSource source,
        @Nullable String secret,
        int failures,
        @Nullable Instant completeAt,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String digest,
        @Nullable Held held) {

    /** An answer in the archive. */
    record Held(String sha256, String name) {}
}
