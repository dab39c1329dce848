package org.foyer.hub.intake.internal.loading;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.internal.recipe.Field;

/** Which columns of a programme hold identifiers of other registers and places on the earth, and of what. */
final class OutsideCells {

    /** What each cell is, in the engine. */
    static final String TYPE = "struct(kind varchar, hint varchar, field varchar, cell varchar, whose varchar)[]";

    /**
     * @param kind of the thing that it is said of
     * @param hint register of what does not say it; empty for any
     */
    private record Column(Field field, String kind, String hint) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(Field.PRODUCTION_IDS, "production", ""),
            new Column(Field.WORK_IDS, "work", ""),
            new Column(Field.WORK_ARK, "work", "ark"),
            new Column(Field.WORK_FRBNF, "work", "frbnf"),
            new Column(Field.WORK_WIKIDATA, "work", "wikidata"),
            new Column(Field.VENUE_IDS, "venue", ""),
            new Column(Field.VENUE_SIRET, "venue", "siret"),
            new Column(Field.VENUE_WIKIDATA, "venue", "wikidata"),
            new Column(Field.VENUE_OPENAGENDA, "venue", "openagenda"),
            new Column(Field.CONTRIBUTOR_IDS, "name", ""),
            new Column(Field.CONTRIBUTOR_ISNI, "name", "isni"),
            new Column(Field.CONTRIBUTOR_WIKIDATA, "name", "wikidata"),
            new Column(Field.CONTRIBUTOR_VIAF, "name", "viaf"),
            new Column(Field.CONTRIBUTOR_MUSICBRAINZ, "name", "musicbrainz"),
            new Column(Field.HOUSE_IDS, "house", ""));

    private OutsideCells() {}

    /** The cells of a row that are not empty, as a list. */
    static String column(Parse parse) {
        List<String> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            if (parse.has(column.field())) {
                cells.add(cell(column.kind(), column.hint(), column.field(), parse.text(column.field())));
            }
        }
        if (parse.has(Field.OUTSIDE_IDS)) {
            cells.add("{'kind': " + parse.text(Field.OUTSIDE_KIND) + ", 'hint': '', 'field': '"
                    + Field.OUTSIDE_IDS.key() + "', 'cell': " + parse.text(Field.OUTSIDE_IDS) + ", 'whose': "
                    + parse.text(Field.OUTSIDE_OF) + "}");
        }
        if (parse.has(Field.LATITUDE) || parse.has(Field.LONGITUDE)) {
            String north = parse.text(Field.LATITUDE);
            String east = parse.text(Field.LONGITUDE);
            cells.add(cell(
                    "venue",
                    FoundOutside.POSITION,
                    Field.LATITUDE,
                    "case when coalesce(" + north + ", " + east + ") is not null then coalesce(" + north
                            + ", '') || ';' || coalesce(" + east + ", '') end"));
        }
        return "cast("
                + (cells.isEmpty()
                        ? "[]"
                        : "list_filter([" + String.join(", ", cells) + "], lambda s: s.cell is not null)")
                + " as " + TYPE + ")";
    }

    private static String cell(String kind, String hint, Field field, String text) {
        return "{'kind': '" + kind + "', 'hint': '" + hint + "', 'field': '" + field.key() + "', 'cell': " + text
                + ", 'whose': null}";
    }
}
