package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record, import by import, the latest first.
 *
 * @param here address of the page, where putting back is sent
 * @param back where it leads up to, with its words
 * @param seen the sheet as it stands, sent back with what is put back
 * @param told how many changes there are
 * @param editor whether who reads may put back
 * @param production on whose sheet it is corrected, 0 where it is on several
 * @param says how it is put back or typed
 * @param related histories of where it is played, what, and whom it credits
 */
public record HistoryView(
        String house,
        String here,
        Link back,
        String title,
        String told,
        String seen,
        @Nullable String done,
        List<SheetView.Problem> problems,
        boolean editor,
        long production,
        List<Run> runs,
        String says,
        List<Link> related,
        Pager pager) {

    /** Where something else is told. */
    public record Link(String href, String text) {}

    /**
     * What one import said.
     *
     * @param when and
     * @param by whom, by which source and files
     * @param undone sentence, null while it stands
     * @param href of its report, null for who may not read it
     */
    public record Run(
            int number,
            String when,
            String by,
            @Nullable String undone,
            @Nullable String href,
            List<Change> changes) {}

    /**
     * One change.
     *
     * @param date which dates it changes, null for the show
     * @param note of which other record it was said, or why it cannot be put back
     * @param back what putting back sends, null where it is not to be
     */
    public record Change(
            String property,
            @Nullable String date,
            String before,
            String value,
            @Nullable String note,
            boolean counts,
            @Nullable String back) {}
}
