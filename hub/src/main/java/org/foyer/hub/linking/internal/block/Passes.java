package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.RecordTable;

/**
 * The passes for a table, those that choose best first. Each line of the list names parts of a key; a pass whose columns the table
 * lacks falls away. Chosen for recall: each true pair should agree on some line although it may disagree on any two fields.
 */
final class Passes {

    /** Enough where most records have an e-mail or a telephone number. */
    private static final List<String> CLOSE_LINES = List.of(
            "EMAIL:WHOLE",
            "PHONE:TAIL",
            "FIRST_NAME:WHOLE LAST_NAME:WHOLE DATE:DAY",
            "DATE:DAY FIRST_NAME:INITIAL",
            "DATE:DAY LAST_NAME:INITIAL",
            "POSTCODE:WHOLE FIRST_NAME:WORD",
            "POSTCODE:WHOLE LAST_NAME:WHOLE",
            "ADDRESS:WHOLE FIRST_NAME:INITIAL",
            "EMAIL:LOCAL",
            "LAST_NAME:WHOLE DATE:MONTH_DAY",
            "FIRST_NAME:WORD DATE:YEAR_MONTH",
            "FIRST_NAME:WORD DATE:YEAR_DAY",
            "LAST_NAME:SKELETON FIRST_NAME:INITIAL POSTCODE:DISTRICT",
            "FIRST_NAME:WORD LAST_NAME:WHOLE",
            "FIRST_NAME:WHOLE LAST_NAME:WHOLE ANY",
            "FIRST_NAME:SKELETON LAST_NAME:WHOLE",
            "LAST_NAME:SKELETON FIRST_NAME:WORD");

    private static final List<String> LINES = List.of(
            "DATE:DAY",
            "LAST_NAME:WHOLE DATE:YEAR",
            "FIRST_NAME:WORD DATE:MONTH_DAY",
            "LAST_NAME:WHOLE POSTCODE:DISTRICT",
            "LAST_NAME:WHOLE PLACE:WHOLE",
            "LAST_NAME:SKELETON DATE:YEAR",
            "LAST_NAME:LAST_WORD FIRST_NAME:WORD",
            "LAST_NAME:GRAMS FIRST_NAME:WORD DATE:YEAR",
            "LAST_NAME:OTHER_GRAMS FIRST_NAME:WORD POSTCODE:REGION",
            "FIRST_NAME:WORD POSTCODE:QUARTER",
            "ADDRESS:WHOLE",
            "POSTCODE:WHOLE",
            "DATE:MONTH_DAY POSTCODE:DISTRICT",
            "DATE:YEAR POSTCODE:QUARTER",
            "DATE:YEAR_MONTH PLACE:WHOLE",
            "DATE:MONTH_DAY PLACE:WHOLE",
            "LAST_NAME:PREFIX FIRST_NAME:WORD",
            "FIRST_NAME:WORD DATE:YEAR PLACE:WHOLE",
            "FIRST_NAME:WORD DATE:YEAR POSTCODE:REGION",
            "LAST_NAME:WHOLE TEXT:WHOLE",
            "LAST_NAME:GRAMS DATE:YEAR PLACE:WHOLE",
            "LAST_NAME:OTHER_GRAMS DATE:MONTH_DAY",
            "POSTCODE:QUARTER TEXT:WHOLE",
            "FIRST_NAME:WORD PLACE:WHOLE TEXT:WHOLE",
            "LAST_NAME:WHOLE");

    /** Wider ones, which only tables of moderate size can afford. */
    private static final List<String> WIDE_LINES = List.of(
            "FIRST_NAME:WORD DATE:YEAR",
            "FIRST_NAME:WORD PLACE:WHOLE",
            "DATE:YEAR PLACE:WHOLE",
            "LAST_NAME:GRAMS PLACE:WHOLE",
            "LAST_NAME:GRAMS DATE:YEAR",
            "LAST_NAME:OTHER_GRAMS POSTCODE:REGION",
            "FIRST_NAME:WORD POSTCODE:DISTRICT",
            "DATE:YEAR POSTCODE:DISTRICT",
            "PLACE:WHOLE POSTCODE:DISTRICT",
            "DATE:YEAR TEXT:WHOLE PLACE:WHOLE",
            "LAST_NAME:LAST_WORD");

    private static final int MODERATE_ROWS_MAX = 200_000;
    private static final long PAIRS_MAX = 48_000_000;
    private static final long PAIRS_FOR_ROW = 8;

    private static final List<String> REFINEMENTS = List.of(
            "FIRST_NAME:WORD",
            "LAST_NAME:WHOLE",
            "DATE:YEAR",
            "POSTCODE:DISTRICT",
            "PLACE:WHOLE",
            "EMAIL:WHOLE",
            "PHONE:TAIL",
            "ADDRESS:WHOLE",
            "POSTCODE:WHOLE",
            "DATE:DAY",
            "TEXT:WHOLE",
            "EXACT:WHOLE");

    private final List<Field> fields;
    private final Map<String, Atom> atoms = new HashMap<>();

    private Passes(List<Field> fields) {
        this.fields = fields;
    }

    static Passes of(List<Field> fields) {
        return new Passes(fields);
    }

    /** The lines that suit a table. */
    static List<String> lines(RecordTable table) {
        List<String> lines = new ArrayList<>(CLOSE_LINES);
        if (!areClose(table)) {
            lines.addAll(LINES);
        }
        if (!isLarge(table)) {
            lines.addAll(WIDE_LINES);
        }
        return lines;
    }

    List<Pass> list(List<String> lines) {
        List<Pass> found = new ArrayList<>();
        lines.forEach(line -> add(line, found));
        if (found.isEmpty()) {
            fields.forEach(field -> add(field.kind() + ":WHOLE", found));
        }
        return found;
    }

    /** Pairs looked at, at most about, with those that several passes find counted each time. */
    static long pairsMax(RecordTable table) {
        return areClose(table) ? Math.min(PAIRS_MAX, PAIRS_FOR_ROW * table.rows()) : PAIRS_MAX;
    }

    /** Whether the closest ones suffice. */
    static boolean areClose(RecordTable table) {
        return isLarge(table) && hasStrongColumn(table);
    }

    private static boolean isLarge(RecordTable table) {
        return table.rows() > MODERATE_ROWS_MAX;
    }

    /** Whether one column tells most records' persons almost by itself. */
    private static boolean hasStrongColumn(RecordTable table) {
        return table.fields().stream()
                .filter(field -> field.kind() == ColumnKind.EMAIL || field.kind() == ColumnKind.PHONE)
                .anyMatch(field -> field.known() * 2 > table.records());
    }

    private void add(String line, List<Pass> found) {
        List<String> names = new ArrayList<>(List.of(line.split(" ")));
        boolean anyOrder = names.remove("ANY");
        List<Atom> key = new ArrayList<>();
        for (String name : names) {
            Atom atom = atom(name);
            if (atom == null) {
                return;
            }
            key.add(atom);
        }
        List<Atom> finer = REFINEMENTS.stream()
                .filter(name -> !names.contains(name))
                .map(this::atom)
                .filter(java.util.Objects::nonNull)
                .toList();
        found.add(new Pass(line, key, anyOrder, finer));
    }

    private @org.jspecify.annotations.Nullable Atom atom(String name) {
        Atom known = atoms.get(name);
        if (known != null) {
            return known;
        }
        int colon = name.indexOf(':');
        ColumnKind kind = ColumnKind.valueOf(name.substring(0, colon));
        Field field =
                fields.stream().filter(each -> each.kind() == kind).findFirst().orElse(null);
        if (field == null) {
            return null;
        }
        Atom atom = new Atom(field, Part.valueOf(name.substring(colon + 1)));
        atoms.put(name, atom);
        return atom;
    }
}
