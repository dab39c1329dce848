package org.foyer.hub.insight.internal.survey;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small table of text as spreadsheets write it (RFC 4180): commas, semicolons or tabs, UTF-8 or Windows-1252. */
final class PaperTable {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A row and the line of the file on which it begins, from 1. */
    record Row(int line, List<String> cells) {}

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int line = 1;
    private int begun = 1;

    private PaperTable(String text) {
        this.text = text;
        this.separator = separator(text.lines().findFirst().orElse(""));
    }

    /** Rows that hold something. */
    static List<Row> read(byte[] bytes) {
        String text = text(bytes);
        return new PaperTable(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUnicode) {
            return new String(bytes, WINDOWS);
        }
    }

    /** The one that the first line has most of. */
    private static char separator(String header) {
        char best = ',';
        for (char one : new char[] {',', ';', '\t'}) {
            best = count(header, one) > count(header, best) ? one : best;
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    private List<Row> rows() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean twice = quoted && sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (twice) {
                cell.append('"');
                i++;
            } else if (sign == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && sign == separator) {
                endCell();
            } else if (!quoted && sign == '\n') {
                endRow();
            } else if (quoted || sign != '\r') {
                cell.append(sign);
            }
            line += sign == '\n' ? 1 : 0;
            begun = sign == '\n' && cells.isEmpty() && cell.isEmpty() ? line : begun;
        }
        endRow();
        return rows;
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(new Row(begun, List.copyOf(cells)));
        }
        cells = new ArrayList<>();
    }
}
