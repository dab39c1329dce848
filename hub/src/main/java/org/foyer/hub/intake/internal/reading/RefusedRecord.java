package org.foyer.hub.intake.internal.reading;

import org.jspecify.annotations.Nullable;

/**
 * A record that is so broken that it cannot become a row.
 *
 * @param line physical line where it begins (sheet: row; JSON: number of the row that it would be), from 1
 * @param code stable code of the problem
 * @param column header word of the cell, when one cell is at fault
 * @param value what stands in that cell, cut to 200 characters
 * @param raw the record as it stands in the file, cut to 2,000 characters, NUL shown as U+2400
 */
public record RefusedRecord(
        long line,
        String code,
        @Nullable String column,
        @Nullable String value,
        String raw) {

    static final int RAW_CHARS_MAX = 2_000;
    static final int VALUE_CHARS_MAX = 200;

    public RefusedRecord {
        raw = shown(raw, RAW_CHARS_MAX);
        value = value == null ? null : shown(value, VALUE_CHARS_MAX);
    }

    RefusedRecord at(long otherLine) {
        return new RefusedRecord(otherLine, code, column, value, raw);
    }

    private static String shown(String text, int charsMax) {
        int end = Math.min(text.length(), charsMax);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).replace('\0', '\u2400');
    }
}
