package org.foyer.hub.site.internal.pages;

import java.util.List;

/** What each figure means. */
public record DictionaryView(List<Entry> entries) {

    /**
     * One figure.
     *
     * @param adopted which networks of the house tell it by which version, since when; empty when none said so
     */
    public record Entry(
            String id,
            String name,
            String formula,
            String trap,
            String unit,
            String needs,
            String edition,
            boolean comparable,
            String adopted) {}
}
