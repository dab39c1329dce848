package org.foyer.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as a person makes it: a title over merged cells, amounts that are computed. */
final class Sheet {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Sheet() {}

    static byte[] mergedWithFormulas() {
        String[] header = Sales.HEADER.strip().split(";");
        StringBuilder rows = new StringBuilder(row(1, "Ventes de la saison")).append(row(2, header));
        for (int ticket = 1; ticket <= 2; ticket++) {
            String[] cells = Sales.sale("Fusion", ticket, "=8*2|16").strip().split(";");
            rows.append(row(2 + ticket, cells));
        }
        return zip(rows + "", "<mergeCells count=\"1\"><mergeCell ref=\"A1:I1\"/></mergeCells>");
    }

    /** A cell that begins with = holds a formula and, after a bar, its value. */
    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.length; column++) {
            String place = (char) ('A' + column) + Integer.toString(number);
            if (cells[column].startsWith("=")) {
                String[] formula = cells[column].substring(1).split("\\|");
                row.append("<c r=\"%s\"><f>%s</f><v>%s</v></c>".formatted(place, formula[0], formula[1]));
            } else {
                row.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cells[column]));
            }
        }
        return row.append("</row>").toString();
    }

    private static byte[] zip(String rows, String after) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + part("/xl/workbook.xml", "sheet.main") + part("/xl/worksheets/sheet1.xml", "worksheet")
                        + part("/xl/styles.xml", "styles")
                        + "</Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Ventes\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"/>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((XML + part.getValue()).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String part(String name, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"%s.%s+xml\"/>".formatted(name, SPREADSHEET, kind);
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }
}
