package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.foyer.kit.Problem;

/**
 * A file turned into one table that the engine reads strictly. Both files hold names: close deletes them.
 *
 * @param file UTF-8, {@code ,} between cells, {@code "} around a cell where needed and doubled inside, {@code \n} at
 *     the end of a record and for each line end inside a cell, no header, empty cells empty. The first column is the
 *     physical line number (sheet: row; JSON: record number, or the next free one after a record of several rows), then one text column for each of {@code columns}
 * @param columns header words; for JSON the recognised ones, then those found further down
 * @param records rows in {@code file}
 * @param padded columns, from 1, of which some cell begins or ends with what may be a blank
 * @param refusedFile written the same way, columns line, code, column, value, raw (see {@link RefusedRecord})
 * @param refused rows in {@code refusedFile}
 * @param firstRefused at most {@link #FIRST_REFUSED_MAX} of them
 * @param lines where every line of the file went
 * @param problems of the whole file; one that stops the run means that the table must not be used
 */
public record WorkingTable(
        Path file,
        List<String> columns,
        long records,
        Set<Integer> padded,
        Path refusedFile,
        long refused,
        List<RefusedRecord> firstRefused,
        LineCount lines,
        List<Problem> problems)
        implements AutoCloseable {

    public static final int FIRST_REFUSED_MAX = 100;

    public WorkingTable {
        columns = List.copyOf(columns);
        padded = Set.copyOf(padded);
        firstRefused = List.copyOf(firstRefused);
        problems = List.copyOf(problems);
    }

    /** Whether a problem forbids using the table. */
    public boolean stopped() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
    }

    /** Deletes both files. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(refusedFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
