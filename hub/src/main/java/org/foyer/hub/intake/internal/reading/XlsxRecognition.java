package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Sheet;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Recognises an XLSX file: the sheet with the widest header is read, the others are named. */
final class XlsxRecognition {

    private static final int ROWS = Recognition.SAMPLE_ROWS + 100;

    private final Path file;
    private final String fileName;
    private final ReadLimits limits;
    private final List<Problem> problems = new ArrayList<>();

    XlsxRecognition(Path file, String fileName, ReadLimits limits) {
        this.file = file;
        this.fileName = fileName;
        this.limits = limits;
    }

    private record Candidate(Sheet sheet, HeaderRow.Found header) {}

    Recognition recognise() throws IOException {
        SheetPackage parts = SheetPackage.look(file, fileName, limits);
        if (!parts.kind().equals(SheetPackage.XLSX)) {
            return stopped(Recognition.UNKNOWN, "file-not-a-table", parts.kind());
        }
        if (!parts.problems().isEmpty()) {
            return Recognition.of(Recognition.XLSX, parts.problems());
        }
        try (Workbook book = new Workbook(file)) {
            return recognise(book, parts);
        } catch (ExcelReaderException broken) {
            return stopped(Recognition.XLSX, "sheet-broken");
        }
    }

    private Recognition recognise(Workbook book, SheetPackage parts) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Sheet sheet : book.sheets()) {
            HeaderRow.Found header = header(book, sheet);
            if (header != null) {
                candidates.add(new Candidate(sheet, header));
            }
        }
        Candidate best = null;
        for (Candidate candidate : candidates) {
            int columns = candidate.header().words().size();
            if (best == null || columns > best.header().words().size()) {
                best = candidate;
            }
        }
        if (best == null) {
            return stopped(Recognition.XLSX, "file-empty");
        }
        say(book, parts, candidates, best);
        return recognition(best);
    }

    private void say(Workbook book, SheetPackage parts, List<Candidate> candidates, Candidate best) throws IOException {
        problems.addAll(best.header().problems());
        Sheet read = best.sheet();
        if (candidates.size() > 1) {
            String others = candidates.stream()
                    .map(candidate -> candidate.sheet().getName())
                    .filter(name -> !name.equals(read.getName()))
                    .collect(Collectors.joining(", "));
            warn("sheets-left-aside", read.getName(), others);
        }
        int merged = parts.mergedCells().getOrDefault(book.part(read), 0);
        if (merged > 0) {
            warn("cells-merged", read.getName(), Integer.toString(merged));
        }
        int columns = best.header().words().size();
        if (columns > limits.columnsMax()) {
            problems.add(Problem.stops(
                    "columns-too-many",
                    Place.of(fileName),
                    Integer.toString(columns),
                    Integer.toString(limits.columnsMax())));
        }
        if (best.header().rows().isEmpty()) {
            problems.add(Problem.stops("no-rows", Place.of(fileName)));
        }
    }

    private Recognition recognition(Candidate best) {
        HeaderRow.Found header = best.header();
        int columns = header.words().size();
        return new Recognition(
                Recognition.XLSX,
                null,
                null,
                header.headerLine(),
                header.firstLine(),
                false,
                header.words(),
                header.rows().stream()
                        .limit(Recognition.SAMPLE_ROWS)
                        .map(row -> row.cells().subList(0, columns))
                        .toList(),
                List.of(),
                best.sheet().getName(),
                problems);
    }

    private HeaderRow.@Nullable Found header(Workbook book, Sheet sheet) throws IOException {
        List<Cells.Record> rows = new ArrayList<>();
        book.rows(sheet, limits.columnsMax() + 1, (number, texts, row) -> {
            List<String> cells =
                    texts.stream().map(text -> text == null ? "" : text).toList();
            rows.add(new Cells.Record(number, 1, cells, true, true));
            return rows.size() < ROWS;
        });
        int width = rows.stream().mapToInt(row -> filledUpTo(row.cells())).max().orElse(0);
        if (width == 0) {
            return null;
        }
        List<Cells.Record> equal = rows.stream()
                .map(row -> new Cells.Record(row.line(), 1, padded(row.cells(), width), true, true))
                .toList();
        return HeaderRow.in(fileName, equal, width);
    }

    private static int filledUpTo(List<String> cells) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isBlank()) {
            filled--;
        }
        return filled;
    }

    private static List<String> padded(List<String> cells, int width) {
        List<String> padded = new ArrayList<>(cells.subList(0, Math.min(cells.size(), width)));
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    private void warn(String code, String... arguments) {
        problems.add(Problem.warns(code, Place.of(fileName), arguments));
    }

    private Recognition stopped(String format, String code, String... arguments) {
        return Recognition.of(format, List.of(Problem.stops(code, Place.of(fileName), arguments)));
    }
}
