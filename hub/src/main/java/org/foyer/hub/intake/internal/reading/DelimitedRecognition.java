package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Recognises delimited text: encoding, separator, header. */
final class DelimitedRecognition {

    private final Path file;
    private final String fileName;
    private final ReadLimits limits;
    private final List<Problem> problems = new ArrayList<>();

    DelimitedRecognition(Path file, String fileName, ReadLimits limits) {
        this.file = file;
        this.fileName = fileName;
        this.limits = limits;
    }

    Recognition recognise(Head head, EncodingScan scan, Charset charset) throws IOException {
        String text = head.text(charset);
        Delimiters.Found found = Delimiters.in(text);
        List<Cells.Record> records = whole(found.records(), head.whole());
        if (records.stream().allMatch(Cells.Record::isBlank)) {
            problems.add(Problem.stops("file-empty", Place.of(fileName)));
            return Recognition.of(Recognition.DELIMITED, problems);
        }
        sayEncoding(scan, charset);
        HeaderRow.Found header = HeaderRow.in(fileName, records, found.width());
        problems.addAll(header.problems());
        sayTable(header, records, head.whole());
        int columns = header.words().size();
        return new Recognition(
                Recognition.DELIMITED,
                charset,
                found.separator(),
                header.headerLine(),
                header.firstLine(),
                header.trailingSeparator(),
                header.words(),
                sample(header.rows(), columns),
                List.of(),
                null,
                problems);
    }

    /** The last record of a beginning may be cut. */
    private static List<Cells.Record> whole(List<Cells.Record> records, boolean wholeFile) {
        boolean cut = !wholeFile
                && records.size() > 1
                && !records.get(records.size() - 1).terminated();
        return cut ? records.subList(0, records.size() - 1) : records;
    }

    private void sayEncoding(EncodingScan scan, Charset charset) throws IOException {
        if (charset.equals(StandardCharsets.UTF_8) && scan.mixed()) {
            long line = EncodingScan.lineAt(file, scan.firstStray);
            problems.add(Problem.warns("encoding-mixed", new Place(fileName, line, null, null)));
        }
    }

    private void sayTable(HeaderRow.Found header, List<Cells.Record> records, boolean wholeFile) {
        int columns = header.words().size();
        if (columns > limits.columnsMax()) {
            problems.add(Problem.stops(
                    "columns-too-many",
                    Place.of(fileName),
                    Integer.toString(columns),
                    Integer.toString(limits.columnsMax())));
        }
        if (columns == 1) {
            problems.add(Problem.warns("one-column", Place.of(fileName)));
        }
        if (header.rows().isEmpty() && wholeFile) {
            problems.add(Problem.stops("no-rows", Place.of(fileName)));
        }
        Cells.Record last = records.get(records.size() - 1);
        boolean shorter = !last.sound() || last.cells().size() < columns;
        if (wholeFile && !header.rows().isEmpty() && !last.terminated() && shorter) {
            problems.add(Problem.stops("file-truncated", new Place(fileName, last.line(), null, null)));
        }
    }

    private static List<List<String>> sample(List<Cells.Record> rows, int columns) {
        return rows.stream()
                .filter(Cells.Record::sound)
                .map(Cells.Record::cells)
                .filter(cells -> cells.size() == columns || cells.size() == columns + 1)
                .limit(Recognition.SAMPLE_ROWS)
                .map(cells -> cells.subList(0, columns))
                .toList();
    }
}
