package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows that were found, as their audience reads them.
 *
 * @param says what is shown, in a sentence
 * @param notes what one should know of it
 * @param kept what the form keeps of the choices made by links
 * @param more what the shows must offer
 * @param meant towns that may be meant, when none has the name that was typed
 * @param unsaid address of the same question, with shows that do not say what is asked; null when there are none
 * @param map address of the question as a map
 * @param ics address of the question as a calendar
 * @param rss and as news
 * @param past address of the past shows, when none lies ahead
 */
public record SearchView(
        String words,
        String place,
        String from,
        String to,
        List<Frame.Choice> whens,
        List<Kept> kept,
        ConditionsForm more,
        String says,
        List<String> notes,
        String map,
        String ics,
        String rss,
        List<Value> meant,
        @Nullable String unsaid,
        @Nullable String past,
        boolean empty,
        String clear,
        List<Hit> hits,
        List<Facet> facets,
        Pager pager) {

    /** A hidden field. */
    public record Kept(String name, String value) {}

    /** A show. */
    public record Hit(
            String href,
            String day,
            String month,
            String when,
            String iso,
            String title,
            @Nullable String state,
            boolean simulated,
            String place,
            String dates,
            @Nullable String offer,
            List<Work> works,
            @Nullable String people) {}

    /** A work and who wrote it. */
    public record Work(String title, @Nullable String writers) {}

    /** Values by which to narrow the question. */
    public record Facet(String name, List<Value> values) {}

    /** One of them; current when it was chosen, and then the link takes it back. */
    public record Value(String text, String count, String href, boolean current) {}
}
