package org.foyer.hub.site.internal.pages;

import java.util.List;

/**
 * Tables of a season.
 *
 * @param says what the largest is, or why nothing is told
 * @param simulated whether the houses are
 * @param access who else sees them
 * @param seasons to choose from
 */
public record ObservatoryView(
        String says, boolean simulated, String access, List<Choice> seasons, List<Table> tables, List<String> notes) {

    public record Choice(String href, String text, boolean current) {}

    /**
     * A table and its picture.
     *
     * @param note how it is counted
     * @param follows by which version of that, and whether the network adopted it
     * @param csv and json: addresses of the same as open data
     */
    public record Table(
            String id,
            String title,
            String note,
            String follows,
            List<String> columns,
            List<Row> rows,
            int width,
            int height,
            List<Square> squares,
            List<Mark> marks,
            String csv,
            String json) {}

    /** @param total whether it is the margin */
    public record Row(String label, List<String> cells, boolean total) {}

    /** @param opacity from 0 to 1; empty where the number is hidden */
    public record Square(int x, int y, String opacity, String title) {}

    public record Mark(int x, int y, String text, String anchor) {}
}
