package org.foyer.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a French export that DuckDB can read by itself, in UTF-8: what the anchor of the load is measured on. */
final class CleanTwin {

    private static final Pattern DATE = Pattern.compile("\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+,\\d{2}");
    private static final int SAMPLE_LINES = 1000;

    private final List<String> header;
    private final List<String> types = new ArrayList<>();

    private CleanTwin(List<String> header) {
        this.header = header;
    }

    /** Writes the twin and finds the type of each column from the first lines. */
    static CleanTwin write(Path export, Path twin) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(export, Charset.forName("windows-1252"));
                BufferedWriter out = Files.newBufferedWriter(twin, StandardCharsets.UTF_8)) {
            String head = in.readLine();
            CleanTwin clean = new CleanTwin(List.of(head.split(";", -1)));
            clean.types.addAll(java.util.Collections.nCopies(clean.header.size(), ""));
            out.write(head);
            out.write('\n');
            int read = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(";", -1);
                if (read < SAMPLE_LINES && cells.length == clean.header.size()) {
                    clean.look(cells);
                    read++;
                }
                if (clean.fits(line, cells)) {
                    out.write(line);
                    out.write('\n');
                }
            }
            return clean;
        }
    }

    private void look(String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            String seen = typeOf(cells[column]);
            String known = types.get(column);
            if (!seen.isEmpty()) {
                types.set(column, known.isEmpty() || known.equals(seen) ? seen : "varchar");
            }
        }
    }

    private static String typeOf(String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        if (DATE.matcher(cell).matches()) {
            return "timestamp";
        }
        return AMOUNT.matcher(cell).matches() ? "decimal(9,2)" : "varchar";
    }

    private boolean fits(String line, String[] cells) {
        if (cells.length != header.size() || line.indexOf('"') >= 0 || line.indexOf('\0') >= 0) {
            return false;
        }
        for (int column = 0; column < cells.length; column++) {
            String type = types.get(column);
            boolean typed = type.equals("timestamp") || type.startsWith("decimal");
            if (typed && !cells[column].isEmpty() && !typeOf(cells[column]).equals(type)) {
                return false;
            }
            if (type.equals("timestamp") && Integer.parseInt("0" + cells[column].replaceAll("/.*", "")) > 28) {
                return false; // whatever day no month lacks
            }
        }
        return true;
    }

    int columns() {
        return header.size();
    }

    /** The anchor: a typed read of the twin into a table. */
    String anchorSql(Path twin, String table) {
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < header.size(); column++) {
            String type = types.get(column).isEmpty() ? "varchar" : types.get(column);
            columns.append(column == 0 ? "" : ", ")
                    .append("'c")
                    .append(column)
                    .append("': '")
                    .append(type)
                    .append('\'');
        }
        return ("create table %s as select * from read_csv('%s', header=true, delim=';', quote='\"', decimal_separator=',',"
                        + " timestampformat='%%d/%%m/%%Y %%H:%%M', columns={%s}, auto_detect=false)")
                .formatted(table, twin, columns);
    }
}
