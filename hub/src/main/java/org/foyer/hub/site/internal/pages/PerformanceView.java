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
        String csv) {

    /** A name and its value. */
    public record Fact(String name, String value) {}
}
