package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One show as several houses tell it, side by side.
 *
 * @param here address of the page, where taking is sent
 * @param seen the sheet as it stands, sent back with what is taken
 * @param editor whether who reads may take
 * @param work about the work and the production
 * @param sale of each house its own
 * @param evenings about place and date
 * @param more sentence that not all is told, null when all is
 */
public record SidesView(
        String base,
        String here,
        String title,
        String told,
        String seen,
        @Nullable String done,
        List<SheetView.Problem> problems,
        boolean editor,
        long production,
        List<Who> who,
        Part work,
        Part sale,
        Part evenings,
        @Nullable String more) {

    /** A house. @param role in words */
    public record Who(String name, String href, String role) {}

    /**
     * What belongs together.
     *
     * @param differing where houses say different things
     * @param rows what they say alike, or one alone says
     */
    public record Part(String id, String title, String whose, List<Different> differing, List<Row> rows) {}

    /** @param number part of the page's address that leads to it */
    public record Different(String number, String what, List<Value> values) {}

    /** @param part whether it is the part of who says it */
    public record Value(
            String told, String who, boolean part, @Nullable Take take) {}

    /** One line of what nobody contradicts. */
    public record Row(
            String what, String told, String who, @Nullable Take take) {}

    /** What taking it sends. */
    public record Take(long production, long performance, String property, String value) {}
}
