package org.foyer.hub.catalogue.internal.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing of ours in an agenda.
 *
 * @param thing production, season and venue of a run; or the number of the venue
 * @param generation how often it was taken away there: what was taken away comes back as something new
 * @param last last day of an event
 * @param pending digest of what was being sent when nobody knows whether it arrived
 * @param digest of what is there
 * @param remote its name there; null: it is not there, as far as is known
 * @param refused digest of what was refused there
 */
record Thing(
        String thing,
        int generation,
        String title,
        @Nullable LocalDate last,
        @Nullable String pending,
        @Nullable String digest,
        @Nullable String remote,
        @Nullable String link,
        @Nullable String refused,
        @Nullable Problem problem,
        @Nullable Instant sentAt) {

    /** What kind of thing; the register keeps the lower-case name. */
    enum Kind {
        EVENT,
        PLACE,
        /** By its address here. */
        PICTURE;

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean isThere() {
        return remote != null;
    }

    /** Whether it may be there although nobody knows. */
    boolean isUncertain() {
        return remote == null && pending != null;
    }
}
