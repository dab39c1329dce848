package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sources contradict each other, side by side. */
public record ContradictionsView(
        String base,
        String told,
        @Nullable String done,
        List<SheetView.Problem> problems,
        List<Item> items,
        Pager pager) {

    /** @param decided sentence, null while nobody decided */
    public record Item(
            int number,
            String title,
            @Nullable String date,
            String property,
            @Nullable String decided,
            String sheet,
            long production,
            long performance,
            String name,
            List<Value> values) {}

    public record Value(String told, String sent, String source, boolean counts) {}
}
