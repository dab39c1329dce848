package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.List;

/** Splits delimited text into cells by the same rules as {@link RecordScan}; for samples and single records. */
public final class Cells {

    /**
     * One record of a text.
     *
     * @param line physical line where it begins, from 1
     * @param sound false when a quote is never closed; the record is then its first line, cells cut at separators
     * @param terminated whether a line end follows
     */
    record Record(long line, int lines, List<String> cells, boolean sound, boolean terminated) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char separator;
    private int at;
    private long line = 1;

    private Cells(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The cells of one record as it stands in the file, quotes removed; for mending a refused one. */
    public static List<String> split(String raw, char separator) {
        List<Record> records = records(raw, separator, 1);
        return records.isEmpty() ? List.of() : records.get(0).cells();
    }

    static List<Record> records(String text, char separator, int recordsMax) {
        Cells cells = new Cells(text, separator);
        List<Record> records = new ArrayList<>();
        while (cells.at < text.length() && records.size() < recordsMax) {
            records.add(cells.record());
        }
        return records;
    }

    private Record record() {
        int start = at;
        List<String> cells = new ArrayList<>();
        int lines = 1;
        while (true) {
            int inside = at < text.length() && text.charAt(at) == '"' ? quoted(cells) : open(cells);
            if (inside < 0) {
                at = start;
                return givenUp();
            }
            lines += inside;
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
                continue;
            }
            boolean terminated = lineEnd();
            Record record = new Record(line, lines, cells, true, terminated);
            line += lines;
            return record;
        }
    }

    private Record givenUp() {
        int end = lineEndFrom(at);
        List<String> cells = List.of(text.substring(at, end).split(java.util.regex.Pattern.quote("" + separator), -1));
        at = end;
        return new Record(line++, 1, cells, false, lineEnd());
    }

    private int lineEndFrom(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Steps over a line end; answers whether there was one. */
    private boolean lineEnd() {
        if (at >= text.length()) {
            return false;
        }
        at += text.startsWith("\r\n", at) ? 2 : 1;
        return true;
    }

    private int open(List<String> cells) {
        int start = at;
        while (at < text.length()
                && text.charAt(at) != separator
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        cells.add(text.substring(start, at));
        return 0;
    }

    /** Line ends inside the cell, or -1 when its quote is never closed. */
    private int quoted(List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int lineEnds = 0;
        at++;
        while (at < text.length() && lineEnds <= RecordScan.LINE_ENDS_IN_CELL_MAX) {
            char c = text.charAt(at++);
            if (c == '"') {
                char follows = at < text.length() ? text.charAt(at) : '\n';
                if (follows == '"') {
                    at++;
                } else {
                    cells.add(cell.toString());
                    return follows == separator || follows == '\n' || follows == '\r' ? lineEnds : -1;
                }
            } else if (c == '\r' || c == '\n') {
                lineEnds++;
                if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                c = '\n';
            }
            cell.append(c);
        }
        return -1;
    }
}
