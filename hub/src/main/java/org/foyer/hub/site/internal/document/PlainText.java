package org.foyer.hub.site.internal.document;

import java.util.List;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;

/** The document for a terminal: each row as a paragraph, since its sentences are too long for columns. */
public final class PlainText {

    private PlainText() {}

    public static String of(Document document) {
        StringBuilder out = new StringBuilder();
        line(out, document.title() + " – " + document.house());
        if (document.simulated() != null) {
            line(out, document.simulated());
        }
        line(out, "");
        line(out, document.lead());
        for (Section section : document.sections()) {
            line(out, "");
            line(out, "# " + section.title());
            section.paragraphs().forEach(paragraph -> line(out, paragraph));
            section.tables().forEach(table -> table(out, section, table));
        }
        return out.toString();
    }

    private static void table(StringBuilder out, Section section, Table table) {
        if (!table.caption().equals(section.title())) {
            line(out, "");
            line(out, "## " + table.caption());
        }
        for (Row row : table.rows()) {
            line(out, "");
            line(out, "* " + row.head());
            for (int i = 0; i < row.cells().size(); i++) {
                String head = table.header().size() > 2 ? table.header().get(i + 1) + " – " : "";
                cell(out, head, row.cells().get(i));
            }
        }
    }

    private static void cell(StringBuilder out, String head, Cell cell) {
        List<String> lines = cell.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(out, "  " + (i == 0 ? head : "") + lines.get(i));
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(System.lineSeparator());
    }
}
