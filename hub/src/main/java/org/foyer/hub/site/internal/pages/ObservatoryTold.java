package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.insight.Observatory.Agreed;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.ObservatoryResource.Told;
import org.foyer.hub.site.internal.server.JsonStat;
import org.jspecify.annotations.Nullable;

/** Tables of the observatory in words, squares and rows. */
final class ObservatoryTold {

    private static final int SIDE = 26;

    /** Room for the words beside the picture. */
    private static final int WORDS = 150;

    /** The code of what no house named. */
    private static final String UNNAMED = "unknown";

    private final Language language;
    private final StudyBank bank;
    private final StudyTold codes;

    ObservatoryTold(Language language, StudyBank bank) {
        this.language = language;
        this.bank = bank;
        this.codes = new StudyTold(language);
    }

    /** Of a dimension, or of one of its codes. */
    String name(String dimension, @Nullable String code) {
        if (code == null) {
            return bank.dimension(dimension)
                    .map(one -> one.name().in(language.code()))
                    .orElse(dimension);
        }
        return code.equals(JsonStat.TOTAL) ? language.say("observatory_total") : codes.code(dimension, code);
    }

    List<String> notes() {
        return List.of(
                language.say("observatory_note_rules"),
                language.say("observatory_note_proof"),
                language.say("observatory_note_once"));
    }

    /**
     * @param observer whether a funder or researcher reads
     * @param unagreed whether a house of the reader joined, but has no agreement in force
     */
    ObservatoryView view(Told told, boolean observer, boolean unagreed) {
        Integer year = told.season();
        List<ObservatoryView.Table> tables = new ArrayList<>();
        for (Agreed agreed : told.agreed()) {
            told.tables().stream()
                    .filter(one -> one.id().equals(agreed.id()))
                    .findFirst()
                    .ifPresent(table -> tables.add(table(agreed, table)));
        }
        return new ObservatoryView(
                tables.isEmpty() || year == null
                        ? language.say(unagreed ? "observatory_agreement" : "observatory_none")
                        : says(first(told), new Season(year)),
                told.simulated(),
                language.say(
                        told.open() ? "observatory_open" : observer ? "observatory_observers" : "observatory_members"),
                told.seasons().stream()
                        .map(Season::new)
                        .map(season -> new ObservatoryView.Choice(
                                "/observatory?season=" + season.label() + "&simulated=" + told.simulated(),
                                language.formats().season(season),
                                year != null && season.firstYear() == year))
                        .toList(),
                tables,
                notes());
    }

    /** Of the table that is agreed first, of tickets. */
    private static Published first(Told told) {
        return told.agreed().stream()
                .flatMap(agreed -> told.tables().stream().filter(one -> one.id().equals(agreed.id())))
                .findFirst()
                .orElseThrow();
    }

    private String says(Published table, Season season) {
        int total = table.rows().codes().size();
        int last = table.columns().codes().size();
        int largest = largest(table);
        String inWords = language.formats().season(season);
        String houses = language.formats().number(table.houses());
        String all = language.formats().number(value(table, total, last));
        return largest < 0
                ? language.say("observatory_says_all", inWords, houses, all)
                : language.say(
                        "observatory_says",
                        inWords,
                        houses,
                        all,
                        name(table.rows().id(), table.rows().codes().get(largest)),
                        language.formats()
                                .wholePercent(
                                        (double) value(table, largest, last) / Math.max(1, value(table, total, last))));
    }

    /** Of the rows that have a name; −1 where a hidden one may be larger than those that are shown. */
    private static int largest(Published table) {
        int last = table.columns().codes().size();
        int largest = -1;
        for (int row = 0; row < table.rows().codes().size(); row++) {
            if (table.rows().codes().get(row).equals(UNNAMED)) {
                continue;
            }
            if (table.cells().get(row).get(last) == null) {
                return -1;
            }
            if (value(table, row, last) > (largest < 0 ? 0 : value(table, largest, last))) {
                largest = row;
            }
        }
        return largest;
    }

    /** Nothing where it is hidden. */
    private static long value(Published table, int row, int column) {
        Long value = table.cells().get(row).get(column);
        return value == null ? 0 : value;
    }

    private ObservatoryView.Table table(Agreed agreed, Published table) {
        List<String> rows = labels(table.rows());
        List<String> columns = labels(table.columns());
        List<ObservatoryView.Row> told = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            told.add(new ObservatoryView.Row(
                    rows.get(row),
                    table.cells().get(row).stream()
                            .map(value -> value == null
                                    ? language.say("observatory_hidden")
                                    : language.formats().number(value))
                            .toList(),
                    row == rows.size() - 1));
        }
        String query = "?season=" + new Season(table.season()).label() + "&simulated=" + table.simulated();
        return new ObservatoryView.Table(
                agreed.id(),
                agreed.name().in(language.code()),
                agreed.note().in(language.code()),
                FollowedTold.says(language, table.version(), table.definition()),
                columns,
                told,
                WORDS + SIDE * (columns.size() - 1),
                SIDE * rows.size(),
                squares(table, rows, columns),
                marks(rows, columns),
                "/observatory/" + agreed.id() + ".csv" + query,
                "/observatory/" + agreed.id() + ".json" + query);
    }

    private List<String> labels(Axis axis) {
        List<String> labels = new ArrayList<>();
        axis.codes().forEach(code -> labels.add(name(axis.id(), code)));
        labels.add(name(axis.id(), JsonStat.TOTAL));
        return labels;
    }

    /** The stronger, the larger; hidden ones are an outline. */
    private List<ObservatoryView.Square> squares(Published table, List<String> rows, List<String> columns) {
        long most = 1;
        for (int row = 0; row < rows.size() - 1; row++) {
            for (int column = 0; column < columns.size() - 1; column++) {
                most = Math.max(most, value(table, row, column));
            }
        }
        List<ObservatoryView.Square> squares = new ArrayList<>();
        for (int row = 0; row < rows.size() - 1; row++) {
            for (int column = 0; column < columns.size() - 1; column++) {
                Long value = table.cells().get(row).get(column);
                String told = value == null
                        ? language.say("observatory_hidden")
                        : language.formats().number(value);
                squares.add(new ObservatoryView.Square(
                        WORDS + SIDE * column,
                        SIDE * (row + 1),
                        value == null ? "" : String.format(Locale.ROOT, "%.2f", (double) value / most),
                        rows.get(row) + ", " + columns.get(column) + ": " + told));
            }
        }
        return squares;
    }

    private static List<ObservatoryView.Mark> marks(List<String> rows, List<String> columns) {
        List<ObservatoryView.Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size() - 1; row++) {
            marks.add(new ObservatoryView.Mark(WORDS - 8, SIDE * (row + 1) + 16, rows.get(row), "end"));
        }
        for (int column = 0; column < columns.size() - 1; column++) {
            String label = columns.get(column);
            String brief = label.substring(0, Math.min(2, label.length()));
            marks.add(new ObservatoryView.Mark(WORDS + SIDE * column + SIDE / 2 - 2, 16, brief, "middle"));
        }
        return marks;
    }
}
