package org.foyer.hub.site.internal.pages;

import java.util.List;

/** The performances of a season by month. */
public record PerformancesView(String base, SeasonChoice seasons, List<Month> months, Pager pager, String csv) {

    /** One month. */
    public record Month(String name, List<Show> shows) {}
}
