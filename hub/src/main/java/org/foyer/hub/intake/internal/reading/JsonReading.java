package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON file twice: once for its columns, because the last record may have one more, and once for its rows.
 */
final class JsonReading {

    private static final int PROGRESS_RECORDS = 10_000;

    private final Path file;
    private final String fileName;
    private final boolean byLine;
    private final Charset charset;
    private final JsonShape shape;
    private final ReadLimits limits;
    private final WorkFiles files;
    private final Progress progress;
    private final JsonRows rows;
    private final Set<String> columns = new LinkedHashSet<>();
    private boolean stopped;

    JsonReading(
            Path file,
            String fileName,
            Recognition recognition,
            JsonShape shape,
            ReadLimits limits,
            WorkFiles files,
            Progress progress) {
        this.file = file;
        this.fileName = fileName;
        this.byLine = recognition.format().equals(Recognition.JSON_LINES);
        this.charset = Objects.requireNonNull(recognition.charset());
        this.shape = shape;
        this.limits = limits;
        this.files = files;
        this.progress = progress;
        this.rows = new JsonRows(shape.exploded());
    }

    /** Answers the header words of the table. */
    List<String> read() throws IOException {
        pass(new Columns());
        if (columns.size() > limits.columnsMax()) {
            stop(Problem.stops(
                    "columns-too-many",
                    Place.of(fileName),
                    Integer.toString(columns.size()),
                    Integer.toString(limits.columnsMax())));
        }
        List<String> words = HeaderWords.of(List.copyOf(columns), 0, fileName, new ArrayList<>());
        if (!stopped) {
            pass(new Rows(words));
        }
        return words;
    }

    private void pass(JsonRecords.Taker taker) throws IOException {
        JsonRecords records = new JsonRecords(new JsonTexts(limits), file, fileName, charset, taker);
        if (byLine) {
            records.lines();
        } else {
            records.document(path(shape.records()));
        }
    }

    static List<String> path(String records) {
        return records.isEmpty() ? List.of() : List.of(records.split("\\."));
    }

    private void stop(Problem problem) {
        stopped = true;
        files.problem(problem);
    }

    /** First pass. What is refused is said in the second. */
    private final class Columns implements JsonRecords.Taker {
        @Override
        public boolean record(long number, Map<String, @Nullable Object> record) {
            rows.of(record).forEach(row -> columns.addAll(row.values().keySet()));
            if (number % PROGRESS_RECORDS == 0) {
                progress.at("read", number, 0);
            }
            return columns.size() <= limits.columnsMax();
        }

        @Override
        public void refused(RefusedRecord refused) {}

        @Override
        public void blank() {}

        @Override
        public void problem(Problem problem) {
            stop(problem);
        }
    }

    private final class Rows implements JsonRecords.Taker {
        private final List<String> words;
        private long latest;

        Rows(List<String> words) {
            this.words = words;
        }

        @Override
        public boolean record(long number, Map<String, @Nullable Object> record) throws IOException {
            List<JsonRows.Row> flat = rows.of(record);
            RefusedRecord fault = fault(number, record, flat);
            if (fault != null) {
                refused(fault);
                return true;
            }
            for (JsonRows.Row row : flat) {
                files.table.line(number(number));
                for (String column : columns) {
                    files.table.cell(row.value(column));
                }
                files.table.endRecord();
            }
            files.linesInRecords++;
            if (number % PROGRESS_RECORDS == 0) {
                progress.at("read", number, 0);
            }
            return withinLimit();
        }

        /**
         * The number of a row: that of its record, or the next free one after a record of several rows, so that each
         * row has a number of its own.
         */
        private long number(long record) {
            latest = Math.max(latest + 1, record);
            return latest;
        }

        /** A NUL may hide behind an escape. */
        private @Nullable RefusedRecord fault(
                long number, Map<String, @Nullable Object> record, List<JsonRows.Row> flat) throws IOException {
            int at = 0;
            for (String column : columns) {
                for (JsonRows.Row row : flat) {
                    if (row.value(column).indexOf('\0') >= 0) {
                        String raw = JsonTexts.shown(record);
                        return new RefusedRecord(number, "nul-byte", words.get(at), row.value(column), raw);
                    }
                }
                at++;
            }
            return null;
        }

        private boolean withinLimit() {
            if (files.table.records() <= limits.rowsMax()) {
                return true;
            }
            stop(Problem.stops("rows-too-many", Place.of(fileName), Long.toString(limits.rowsMax())));
            return false;
        }

        @Override
        public void refused(RefusedRecord refused) throws IOException {
            files.refuse(refused.at(number(refused.line())), 1);
        }

        @Override
        public void blank() {
            files.blankLines++;
        }

        @Override
        public void problem(Problem problem) {
            stop(problem);
        }
    }
}
