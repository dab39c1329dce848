package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/** Lets a source read its own kind of file: a sample of it, or all of it into the working table. */
final class SourceReading {

    private static final int PROGRESS_ROWS = 10_000;

    /** Ends a source's reading early; a source passes on what its receiver throws. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Source source;
    private final Path file;
    private final String fileName;
    private final ReadLimits limits;

    SourceReading(Source source, Path file, String fileName, ReadLimits limits) {
        this.source = source;
        this.file = file;
        this.fileName = fileName;
        this.limits = limits;
    }

    Recognition recognise() throws IOException {
        Sample sample = new Sample();
        pass(sample);
        if (sample.rows.isEmpty() && sample.problems.stream().noneMatch(SourceReading::stops)) {
            sample.problems.add(Problem.stops("no-rows", Place.of(fileName)));
        }
        List<String> header = HeaderWords.of(sample.columns, 0, fileName, new ArrayList<>());
        return new Recognition(
                source.name(), null, null, 0, 1, false, header, sample.rows, List.of(), null, sample.problems);
    }

    /** Answers the header words. */
    List<String> read(WorkFiles files, Progress progress) throws IOException {
        Table table = new Table(files, progress);
        pass(table);
        return HeaderWords.of(table.columns, 0, fileName, new ArrayList<>());
    }

    private void pass(Rows rows) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            source.read(fileName, in, rows);
        } catch (Enough enough) {
            // the receiver asked for the end
        }
    }

    private static boolean stops(Problem problem) {
        return problem.severity() == Problem.Severity.STOPS_RUN;
    }

    private static final class Sample implements Rows {
        private final List<String> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void columns(List<String> names) {
            columns.addAll(names);
        }

        @Override
        @SuppressWarnings("NullAway") // sources may give null for an absent value
        public void row(long line, List<String> values) throws IOException {
            rows.add(values.stream().map(value -> value == null ? "" : value).toList());
            if (rows.size() == Recognition.SAMPLE_ROWS) {
                throw new Enough();
            }
        }

        @Override
        public void problem(Problem problem) {
            if (problem.severity() != Problem.Severity.QUARANTINES_ROW && problems.size() < Recognition.SAMPLE_ROWS) {
                problems.add(problem);
            }
        }
    }

    private final class Table implements Rows {
        private final WorkFiles files;
        private final Progress progress;
        private final List<String> columns = new ArrayList<>();

        Table(WorkFiles files, Progress progress) {
            this.files = files;
            this.progress = progress;
        }

        @Override
        public void columns(List<String> names) {
            columns.addAll(names);
        }

        @Override
        @SuppressWarnings("NullAway") // sources may give null for an absent value
        public void row(long line, List<String> values) throws IOException {
            if (values.size() != columns.size()) {
                throw new IllegalStateException(
                        source.name() + ": a row of " + values.size() + " values under " + columns.size() + " columns");
            }
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null && values.get(i).indexOf('\0') >= 0) {
                    files.refuse(new RefusedRecord(line, "nul-byte", columns.get(i), values.get(i), ""), 1);
                    return;
                }
            }
            files.table.line(line);
            for (String value : values) {
                files.table.cell(value == null ? "" : value);
            }
            files.table.endRecord();
            files.linesInRecords++;
            if (files.table.records() % PROGRESS_ROWS == 0) {
                progress.at("read", files.table.records(), 0);
            }
            if (files.table.records() > limits.rowsMax()) {
                files.problem(Problem.stops("rows-too-many", Place.of(fileName), Long.toString(limits.rowsMax())));
                throw new Enough();
            }
        }

        @Override
        public void problem(Problem problem) throws IOException {
            if (problem.severity() != Problem.Severity.QUARANTINES_ROW) {
                files.problem(problem);
                return;
            }
            Place place = problem.place();
            String raw = place.value() == null ? "" : place.value();
            files.refuse(new RefusedRecord(place.line(), problem.code(), place.column(), place.value(), raw), 1);
        }
    }
}
