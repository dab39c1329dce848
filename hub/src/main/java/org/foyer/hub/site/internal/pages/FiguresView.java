package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a season.
 *
 * @param asOf ISO day, as a date field takes it
 * @param today last day that may be asked
 */
public record FiguresView(
        String base,
        SeasonChoice seasons,
        String asOf,
        String today,
        @Nullable String asKnown,
        @Nullable Chart trend,
        List<Section> sections,
        String csv) {

    /** Figures that belong together: first those of one value, then those that are a picture. */
    public record Section(String id, String name, String intro, List<FigureCard> values, List<FigureCard> pictures) {}
}
