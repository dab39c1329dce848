package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a house received. */
public record RunsView(String base, List<Line> runs, Pager pager) {

    /** One run in the list; the tone of its state is {@code good}, {@code bad} or {@code warn}. */
    public record Line(
            String href,
            String when,
            String files,
            String by,
            String state,
            String tone,
            String taken,
            String waiting) {}

    /**
     * One run.
     *
     * @param fresh whether it was committed a moment ago
     * @param undo address that takes it back, null when that is no longer possible
     * @param download address of the waiting rows
     */
    public record One(
            String base,
            String number,
            Line line,
            @Nullable String recipe,
            boolean fresh,
            ReportView report,
            @Nullable String undo,
            @Nullable String download,
            List<Waiting> rows,
            Pager pager) {}

    /** A row that waits to be mended. */
    public record Waiting(String line, String sentence, String mend, String column, String value, String raw) {}
}
