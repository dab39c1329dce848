package org.foyer.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An address from which a house's data is pulled, and how that goes. The secret is not here.
 *
 * @param slug short name within the house
 * @param hosts that may be asked
 * @param secret whether it has one
 * @param everyMinutes how often it is pulled
 * @param pulling whether it is pulled now, or waits for its turn
 * @param problem why the last pull brought nothing, or why what it brought is held
 * @param records how many the last answer had that held everything
 * @param run the last run it made
 * @param heldRecords how many the answer has that waits for a person's word
 */
public record PulledSource(
        String slug,
        String name,
        String kind,
        String address,
        List<String> hosts,
        Map<String, String> settings,
        boolean secret,
        int everyMinutes,
        State state,
        boolean pulling,
        @Nullable Problem problem,
        String addedBy,
        Instant addedAt,
        @Nullable Instant triedAt,
        @Nullable Instant succeededAt,
        Instant nextAt,
        @Nullable Long records,
        @Nullable Integer run,
        @Nullable Long heldRecords) {

    /** How the last pull ended; the register keeps the lower-case name. */
    public enum State {
        /** It was never pulled. */
        NEW,
        /** What came was taken. */
        TAKEN,
        /** What came is what was there already. */
        UNCHANGED,
        /** What came has so little in it that a person must look. */
        HELD,
        /** Nothing came, or it could not be read. */
        FAILED
    }

    /** The same while it is pulled. */
    public PulledSource whilePulling() {
        return new PulledSource(
                slug,
                name,
                kind,
                address,
                hosts,
                settings,
                secret,
                everyMinutes,
                state,
                true,
                problem,
                addedBy,
                addedAt,
                triedAt,
                succeededAt,
                nextAt,
                records,
                run,
                heldRecords);
    }
}
