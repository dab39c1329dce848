package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent to an agenda.
 *
 * @param told the same in a sentence
 * @param bars how much of each, or null when there is nothing
 * @param more how many events are not in the table, in words; or null
 * @param waiting what goes beyond one run, in words; or null
 * @param sends whether there is anything to send
 * @param takesBack whether there is anything to take back
 */
public record AgendaView(
        String base,
        PublicationView.Agenda agenda,
        String told,
        @Nullable Bars bars,
        List<Event> events,
        @Nullable String more,
        @Nullable String waiting,
        boolean sends,
        boolean takesBack) {

    /**
     * An event; the tone of its change is {@code good}, {@code bad} or {@code warn}.
     *
     * @param show address of the show here, or null
     * @param link address of the event there, or null
     * @param sent when it was sent last, or null
     */
    public record Event(
            String title,
            String dates,
            @Nullable String show,
            @Nullable String link,
            String change,
            String tone,
            @Nullable String sent,
            List<WordsView.Problem> lacks,
            List<WordsView.Problem> advice) {

        /** Whether there is anything to say of it. */
        public boolean told() {
            return !lacks.isEmpty() || !advice.isEmpty();
        }
    }
}
