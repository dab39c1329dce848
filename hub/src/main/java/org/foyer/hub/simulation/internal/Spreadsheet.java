package org.foyer.hub.simulation.internal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of an XLSX file with typed cells. The library stamps its files with the hour; the stamp is taken off again. */
final class Spreadsheet implements Closeable {

    private static final String APPLICATION = "Foyer";
    private static final int FLUSH_ROWS = 500;
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    private final Path file;
    private final Path stamped;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    Spreadsheet(Path file, String name) throws IOException {
        this.file = file;
        this.stamped = file.resolveSibling(file.getFileName() + ".stamped");
        this.out = Files.newOutputStream(stamped);
        this.workbook = new Workbook(out, APPLICATION, "1.0");
        this.sheet = workbook.newWorksheet(name);
    }

    void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    void number(int column, long number) {
        sheet.value(row, column, number);
    }

    void money(int column, long minor) {
        sheet.value(row, column, minor / 100.0);
        sheet.style(row, column).format("0.00").set();
    }

    void moment(int column, long minute) {
        long day = Math.floorDiv(minute, Night.DAY);
        LocalDateTime when = LocalDate.ofEpochDay(day).atStartOfDay().plusMinutes(Math.floorMod(minute, Night.DAY));
        sheet.value(row, column, when);
        sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
    }

    void endRow() throws IOException {
        row++;
        if (row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        out.close();
        takeStampOff();
        Files.delete(stamped);
    }

    private void takeStampOff() throws IOException {
        try (ZipFile from = new ZipFile(stamped.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipEntry plain = new ZipEntry(entry.getName());
                plain.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                to.putNextEntry(plain);
                try (InputStream in = from.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        to.write(withoutHour(in));
                    } else {
                        in.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
    }

    private static byte[] withoutHour(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        in.transferTo(read);
        String text = read.toString(StandardCharsets.UTF_8).replaceFirst(CREATED, "$12000-01-01T00:00:00Z");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
