package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * Finds the header among the first records of a table: below title lines, sometimes in two rows, sometimes absent.
 *
 * <p>A row is data rather than a header when one of its cells is a date, an amount or an address of mail and the cell
 * below is of the same kind.
 */
final class HeaderRow {

    private static final int TITLE_RECORDS_MAX = 50;
    private static final Pattern DATE =
            Pattern.compile("\\s*\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([T ,]+\\d{1,2}[:h.].*)?\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d[\\d .,'\u00A0\u202F]*(\\s?[€$£])?\\s*");
    private static final Pattern YEAR = Pattern.compile("\\s*(19|20|21)\\d\\d\\s*");

    /**
     * The table below the header.
     *
     * @param headerLine 0 when there is none
     */
    record Found(
            List<String> words,
            long headerLine,
            long firstLine,
            boolean trailingSeparator,
            List<Cells.Record> rows,
            List<Problem> problems) {}

    private final String fileName;
    private final List<Cells.Record> records;
    private final int width;
    private final List<Problem> problems = new ArrayList<>();

    private HeaderRow(String fileName, List<Cells.Record> records, int width) {
        this.fileName = fileName;
        this.records = records.stream().filter(record -> !record.isBlank()).toList();
        this.width = width;
    }

    /** @param width cells of most records */
    static Found in(String fileName, List<Cells.Record> records, int width) {
        return new HeaderRow(fileName, records, width).find();
    }

    private Found find() {
        int at = candidate();
        if (at > 0) {
            warn("title-lines-skipped", records.get(at).line() - 1, Integer.toString(at));
        }
        Cells.Record first = records.get(at);
        List<Cells.Record> below = records.subList(at + 1, records.size());
        if (isData(first, below)) {
            warn("header-missing", first.line());
            List<String> unnamed = java.util.Collections.nCopies(first.cells().size(), "");
            return found(unnamed, 0, first.line(), records.subList(at, records.size()));
        }
        if (isSecondHeader(first, below)) {
            Cells.Record second = below.get(0);
            warn("header-two-rows", first.line());
            return found(
                    merged(first.cells(), second.cells()),
                    second.line(),
                    second.line() + second.lines(),
                    below.subList(1, below.size()));
        }
        return found(first.cells(), first.line(), first.line() + first.lines(), below);
    }

    /** The first record as wide as the table and filled at least half as much as the fullest one. */
    private int candidate() {
        List<Cells.Record> first = records.subList(0, Math.min(records.size(), TITLE_RECORDS_MAX));
        long fullest = first.stream().mapToLong(HeaderRow::filled).max().orElse(0);
        for (int i = 0; i < first.size(); i++) {
            boolean wide = Math.abs(first.get(i).cells().size() - width) <= 1;
            if (wide && 2 * filled(first.get(i)) >= Math.min(fullest, width)) {
                return i;
            }
        }
        return 0;
    }

    private static long filled(Cells.Record record) {
        return record.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean isData(Cells.Record first, List<Cells.Record> below) {
        if (below.isEmpty()) {
            return first.cells().stream().anyMatch(cell -> DATE.matcher(cell).matches());
        }
        List<String> next = below.get(0).cells();
        for (int i = 0; i < Math.min(first.cells().size(), next.size()); i++) {
            String kind = kind(first.cells().get(i));
            if (!kind.isEmpty() && kind.equals(kind(next.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static String kind(String cell) {
        if (DATE.matcher(cell).matches()) {
            return "date";
        }
        if (NUMBER.matcher(cell).matches() && !YEAR.matcher(cell).matches()) {
            return "number";
        }
        return cell.indexOf('@') > 0 ? "mail" : "";
    }

    /**
     * Words in two rows, above a row that holds dates or numbers. A row taken for a header by mistake would be lost, so
     * below a full first row two columns must speak for it.
     */
    private static boolean isSecondHeader(Cells.Record first, List<Cells.Record> below) {
        if (below.size() < 2) {
            return false;
        }
        List<String> second = below.get(0).cells();
        List<String> third = below.get(1).cells();
        int wordsAboveValues = 0;
        for (int i = 0; i < Math.min(second.size(), third.size()); i++) {
            if (!kind(second.get(i)).isEmpty()) {
                return false;
            }
            wordsAboveValues += !second.get(i).isBlank() && !kind(third.get(i)).isEmpty() ? 1 : 0;
        }
        boolean sameWidth = second.size() == first.cells().size();
        boolean enough = wordsAboveValues >= (isFull(first.cells()) ? 2 : 1);
        return enough && sameWidth && 3 * filled(below.get(0)) >= 2L * second.size();
    }

    private static boolean isFull(List<String> words) {
        return words.stream().noneMatch(String::isBlank) && distinct(words) == words.size();
    }

    /** A full first row names the columns; otherwise it groups them and the second row names them. */
    private static List<String> merged(List<String> first, List<String> second) {
        if (isFull(first)) {
            return first;
        }
        boolean ambiguous = distinct(second) < second.size();
        List<String> words = new ArrayList<>();
        String group = "";
        for (int i = 0; i < second.size(); i++) {
            group = first.get(i).isBlank() ? group : first.get(i).strip();
            String word = second.get(i).strip();
            if (word.isEmpty()) {
                words.add(first.get(i));
            } else {
                words.add(ambiguous && !group.isEmpty() ? group + " " + word : word);
            }
        }
        return words;
    }

    private static int distinct(List<String> words) {
        Set<String> known = new HashSet<>();
        words.forEach(word -> known.add(word.strip().toLowerCase(Locale.ROOT)));
        return known.size();
    }

    private Found found(List<String> cells, long headerLine, long firstLine, List<Cells.Record> rows) {
        int last = cells.size() - 1;
        boolean lastUnnamed = headerLine > 0 && last > 0 && cells.get(last).isBlank();
        boolean lastAlwaysEmpty = rows.stream()
                .allMatch(row ->
                        row.cells().size() <= last || row.cells().get(last).isBlank());
        int columns = lastUnnamed && lastAlwaysEmpty ? last : cells.size();
        return new Found(
                HeaderWords.of(cells.subList(0, columns), headerLine, fileName, problems),
                headerLine,
                firstLine,
                endWithSeparator(rows, columns),
                rows,
                problems);
    }

    /** A habit of the file: half of the rows or more have one cell more than the header, and it is empty in all of these. */
    private static boolean endWithSeparator(List<Cells.Record> rows, int columns) {
        List<List<String>> longer = rows.stream()
                .map(Cells.Record::cells)
                .filter(cells -> cells.size() == columns + 1)
                .toList();
        long empty =
                longer.stream().filter(cells -> cells.get(columns).isEmpty()).count();
        return !rows.isEmpty() && 2 * empty >= rows.size();
    }

    private void warn(String code, long line, String... arguments) {
        problems.add(Problem.warns(code, new Place(fileName, line, null, null), arguments));
    }
}
