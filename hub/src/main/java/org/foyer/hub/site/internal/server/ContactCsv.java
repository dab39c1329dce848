package org.foyer.hub.site.internal.server;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.hub.governance.ContactGate.ContactList;
import org.foyer.hub.model.House;

/**
 * A list of contacts as mailing tools read it: UTF-8 with a mark, commas, one person a row. Cells that a spreadsheet would take for a
 * formula get an apostrophe, except telephone numbers, which are plus and digits and would be wrong with one.
 */
public final class ContactCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ContactCsv() {}

    /** Nobody on the way keeps a copy. */
    public static Response answer(House house, ContactList list) {
        String file = "%s-%s-%s%s.csv"
                .formatted(house.slug(), list.purpose(), list.channel(), house.simulated() ? "-simulated" : "");
        return Response.ok((StreamingOutput) out -> write(house, list, out))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The same to a stream, which stays open. */
    public static void write(House house, ContactList list, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        row(writer, list.columns(), house.simulated(), "SIMULATED");
        for (List<String> cells : list.rows()) {
            row(writer, cells, house.simulated(), "true");
        }
        writer.flush();
    }

    private static void row(Writer writer, List<String> cells, boolean simulated, String mark) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            writer.write(at == 0 ? "" : ",");
            writer.write(cell(cells.get(at)));
        }
        writer.write((simulated ? "," + mark : "") + "\r\n");
    }

    static String cell(String text) {
        String line = text.replaceAll("[\\r\\n]+", " ");
        boolean formula = !line.isEmpty() && FORMULA_STARTS.indexOf(line.charAt(0)) >= 0;
        boolean telephone = line.matches("\\+[0-9][0-9 ().-]{3,30}");
        String safe = formula && !telephone ? "'" + line : line;
        return safe.contains(",") || safe.contains("\"") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
