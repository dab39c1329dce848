package org.foyer.hub.site.internal.document;

import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;

/** The document as XHTML for the writer of PDF, which takes no other. */
final class DocumentHtml {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt '%1$s'; } }
            body { font: 9.5pt/1.4 '%1$s'; color: #1b1620; }
            h1 { font-weight: 400; font-size: 22pt; margin: 0 0 2mm; }
            h2 { font-weight: 400; font-size: 14pt; margin: 8mm 0 2mm; color: #7a1230; page-break-after: avoid; }
            h3 { font-weight: 400; font-size: 11pt; margin: 5mm 0 1mm; page-break-after: avoid; }
            p { margin: 0 0 2mm; }
            .house { font-size: 13pt; color: #55505c; }
            .simulated { border: 0.4pt solid #8a5a00; padding: 1.5mm 2.5mm; }
            .lead { font-size: 11.5pt; }
            table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; margin: 2mm 0 3mm; }
            th, td { text-align: left; vertical-align: top; padding: 1.2mm 1.6mm; border-bottom: 0.3pt solid #b9b3bf; font-weight: 400; }
            p, td:last-child { word-wrap: break-word; }
            thead th { color: #55505c; border-bottom: 0.6pt solid #55505c; }
            tbody th { width: 24%%; }
            tr { page-break-inside: avoid; }
            """;

    private DocumentHtml() {}

    static String of(Document document, String font) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(document.language())
                .append("\"><head><title>")
                .append(escaped(document.title() + " – " + document.house()))
                .append("</title><meta name=\"description\" content=\"")
                .append(escaped(document.lead()))
                .append("\"/><meta name=\"author\" content=\"Foyer\"/><bookmarks>");
        document.sections()
                .forEach(section -> out.append("<bookmark name=\"")
                        .append(escaped(section.title()))
                        .append("\" href=\"#")
                        .append(section.id())
                        .append("\"/>"));
        out.append("</bookmarks><style>").append(STYLE.formatted(font)).append("</style></head><body>");
        element(out, "h1", document.title());
        element(out, "p class=\"house\"", document.house());
        if (document.simulated() != null) {
            element(out, "p class=\"simulated\"", document.simulated());
        }
        element(out, "p class=\"lead\"", document.lead());
        document.sections().forEach(section -> section(out, section));
        return out.append("</body></html>").toString();
    }

    private static void section(StringBuilder out, Section section) {
        element(out, "h2 id=\"" + section.id() + "\"", section.title());
        section.paragraphs().forEach(paragraph -> element(out, "p", paragraph));
        for (Table table : section.tables()) {
            if (!table.caption().equals(section.title())) {
                element(out, "h3", table.caption());
            }
            table(out, table);
        }
    }

    private static void table(StringBuilder out, Table table) {
        out.append("<table><thead><tr>");
        table.header().forEach(head -> element(out, "th scope=\"col\"", head));
        out.append("</tr></thead><tbody>");
        for (Row row : table.rows()) {
            out.append("<tr>");
            element(out, "th scope=\"row\"", row.head());
            row.cells().forEach(cell -> cell(out, cell));
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private static void cell(StringBuilder out, Cell cell) {
        out.append("<td>");
        for (int i = 0; i < cell.lines().size(); i++) {
            out.append(i == 0 ? "" : "<br/>").append(escaped(cell.lines().get(i)));
        }
        out.append("</td>");
    }

    private static void element(StringBuilder out, String tag, String text) {
        String name = tag.split(" ", 2)[0];
        out.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    /** Characters that XML forbids are left out; a form may have brought some. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
