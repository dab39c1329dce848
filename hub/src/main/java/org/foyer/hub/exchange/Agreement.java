package org.foyer.hub.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this node and another participant agreed to.
 *
 * @param side which side this node is
 * @param terms ODRL, as JSON
 * @param effectiveAt since when data may be transferred under it; null while a side has not confirmed it
 * @param endsAt after which nothing is transferred any more; null for no end
 * @param revokedAt since when it counts no longer, for whatever reason
 */
public record Agreement(
        String id,
        String participant,
        Side side,
        String dataset,
        String terms,
        Instant agreedAt,
        @Nullable Instant effectiveAt,
        @Nullable Instant endsAt,
        @Nullable Instant revokedAt) {

    /** Whether data may be transferred under it now. */
    public boolean holds(Instant now) {
        return effectiveAt != null && revokedAt == null && (endsAt == null || now.isBefore(endsAt));
    }
}
