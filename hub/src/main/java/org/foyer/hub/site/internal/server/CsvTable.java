package org.foyer.hub.site.internal.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables for machines and spreadsheets: RFC 4180, numbers with a point. A word that a spreadsheet would take for
 * a formula gets an apostrophe in front.
 */
public final class CsvTable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    /** @param columns stable names of the columns */
    public CsvTable(String... columns) {
        row((Object[]) columns);
    }

    /** Adds a row; null is an empty cell. */
    public CsvTable row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String word = value instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : value.toString();
        String safe = !word.isEmpty() && FORMULA_STARTS.indexOf(word.charAt(0)) >= 0 ? "'" + word : word;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
