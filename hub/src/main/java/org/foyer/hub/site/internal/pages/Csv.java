package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.model.House;

/**
 * A table for spreadsheets and programs: commas, points, ISO days, UTF-8. Simulated data says so in the name of the
 * file and in a column of its own. Cells that a spreadsheet would take for a formula are defused.
 */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static Response answer(House house, String name, List<String> header, List<List<String>> rows) {
        String file = "%s-%s%s.csv".formatted(house.slug(), name, house.simulated() ? "-simulated" : "");
        return Response.ok(text(house.simulated(), header, rows).getBytes(StandardCharsets.UTF_8))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    static String text(boolean simulated, List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder("\ufeff");
        row(out, header, simulated, "simulated");
        rows.forEach(cells -> row(out, cells, simulated, "true"));
        return out.toString();
    }

    /** Rows as they stand, for a file that people fill in and send back. */
    static String text(List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        rows.forEach(cells -> row(out, cells, false, ""));
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells, boolean simulated, String mark) {
        out.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
        if (simulated) {
            out.append(',').append(mark);
        }
        out.append("\r\n");
    }

    /** Numbers stay numbers, minus sign included. */
    static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        String safe = !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.contains(",") || safe.contains("\"") || safe.contains("\n") || safe.contains("\r");
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
