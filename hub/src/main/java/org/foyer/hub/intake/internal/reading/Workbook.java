package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An XLSX file whose package {@link SheetPackage} found harmless; sheets are read as streams of rows. */
final class Workbook implements AutoCloseable {

    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /** One row of a sheet. */
    interface RowTaker {
        /**
         * @param texts one for each cell up to the last one; null where the cell holds no value that can be used
         * @return whether to go on
         */
        boolean row(int number, List<@Nullable String> texts, Row row) throws IOException;
    }

    private final Path file;
    private final ReadableWorkbook book;
    private final SheetText text;

    /** @throws ExcelReaderException when the parts do not fit together */
    Workbook(Path file) throws IOException {
        this.file = file;
        this.book = opened(file);
        this.text = new SheetText(book.isDate1904());
    }

    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles(file), true));
        } catch (IOException e) {
            if (e.getCause() instanceof XMLStreamException broken) {
                throw new ExcelReaderException(broken); // a part that is not XML is the file's fault, not the disk's
            }
            throw e;
        }
    }

    /** The part with the formats may be missing; then no cell is a date. One that is there must be readable. */
    private static boolean hasStyles(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String named = zip.stream()
                    .map(ZipEntry::getName)
                    .filter("[Content_Types].xml"::equalsIgnoreCase)
                    .findFirst()
                    .orElse("");
            String styles = named.isEmpty() ? "" : attribute(zip, named, "ContentType", STYLES, "PartName");
            String part = styles.isEmpty() ? "xl/styles.xml" : styles.startsWith("/") ? styles.substring(1) : styles;
            return zip.stream().map(ZipEntry::getName).anyMatch(part::equalsIgnoreCase);
        }
    }

    /** Sheets that a person sees, or all when none is seen. */
    List<Sheet> sheets() {
        List<Sheet> all = book.getSheets().toList();
        List<Sheet> seen = all.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        return seen.isEmpty() ? all : seen;
    }

    /** @param cellsMax cells of a row at most; further ones are not looked at */
    void rows(Sheet sheet, int cellsMax, RowTaker taker) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            boolean more = true;
            for (Iterator<Row> each = rows.iterator(); more && each.hasNext(); ) {
                Row row = each.next();
                more = taker.row(row.getRowNum(), texts(row, cellsMax), row);
            }
        }
    }

    private List<@Nullable String> texts(Row row, int cellsMax) {
        int cells = Math.min(row.getCellCount(), cellsMax);
        List<@Nullable String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(text.of(cell(row, i)));
        }
        return texts;
    }

    static @Nullable Cell cell(Row row, int index) {
        return row.hasCell(index) ? row.getCell(index) : null;
    }

    /** The part of the package that holds a sheet, for instance {@code xl/worksheets/sheet1.xml}; empty if unknown. */
    String part(Sheet sheet) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String target = attribute(zip, "xl/_rels/workbook.xml.rels", "Id", sheet.getId(), "Target");
            return target.isEmpty() || target.startsWith("/") ? target.replaceFirst("^/", "") : "xl/" + target;
        }
    }

    /** What the first element with a key says under another name; empty when there is none. */
    private static String attribute(ZipFile zip, String entry, String key, String value, String wanted)
            throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && value.equals(xml.getAttributeValue(null, key))) {
                    String found = xml.getAttributeValue(null, wanted);
                    return found == null ? "" : found;
                }
            }
            return "";
        } catch (XMLStreamException e) {
            throw new ExcelReaderException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
