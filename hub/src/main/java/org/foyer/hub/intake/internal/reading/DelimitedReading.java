package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * One pass over the bytes of a delimited file: record ends, number of cells, NUL, encoding, physical line numbers.
 * Whatever is not a sound record goes to the side file with its line and a reason.
 */
final class DelimitedReading {

    private static final int BUFFER_BYTES = 4 << 20;

    private final Recognition recognition;
    private final ReadLimits limits;
    private final int columns;
    private final CellBytes cellBytes;
    private final RecordScan scan;
    private final WorkFiles files;
    private final ByteWindow window;
    private final String fileName;
    private long line = 1;

    DelimitedReading(InputStream in, String fileName, Recognition recognition, ReadLimits limits, WorkFiles files) {
        Charset charset = Objects.requireNonNull(recognition.charset());
        char separator = Objects.requireNonNull(recognition.separator());
        this.recognition = recognition;
        this.limits = limits;
        this.columns = recognition.header().size();
        this.cellBytes = new CellBytes(isUtf16(charset) ? StandardCharsets.UTF_8 : charset);
        this.scan = new RecordScan(separator, columns + 2, limits.recordBytesMax());
        this.files = files;
        this.fileName = fileName;
        int bufferBytes = Math.max(BUFFER_BYTES, 4 * limits.recordBytesMax());
        this.window = new ByteWindow(isUtf16(charset) ? new Utf16AsUtf8(in, charset) : in, bufferBytes);
    }

    static boolean isUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    void read(Progress progress, long bytes) throws IOException {
        window.fill();
        if (cellBytes.isUtf8()) {
            window.skipByteOrderMark();
        }
        while (line < recognition.firstLine() && !window.atEnd()) {
            skipLine();
            files.headLines++;
        }
        while (!window.atEnd()) {
            RecordScan.End end = scan.scan(window.bytes, window.start, window.end, window.last);
            switch (end) {
                case MORE -> {
                    window.fill();
                    progress.at("read", Math.min(window.taken, bytes), bytes);
                }
                case RECORD -> record();
                case QUOTE_OPEN -> refuseLine("quote-not-closed");
                case TOO_LONG -> refuseLine("line-too-long");
            }
            if (files.table.records() > limits.rowsMax()) {
                files.problem(Problem.stops("rows-too-many", Place.of(fileName), Long.toString(limits.rowsMax())));
                return;
            }
        }
        progress.at("read", bytes, bytes);
    }

    private void record() throws IOException {
        int lines = scan.lineEnds + 1;
        if (isBlank()) {
            files.blankLines += lines;
        } else {
            String code = fault();
            if (code.isEmpty()) {
                write();
                files.linesInRecords += lines;
            } else {
                files.refuse(refused(code, window.start, scan.recordEnd), lines);
                if (!scan.terminated && code.equals("too-few-columns")) {
                    truncated();
                }
            }
        }
        line += lines;
        window.start = scan.next;
    }

    /** Nothing but spaces in any cell, whether it stands in quotes or not. */
    private boolean isBlank() {
        if (scan.cells > columns + 2) {
            return false;
        }
        for (int cell = 0; cell < scan.cells; cell++) {
            int quote = scan.quoting(cell) >= RecordScan.HAS_QUOTES ? 1 : 0;
            for (int at = scan.from(cell) + quote; at < scan.to(cell) - quote; at++) {
                byte b = window.bytes[at];
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
        }
        return true;
    }

    private String fault() {
        if (scan.hasNul) {
            return "nul-byte";
        }
        if (scan.hasHigh && !cellBytes.sound(window.bytes, window.start, scan.recordEnd)) {
            return "encoding-broken";
        }
        if (scan.cells < columns) {
            return "too-few-columns";
        }
        return scan.cells == columns || oneEmptyCellMore() ? "" : "too-many-columns";
    }

    private boolean oneEmptyCellMore() {
        return recognition.trailingSeparator() && scan.cells == columns + 1 && scan.from(columns) == scan.to(columns);
    }

    private void write() throws IOException {
        TableFile table = files.table;
        table.line(line);
        byte[] target = table.room(3 * (scan.recordEnd - window.start) + 4 * columns + 16);
        int at = table.length();
        for (int cell = 0; cell < columns; cell++) {
            target[at++] = ',';
            int from = at;
            at = writeCell(cell, target, from);
            table.next(target, from, at);
        }
        table.length(at);
        table.endRecord();
    }

    private int writeCell(int cell, byte[] target, int start) {
        int from = scan.from(cell);
        int to = scan.to(cell);
        byte how = scan.quoting(cell);
        if (how == RecordScan.HAS_QUOTES && to - from == 2) {
            return start;
        }
        if (how == RecordScan.NEEDS_QUOTES) {
            return withQuotes(from, to, target, start);
        }
        if (how == RecordScan.HAS_QUOTES_AND_CR) {
            return withEqualLineEnds(from, to, target, start);
        }
        if (cellBytes.isUtf8()) {
            System.arraycopy(window.bytes, from, target, start, to - from);
            return start + to - from;
        }
        int at = start;
        for (int i = from; i < to; i++) {
            at = cellBytes.put(window.bytes[i], target, at);
        }
        return at;
    }

    private int withQuotes(int from, int to, byte[] target, int start) {
        int at = start;
        target[at++] = '"';
        for (int i = from; i < to; i++) {
            byte b = window.bytes[i];
            if (b == '"') {
                target[at++] = '"';
            }
            at = cellBytes.put(b, target, at);
        }
        target[at++] = '"';
        return at;
    }

    private int withEqualLineEnds(int from, int to, byte[] target, int start) {
        int at = start;
        for (int i = from; i < to; i++) {
            byte b = window.bytes[i];
            if (b != '\r') {
                at = cellBytes.put(b, target, at);
            } else if (window.bytes[i + 1] != '\n') {
                target[at++] = '\n';
            }
        }
        return at;
    }

    /** Gives up one physical line, however long, and goes on at the next. */
    private void refuseLine(String code) throws IOException {
        int kept = 4 * RefusedRecord.RAW_CHARS_MAX;
        int from = window.start;
        int lineEnd = window.lineEnd(from);
        boolean whole = lineEnd >= 0 || window.last;
        int to = Math.min(lineEnd >= 0 ? lineEnd : window.end, from + kept);
        RefusedRecord record = refused(code, from, to);
        boolean terminated = skipLine();
        files.refuse(record, 1);
        if (whole && !terminated && code.equals("quote-not-closed")) {
            truncated();
        }
    }

    private RefusedRecord refused(String code, int from, int to) {
        int end = Math.min(to, from + 4 * RefusedRecord.RAW_CHARS_MAX);
        return new RefusedRecord(line, code, null, null, cellBytes.text(window.bytes, from, end));
    }

    /** Whether the line skipped had an end. */
    private boolean skipLine() throws IOException {
        boolean terminated = window.skipLine();
        line++;
        return terminated;
    }

    private void truncated() {
        long at = Math.max(1, line);
        files.problem(Problem.stops("file-truncated", new Place(fileName, at, null, null)));
    }
}
