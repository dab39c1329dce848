package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a house: what needs attention, then the trend, then the next performances.
 *
 * @param season null when nothing was imported yet
 */
public record HomeView(
        String base,
        @Nullable String season,
        String today,
        boolean editor,
        List<AttentionItem> attention,
        List<KeyFigure> keys,
        @Nullable Chart trend,
        List<Show> next) {

    /**
     * @param beside the same figure a season earlier on the same day, in words
     */
    public record KeyFigure(String name, String value, String beside, String href) {}
}
