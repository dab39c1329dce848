package org.foyer.hub.site.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Rows as one sheet of an XLSX file, with days and moments as such. */
final class SheetRows implements TableRows {

    /** Rows of a sheet, at most, by the format; one is the header. */
    static final int ROWS_MAX = 1_048_575;

    /** Characters of a cell, at most, by the format. */
    private static final int CELL_MAX = 32_767;

    private static final int FLUSH_ROWS = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    SheetRows(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Foyer", "1.0");
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value != null) {
            String text = value.toString();
            sheet.inlineString(row, column, text.length() > CELL_MAX ? text.substring(0, CELL_MAX - 1) + "…" : text);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
