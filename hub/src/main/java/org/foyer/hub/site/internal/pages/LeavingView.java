package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a house.
 *
 * @param says how much left in twelve months
 * @param bars by kind, null when nothing left
 * @param shows whose figures companies see now
 * @param forgotten a sentence for each time that answers were forgotten after a withdrawal
 */
public record LeavingView(
        String base,
        String says,
        @Nullable Bars bars,
        List<Standing> standing,
        List<Show> shows,
        List<Line> lines,
        List<String> forgotten) {

    /** A way out that a house may open and close. */
    public record Standing(String purpose, String text, boolean open) {}

    /** A grant for one show that holds. @param id of the request */
    public record Show(long id, String text) {}

    /**
     * One thing that left.
     *
     * @param detail as the audit has it, in English
     */
    public record Line(String at, String what, String to, String detail) {}
}
