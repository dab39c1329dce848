package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One performance. */
public record PerformanceView(
        String base,
        Show show,
        String longDay,
        @Nullable String genre,
        List<Fact> facts,
        @Nullable ForecastView forecast,
        @Nullable Chart curve,
        List<FigureCard> values,
        List<FigureCard> pictures,
        String asOf,
        String today,
        String csv,
        String history,
        @Nullable Quality quality) {

    /**
     * How complete it is for those who look for a show.
     *
     * @param told its points, and what to add first
     * @param missing what it lacks, with the points of each
     * @param production whose sheet is opened; null for who may not type
     */
    public record Quality(
            String told, List<Fact> missing, @Nullable Long production) {}

    PerformanceView with(Quality told) {
        return new PerformanceView(
                base, show, longDay, genre, facts, forecast, curve, values, pictures, asOf, today, csv, history, told);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}
}
