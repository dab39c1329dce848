package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete a programme is.
 *
 * @param told the score in a sentence, and the first thing to mend with what it would gain
 * @param properties share of the performances that have each, null without performances
 * @param mayType whether who looks may open sheets
 */
public record QualityView(
        String base, String told, @Nullable Bars properties, List<Show> shows, boolean mayType) {

    public record Show(long production, String title, String score, String dates, String missing, String gain) {}
}
