package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Houses of other nodes with whom a house counts shared buyers.
 *
 * @param nodes that may be chosen
 * @param note how exact the numbers are
 * @param asking whether a question is under way
 */
public record OverlapNodesView(List<ImportView.Option> nodes, List<Row> rows, String note, boolean asking) {

    /**
     * A house.
     *
     * @param shared the number, or why there is none
     * @param when since when it is known, or how far the question is
     * @param named whether this house names it now
     * @param mayAsk whether there is no answer of this period and no question under way
     */
    public record Row(
            String node,
            String nodeName,
            String house,
            String shared,
            @Nullable String when,
            boolean named,
            boolean mayAsk) {}
}
