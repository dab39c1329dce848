package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counting with many houses at once.
 *
 * @param nodes that may be chosen; fewer than three when it cannot begin
 * @param counting which nodes count, null when the house named none
 * @param finding what is known, null when nothing is
 * @param state how far it is or why it went no further, null when there is nothing to say
 * @param people of how many houses, and how many there are
 * @param pairs the house with each other one
 * @param mayAsk whether nothing is under way
 */
public record ReachView(
        List<ImportView.Option> nodes,
        @Nullable String counting,
        @Nullable String finding,
        @Nullable String state,
        List<Row> people,
        List<Row> pairs,
        boolean mayAsk) {

    /** @param within how far it is from the truth; empty where nothing is told */
    public record Row(String name, String about, String within) {}
}
