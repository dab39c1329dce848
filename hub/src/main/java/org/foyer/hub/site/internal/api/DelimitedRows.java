package org.foyer.hub.site.internal.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV, for programs or for spreadsheets. */
final class DelimitedRows implements TableRows {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Writer out;
    private final boolean forExcel;

    DelimitedRows(OutputStream out, boolean forExcel) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.forExcel = forExcel;
        if (forExcel) {
            this.out.write(BYTE_ORDER_MARK);
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(forExcel ? ';' : ',');
            }
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (forExcel && value instanceof LocalDateTime) {
            text = text.replace('T', ' ');
        }
        if (forExcel && value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",;\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
