package org.foyer.hub.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * A company's request for the figures of one show, with what the house that plays it said.
 *
 * @param id on this node
 * @param uid the same on both nodes
 * @param node participant of the data space on whose node the other side is; empty when both are here
 * @param show identifier of the run on the node of its house
 * @param title of the show, as the catalogue of the house has it
 * @param tour how the company calls its show; stops of one name belong together
 * @param why for the house to read
 * @param wantedUntil after this day a request that nobody answered counts no longer
 * @param terms of the last grant; null before the first
 * @param reason of the last word of the house, if it gave one
 * @param history what happened, oldest first
 */
public record ShowGrant(
        long id,
        String uid,
        Side giver,
        Side asker,
        String node,
        String show,
        String title,
        String tour,
        String why,
        Set<ShowFigure> wanted,
        LocalDate wantedUntil,
        State state,
        @Nullable Terms terms,
        @Nullable String reason,
        Instant askedAt,
        Instant changedAt,
        List<Event> history) {

    public ShowGrant {
        wanted = ShowFigure.ordered(wanted);
        history = List.copyOf(history);
    }

    /** How a request stands. */
    public enum State {
        ASKED,
        GRANTED,
        DECLINED,
        /** By the house. */
        STOPPED,
        /** By who asked. */
        WITHDRAWN,
        /** The last day is over: of the grant, or of a request that nobody answered. Comes by the calendar and is not kept. */
        EXPIRED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What either side does. */
    public enum Step {
        ASK,
        GRANT,
        DECLINE,
        STOP,
        WITHDRAW;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is the company that does it. */
        public boolean byAsker() {
            return this == ASK || this == WITHDRAW;
        }
    }

    /** One of the two. @param house null when it is of another node */
    public record Side(@Nullable HouseId house, String slug, String name) {}

    /**
     * What a house lets a company see.
     *
     * @param from the first day as known on which figures are told; nothing before it is
     * @param until the last day on which the company may look, by the house's calendar
     * @param delay how many days old figures are at least, 0 to {@link ShowGrants#DELAY_DAYS_MAX}
     */
    public record Terms(Set<ShowFigure> figures, LocalDate from, LocalDate until, int delay) {
        public Terms {
            figures = ShowFigure.ordered(figures);
        }
    }

    /**
     * Something that happened.
     *
     * @param figures asked for, or granted
     * @param from with the next two: of a grant; of a request only {@code until}
     */
    public record Event(
            Instant at,
            Step step,
            State became,
            Set<ShowFigure> figures,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer delay,
            @Nullable String words) {
        public Event {
            figures = ShowFigure.ordered(figures);
        }
    }

    /** The same in another state. */
    public ShowGrant with(State other, @Nullable Terms otherTerms, @Nullable String otherReason) {
        return new ShowGrant(
                id,
                uid,
                giver,
                asker,
                node,
                show,
                title,
                tour,
                why,
                wanted,
                wantedUntil,
                other,
                otherTerms,
                otherReason,
                askedAt,
                changedAt,
                history);
    }

    /** The same, changed at another moment. */
    public ShowGrant changedAt(Instant moment) {
        return new ShowGrant(
                id,
                uid,
                giver,
                asker,
                node,
                show,
                title,
                tour,
                why,
                wanted,
                wantedUntil,
                state,
                terms,
                reason,
                askedAt,
                moment,
                history);
    }

    /** The same under the number that it has on this node. */
    public ShowGrant numbered(long number) {
        return new ShowGrant(
                number,
                uid,
                giver,
                asker,
                node,
                show,
                title,
                tour,
                why,
                wanted,
                wantedUntil,
                state,
                terms,
                reason,
                askedAt,
                changedAt,
                history);
    }

    /** Whether the house that plays the show is of this node. */
    public boolean playedHere() {
        return giver.house() != null;
    }
}
