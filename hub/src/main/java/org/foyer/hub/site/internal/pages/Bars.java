package org.foyer.hub.site.internal.pages;

import java.util.List;

/**
 * A table whose last column is its own picture: rows with a bar each. It needs no script and no second table.
 *
 * @param name what the rows are
 * @param value what the numbers are
 */
public record Bars(String name, String value, List<Row> rows) {

    /**
     * One row.
     *
     * @param width length of its bar in percent of the longest
     * @param apart whether it is not one class among the others, such as what is still to be classified
     */
    public record Row(String label, String text, String share, String width, boolean apart) {}

    /** Bars as long as the values say; the longest fills its cell. */
    static String width(double value, double largest) {
        return largest <= 0 ? "0" : Long.toString(Math.round(Math.max(0, value) / largest * 100));
    }
}
