package org.foyer.hub.simulation.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small table, such as a programme sheet, in the tool's own shape: separated values or a spreadsheet. */
final class TableFile implements Closeable {

    private final Layout layout;
    private final @Nullable Bytes bytes;
    private final @Nullable Spreadsheet sheet;
    private final LocalDays days = new LocalDays();
    private int column;

    TableFile(Path file, Tool tool, String name, String... headers) throws IOException {
        this.layout = Layout.of(tool);
        this.bytes = tool == Tool.XLSX ? null : new Bytes(file, layout.charset());
        this.sheet = tool == Tool.XLSX ? new Spreadsheet(file, name) : null;
        for (String header : headers) {
            text(header);
        }
        end();
    }

    static String ending(Tool tool) {
        return tool == Tool.XLSX ? ".xlsx" : tool == Tool.LATIN_TAB ? ".tsv" : ".csv";
    }

    TableFile text(String text) {
        if (sheet != null) {
            sheet.text(column, text);
        } else if (bytes != null) {
            separate(bytes);
            boolean plain = text.indexOf(layout.separator()) < 0 && text.indexOf('"') < 0;
            bytes.text(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
        column++;
        return this;
    }

    TableFile number(long number) {
        if (sheet != null) {
            sheet.number(column, number);
        } else if (bytes != null) {
            separate(bytes);
            bytes.number(number);
        }
        column++;
        return this;
    }

    TableFile money(long minor) {
        if (sheet != null) {
            sheet.money(column, minor);
        } else if (bytes != null) {
            separate(bytes);
            bytes.money(minor, layout.point(), layout.point() == ',');
        }
        column++;
        return this;
    }

    TableFile moment(long minute) {
        if (sheet != null) {
            sheet.moment(column, minute);
        } else if (bytes != null) {
            separate(bytes);
            days.write(bytes, minute, layout.dayFirst());
        }
        column++;
        return this;
    }

    private void separate(Bytes to) {
        if (column > 0) {
            to.put(layout.separator());
        }
    }

    void end() throws IOException {
        if (sheet != null) {
            sheet.endRow();
        } else if (bytes != null) {
            bytes.text(layout.lineEnd()).end();
        }
        column = 0;
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.close();
        } else if (bytes != null) {
            bytes.close();
        }
    }
}
