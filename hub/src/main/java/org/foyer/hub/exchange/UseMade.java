package org.foyer.hub.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handover of data, or a use here of what was received.
 *
 * @param purpose what for, as it was told; null for a handover
 */
public record UseMade(
        String agreement,
        String transfer,
        Side side,
        @Nullable String purpose,
        Instant at) {}
