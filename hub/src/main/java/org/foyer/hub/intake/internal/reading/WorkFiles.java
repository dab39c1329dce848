package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The two files of a {@link WorkingTable} while they are written, and what is counted on the way. */
final class WorkFiles implements AutoCloseable {

    final TableFile table;
    private final TableFile refusedFile;
    private final List<RefusedRecord> firstRefused = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    long headLines;
    long linesInRecords;
    long refusedLines;
    long blankLines;
    private boolean finished;

    WorkFiles(Path folder) throws IOException {
        this.table = TableFile.in(folder, "table-");
        this.refusedFile = TableFile.in(folder, "refused-");
    }

    void refuse(RefusedRecord record, long lines) throws IOException {
        refusedLines += lines;
        refusedFile.line(record.line());
        refusedFile.cell(record.code());
        refusedFile.cell(orEmpty(record.column()));
        refusedFile.cell(orEmpty(record.value()));
        refusedFile.cell(record.raw());
        refusedFile.endRecord();
        if (firstRefused.size() < WorkingTable.FIRST_REFUSED_MAX) {
            firstRefused.add(record);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Writes what is left and answers the whole; the files then belong to the table. */
    WorkingTable finish(List<String> columns) throws IOException {
        table.close();
        refusedFile.close();
        finished = true;
        return new WorkingTable(
                table.path(),
                columns,
                table.records(),
                table.padded(),
                refusedFile.path(),
                refusedFile.records(),
                firstRefused,
                new LineCount(headLines, linesInRecords, refusedLines, blankLines),
                problems);
    }

    /** Deletes both files when they were not finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            try (table;
                    refusedFile) {
                Files.deleteIfExists(table.path());
                Files.deleteIfExists(refusedFile.path());
            }
        }
    }
}
