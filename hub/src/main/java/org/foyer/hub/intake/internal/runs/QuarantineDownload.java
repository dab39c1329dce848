package org.foyer.hub.intake.internal.runs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.Mended;
import org.foyer.hub.model.IntakeRunId;

/**
 * Writes the waiting rows of a run as one table that a spreadsheet opens, with the file's own header, the reason, the mend and
 * the place where each row waits. Sent again, that last column closes the rows.
 */
public final class QuarantineDownload {

    private static final int BATCH = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9  ]*([.,][0-9]+)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final QuarantineList list;
    private final RowHeaders headers;

    public QuarantineDownload(QuarantineList list, RowHeaders headers) {
        this.list = list;
        this.headers = headers;
    }

    public void write(IntakeRunId run, Locale language, OutputStream out) {
        RunRow row = list.row(run);
        Mending texts = new Mending(language);
        List<RowHeaders.Header> files = headers.of(row);
        List<String> columns = new ArrayList<>();
        files.forEach(file -> file.words().stream()
                .filter(word -> !columns.contains(word) && !isOurs(word))
                .forEach(columns::add));
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(BYTE_ORDER_MARK);
            List<String> head = new ArrayList<>(columns);
            head.addAll(List.of(texts.reasonHeader(), texts.mendHeader(), Mended.COLUMN));
            line(writer, head);
            rows(writer, row, texts, files, columns);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(String word) {
        return word.equals(Mended.COLUMN)
                || List.of("motif", "correction", "reason", "mend").contains(word);
    }

    private void rows(Writer writer, RunRow row, Mending texts, List<RowHeaders.Header> files, List<String> columns)
            throws IOException {
        List<QuarantineList.Waiting> open = new ArrayList<>();
        long offset = 0;
        List<QuarantineList.Waiting> batch;
        do {
            batch = list.waiting(row, offset, BATCH);
            for (QuarantineList.Waiting problem : batch) {
                boolean next = !open.isEmpty()
                        && (open.get(0).line() != problem.line() || open.get(0).file() != problem.file());
                if (next) {
                    one(writer, row, texts, files, columns, open);
                    open.clear();
                }
                open.add(problem);
            }
            offset += batch.size();
        } while (batch.size() == BATCH);
        if (!open.isEmpty()) {
            one(writer, row, texts, files, columns, open);
        }
    }

    private static void one(
            Writer writer,
            RunRow row,
            Mending texts,
            List<RowHeaders.Header> files,
            List<String> columns,
            List<QuarantineList.Waiting> problems)
            throws IOException {
        QuarantineList.Waiting first = problems.get(0);
        Map<String, String> cells = new LinkedHashMap<>();
        RowHeaders.Header header = files.get(first.file());
        List<String> values =
                RawRow.cells(first.raw(), header.separator(), header.words().size());
        for (int i = 0; i < values.size(); i++) {
            cells.put(header.words().get(i), values.get(i));
        }
        List<String> line = new ArrayList<>();
        columns.forEach(column -> line.add(cells.getOrDefault(column, "")));
        TreeSet<String> mends = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        problems.forEach(problem -> {
            reasons.add(texts.reason(problem.code(), problem.column(), problem.value()));
            mends.add(texts.mend(problem.code()));
        });
        line.add(String.join(" / ", reasons));
        line.add(String.join(" / ", mends));
        line.add(row.id() + ":" + first.file() + ":" + first.line());
        line(writer, line);
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        List<String> written = cells.stream().map(QuarantineDownload::cell).toList();
        writer.write(String.join(";", written));
        writer.write("\r\n");
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe; a plain number is none. */
    static String cell(String value) {
        String safe = value;
        if (!value.isEmpty()
                && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches()) {
            safe = "'" + value;
        }
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
