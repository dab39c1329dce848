package org.foyer.hub.intake.internal.runs;

import java.util.ArrayList;
import java.util.List;

/** Takes a row as it stood apart into cells, as far as its quotes allow. */
final class RawRow {

    private RawRow() {}

    /**
     * @param columns cells at most; what is beyond stays in the last, so that nothing is lost
     */
    static List<String> cells(String raw, char separator, int columns) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closes = balanced(raw);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' && closes) {
                boolean doubled = quoted && i + 1 < raw.length() && raw.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted && cells.size() < columns - 1) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A quote that never closes is only a character. */
    private static boolean balanced(String raw) {
        return raw.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
