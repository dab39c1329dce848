package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete a programme is.
 *
 * @param told the score in a sentence, and the first thing to mend with what it would gain
 * @param properties share of the performances that have each, null without performances
 * @param sources those that tell of its dates, each with a report of its own
 * @param mayType whether who looks may open sheets
 */
public record QualityView(
        String base, String told, @Nullable Bars properties, List<Show> shows, List<Source> sources, boolean mayType) {

    public record Show(long production, String title, String score, String dates, String missing, String gain) {}

    /** @param report address of what its dates lack */
    public record Source(
            String name, String report, String dates, String houses, String score, String first, String gain) {}

    /** Several houses together. */
    public record OfHouses(String told, @Nullable Bars properties, List<House> houses, List<Source> sources) {}

    /** @param href its own page, for its members; else its programme */
    public record House(
            String name, String href, boolean simulated, String dates, String score, String first, String gain) {}

    /**
     * What the dates lack of which one source tells.
     *
     * @param table address of all dates as a table
     * @param day as of which it is told
     * @param more a sentence on shows beyond those told, null when all are
     */
    public record OfSource(
            String told,
            String table,
            String day,
            @Nullable Bars properties,
            List<Lack> shows,
            @Nullable String more) {}

    /** Dates of a show that lack something. */
    public record Lack(String title, String house, boolean simulated, String dates, String missing, String gain) {}
}
