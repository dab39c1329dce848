package org.foyer.hub.intake.internal.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the separator: the one that cuts most lines into the same number of cells, quotes respected. */
final class Delimiters {

    private static final char[] CANDIDATES = {';', ',', '\t', '|'};
    /** Enough to tell, few enough to try four times. */
    private static final int RECORDS = 1_000;

    /** What a comma counts for as a separator when nearly all commas stand between digits. */
    private static final double DECIMAL_COMMA = 0.3;

    private static final int CHARS_LOOKED_AT = 100_000;

    private Delimiters() {}

    /**
     * What was found.
     *
     * @param width cells of most records that are not blank
     */
    record Found(char separator, int width, List<Cells.Record> records) {}

    static Found in(String text) {
        Character announced = announced(text);
        if (announced != null) {
            Found found = tried(text, announced);
            List<Cells.Record> below =
                    found.records().subList(1, found.records().size());
            return new Found(announced, width(below), below);
        }
        Found best = null;
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            Found found = tried(text, candidate);
            double score = score(found) * (candidate == ',' && isDecimal(text) ? DECIMAL_COMMA : 1);
            if (score > bestScore) {
                best = found;
                bestScore = score;
            }
        }
        return best == null ? oneColumn(text) : best;
    }

    /** Excel's own first line {@code sep=;}. */
    static @Nullable Character announced(String text) {
        boolean says = text.length() > 5 && text.regionMatches(true, 0, "sep=", 0, 4);
        return says && (text.charAt(5) == '\n' || text.charAt(5) == '\r') ? (Character) text.charAt(4) : null;
    }

    private static boolean isDecimal(String text) {
        int commas = 0;
        int betweenDigits = 0;
        for (int i = 1; i < Math.min(text.length() - 1, CHARS_LOOKED_AT); i++) {
            if (text.charAt(i) == ',') {
                commas++;
                boolean digits = Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
                betweenDigits += digits ? 1 : 0;
            }
        }
        return betweenDigits * 10 > commas * 9;
    }

    private static Found oneColumn(String text) {
        for (char candidate : new char[] {'\t', '|', ';', ','}) {
            if (text.indexOf(candidate) < 0) {
                return tried(text, candidate);
            }
        }
        return tried(text, '|');
    }

    private static Found tried(String text, char separator) {
        List<Cells.Record> records = Cells.records(text, separator, RECORDS);
        return new Found(separator, width(records), records);
    }

    /** The most frequent number of cells; of two equally frequent ones the larger. */
    private static int width(List<Cells.Record> records) {
        Map<Integer, Integer> lines = new HashMap<>();
        for (Cells.Record record : records) {
            if (!record.isBlank() && record.sound()) {
                lines.merge(record.cells().size(), 1, Integer::sum);
            }
        }
        int width = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : lines.entrySet()) {
            if (entry.getValue() > most || entry.getValue() == most && entry.getKey() > width) {
                width = entry.getKey();
                most = entry.getValue();
            }
        }
        return width;
    }

    private static double score(Found found) {
        long filled =
                found.records().stream().filter(record -> !record.isBlank()).count();
        long alike = found.records().stream()
                .filter(record -> !record.isBlank() && record.cells().size() == found.width())
                .count();
        double share = filled == 0 ? 0 : (double) alike / filled;
        return share * share * Math.log(found.width());
    }
}
