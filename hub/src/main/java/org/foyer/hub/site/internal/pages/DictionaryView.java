package org.foyer.hub.site.internal.pages;

import java.util.List;

/** What each figure means. */
public record DictionaryView(List<Entry> entries) {

    /** One figure. */
    public record Entry(
            String id,
            String name,
            String formula,
            String trap,
            String unit,
            String needs,
            String edition,
            boolean comparable) {}
}
