package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet as a stream. A row with an error in a cell of a column is refused with that cell. */
final class XlsxReading {

    private static final int PROGRESS_ROWS = 10_000;

    private final Path file;
    private final String fileName;
    private final Recognition recognition;
    private final ReadLimits limits;
    private final WorkFiles files;
    private final Progress progress;
    private final int columns;
    private long rowBefore;
    private boolean besideSaid;

    XlsxReading(
            Path file,
            String fileName,
            Recognition recognition,
            ReadLimits limits,
            WorkFiles files,
            Progress progress) {
        this.file = file;
        this.fileName = fileName;
        this.recognition = recognition;
        this.limits = limits;
        this.files = files;
        this.progress = progress;
        this.columns = recognition.header().size();
    }

    void read() throws IOException {
        try (Workbook book = new Workbook(file)) {
            for (Sheet sheet : book.sheets()) {
                if (sheet.getName().equals(recognition.sheet())) {
                    book.rows(sheet, limits.columnsMax() + 1, this::row);
                }
            }
        } catch (ExcelReaderException broken) {
            files.problem(Problem.stops("sheet-broken", new Place(fileName, rowBefore + 1, null, null)));
        }
    }

    private boolean row(int number, List<@Nullable String> texts, Row row) throws IOException {
        countAbsentRows(number);
        if (number < recognition.firstLine()) {
            files.headLines++;
            return true;
        }
        int fault = fault(texts);
        if (fault >= 0) {
            refuse(number, fault, texts, row);
        } else if (texts.stream().allMatch(text -> text == null || text.isBlank())) {
            files.blankLines++;
        } else {
            write(number, texts);
        }
        if (number % PROGRESS_ROWS == 0) {
            progress.at("read", number, 0);
        }
        return withinLimit();
    }

    /** A sheet does not store empty rows; they count all the same. */
    private void countAbsentRows(int number) {
        for (long absent = rowBefore + 1; absent < number; absent++) {
            if (absent < recognition.firstLine()) {
                files.headLines++;
            } else {
                files.blankLines++;
            }
        }
        rowBefore = number;
    }

    private int fault(List<@Nullable String> texts) {
        for (int i = 0; i < Math.min(columns, texts.size()); i++) {
            String text = texts.get(i);
            if (text == null || text.length() > limits.fieldCharsMax() || text.indexOf('\0') >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void refuse(int number, int fault, List<@Nullable String> texts, Row row) throws IOException {
        Cell cell = Workbook.cell(row, fault);
        String raw = cell == null ? null : cell.getRawValue();
        String code =
                texts.get(fault) != null ? "field-too-long" : raw == null ? "formula-without-value" : "cell-error";
        String line = texts.stream().map(text -> text == null ? "#" : text).collect(Collectors.joining("\t"));
        files.refuse(new RefusedRecord(number, code, recognition.header().get(fault), raw, line), 1);
    }

    private void write(int number, List<@Nullable String> texts) throws IOException {
        files.table.line(number);
        for (int i = 0; i < columns; i++) {
            String text = i < texts.size() ? texts.get(i) : "";
            files.table.cell(text == null ? "" : text);
        }
        files.table.endRecord();
        files.linesInRecords++;
        for (int i = columns; i < texts.size() && !besideSaid; i++) {
            String beside = texts.get(i);
            if (beside != null && !beside.isBlank()) {
                besideSaid = true;
                files.problem(Problem.warns("cells-without-header", new Place(fileName, number, null, null)));
            }
        }
    }

    private boolean withinLimit() {
        if (files.table.records() <= limits.rowsMax()) {
            return true;
        }
        files.problem(Problem.stops("rows-too-many", Place.of(fileName), Long.toString(limits.rowsMax())));
        return false;
    }
}
