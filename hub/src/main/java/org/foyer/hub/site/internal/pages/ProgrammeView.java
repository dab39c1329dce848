package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its audience reads it.
 *
 * @param script line that shows it on another site
 */
public record ProgrammeView(
        String base,
        SeasonChoice seasons,
        boolean empty,
        List<Month> months,
        Pager pager,
        String jsonld,
        String ics,
        String csv,
        String xlsx,
        String script,
        Open open) {

    /** The same with what is said of its licence. */
    ProgrammeView open(Open said) {
        return new ProgrammeView(base, seasons, empty, months, pager, jsonld, ics, csv, xlsx, script, said);
    }

    /**
     * Under which licence the programme is open.
     *
     * @param name null when the house said nothing
     * @param choices what a steward may say; none for others
     * @param ids by which other registers know the house
     * @param editor whether whoever looks may say them
     * @param written the same in one field
     */
    public record Open(
            @Nullable String name,
            @Nullable String href,
            List<Frame.Choice> choices,
            List<OutsideWords.Id> ids,
            boolean editor,
            String written) {
        static final Open NONE = new Open(null, null, List.of(), List.of(), false, "");
    }

    /** One month. */
    public record Month(String name, List<Entry> entries) {}

    /** One performance. @param changes who plays in whose place on this date @param show id of its run */
    public record Entry(
            String day,
            String weekday,
            @Nullable String time,
            String iso,
            String title,
            @Nullable String kind,
            String place,
            @Nullable String state,
            List<Item> works,
            List<Credit> credits,
            List<String> changes,
            String show) {}

    /** A work played, or an interval. @param kind what the work is: type, genre, category; null when nobody said */
    public record Item(
            boolean interval,
            String title,
            @Nullable String composer,
            @Nullable String with,
            @Nullable String kind) {}

    /** People in one role. @param people the same, each with the page of what credits the name */
    public record Credit(String role, String names, List<Name> people) {}

    /** A name and the address of its page. */
    public record Name(String text, String href) {}
}
