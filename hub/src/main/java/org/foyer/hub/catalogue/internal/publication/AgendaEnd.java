package org.foyer.hub.catalogue.internal.publication;

import java.time.Duration;
import java.time.Instant;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** How a run ended, as the register keeps it beside the agenda. */
record AgendaEnd(
        State state,
        @Nullable Problem problem,
        int failures,
        Instant triedAt,
        @Nullable Instant succeededAt,
        @Nullable Instant nextAt,
        Done done) {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);

    /** What one run left over is sent soon after. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Everything was said that could be said. */
    static AgendaEnd of(AgendaRow row, Instant begun, Done done) {
        State state = done.refused() > 0 || done.waiting() > 0
                ? State.PARTLY
                : row.takenBack() ? State.WITHDRAWN : State.DONE;
        return new AgendaEnd(state, null, 0, begun, begun, next(row, begun, done), done);
    }

    private static @Nullable Instant next(AgendaRow row, Instant begun, Done done) {
        if (done.waiting() > 0 && (row.takenBack() || row.agenda().everyMinutes() != null)) {
            return begun.plus(SOON);
        }
        Integer every = row.agenda().everyMinutes();
        return every == null || row.takenBack() ? null : begun.plus(Duration.ofMinutes(every));
    }

    /** A person must look first; nothing was sent. */
    static AgendaEnd held(AgendaRow row, Instant begun, Problem why) {
        return new AgendaEnd(
                State.HELD, why, 0, begun, row.agenda().succeededAt(), next(row, begun, Done.NOTHING), Done.NOTHING);
    }

    /**
     * The run ended before its end; what it did is kept. The next try comes later each time.
     *
     * @param after how long the agenda asked to be left alone
     */
    static AgendaEnd failed(AgendaRow row, Instant begun, Problem why, @Nullable Duration after, Done done) {
        PublishedAgenda agenda = row.agenda();
        Integer every = agenda.everyMinutes();
        Instant next = null;
        if (every != null || row.takenBack()) {
            Duration longest = Duration.ofMinutes(every == null ? 60 * 24 : every);
            Duration retry = FIRST_RETRY.multipliedBy(1L << Math.min(row.failures(), 10));
            Duration wait = retry.compareTo(longest) > 0 ? longest : retry;
            Duration asked = after == null ? Duration.ZERO : after;
            next = begun.plus(asked.compareTo(wait) > 0 ? asked : wait);
        }
        return new AgendaEnd(State.FAILED, why, row.failures() + 1, begun, agenda.succeededAt(), next, done);
    }
}
