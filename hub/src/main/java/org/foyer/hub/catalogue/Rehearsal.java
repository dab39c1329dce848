package org.foyer.hub.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent to an agenda now. Nothing is asked of the network for it.
 *
 * @param events in the order of their first date, those that are to be taken away last
 * @param waiting how many changes go beyond what one run sends
 */
public record Rehearsal(List<Event> events, int waiting) {
    public Rehearsal {
        events = List.copyOf(events);
    }

    /** What is to happen with an event there. */
    public enum Change {
        CREATE,
        UPDATE,
        WITHDRAW,
        /** It is there as it is here. */
        NONE,
        /** Something that the agenda demands is not known, so nothing is sent of it. */
        LACKING,
        /** The agenda refused it as it is; it is sent again when it changed, or when a person says so. */
        REFUSED
    }

    /**
     * A run of a show at a venue, which is one event there.
     *
     * @param thing production, season and venue
     * @param production its number here; 0 when it is no longer here
     * @param first first day, null when it is no longer here
     * @param lacks what the agenda demands and is not known, or why it was refused
     * @param advice what would make it better there
     * @param link where it is to be seen there, if it is there and that is known
     */
    public record Event(
            String thing,
            long production,
            String title,
            @Nullable String venue,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int dates,
            Change change,
            boolean there,
            List<Problem> lacks,
            List<Problem> advice,
            @Nullable String link,
            @Nullable Instant sentAt) {
        public Event {
            lacks = List.copyOf(lacks);
            advice = List.copyOf(advice);
        }
    }

    /** How many events have this change before them. */
    public long count(Change change) {
        return events.stream().filter(event -> event.change() == change).count();
    }
}
