package org.foyer.hub.catalogue;

import java.time.Instant;
import java.util.Map;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An agenda to which a house's programme goes out, and how that goes. The secret is not here.
 *
 * @param slug short name within the house
 * @param everyMinutes how often; null for only when a person says so
 * @param publishing whether it goes out now, or waits for its turn
 * @param problem why the last run ended before its end, or why it waits for a person
 * @param nextAt when it goes out by itself; null for never
 * @param there events of the house that stand there
 * @param last what the last run did
 */
public record PublishedAgenda(
        String slug,
        String name,
        String kind,
        String address,
        Map<String, String> settings,
        @Nullable Integer everyMinutes,
        State state,
        boolean publishing,
        @Nullable Problem problem,
        String addedBy,
        Instant addedAt,
        @Nullable Instant triedAt,
        @Nullable Instant succeededAt,
        @Nullable Instant nextAt,
        long there,
        Done last) {

    /**
     * How many events a run treated.
     *
     * @param refused by the agenda, or not sent since something that it demands is not known
     * @param waiting left for the next run
     */
    public record Done(int created, int changed, int withdrawn, int refused, int waiting) {
        public static final Done NOTHING = new Done(0, 0, 0, 0, 0);
    }

    /** How the last run ended; the register keeps the lower-case name. */
    public enum State {
        /** Nothing was ever sent. */
        NEW,
        /** Everything stands there as it does here. */
        DONE,
        /** Some events were not taken, or wait. */
        PARTLY,
        /** So much would be taken away there that a person must look. */
        HELD,
        /** The run ended before its end. */
        FAILED,
        /** A person took everything back. */
        WITHDRAWN
    }

    /** The same while it goes out. */
    public PublishedAgenda whilePublishing() {
        return new PublishedAgenda(
                slug,
                name,
                kind,
                address,
                settings,
                everyMinutes,
                state,
                true,
                problem,
                addedBy,
                addedAt,
                triedAt,
                succeededAt,
                nextAt,
                there,
                last);
    }
}
