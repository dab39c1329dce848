package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.List;

/** Reads a working file as strictly as the engine does, independently of the code under test. */
final class StrictCsv {

    private StrictCsv() {}

    static List<List<String>> parse(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                    require(i + 1 < text.length() && ",\n".indexOf(text.charAt(i + 1)) >= 0, "text after a quote");
                }
            } else if (c == '"') {
                require(cell.isEmpty(), "a quote inside a cell");
                quoted = true;
            } else if (c == ',' || c == '\n') {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else {
                require(c != '\r' && c != 0, "a control character");
                cell.append(c);
            }
        }
        require(!quoted && cell.isEmpty() && record.isEmpty(), "a record without end");
        return records;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
