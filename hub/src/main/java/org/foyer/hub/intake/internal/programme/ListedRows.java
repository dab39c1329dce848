package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.PlainText;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Rows;

/**
 * Writes what the programme of another tool says as rows of {@link #COLUMNS}, cleans every text of markup, and sends to the
 * quarantine what is longer than a programme takes. Rows and refused records are numbered together, from 1.
 */
final class ListedRows {

    static final String TEXTS = "texts";
    static final String HALL_WORDS = "hall_words";
    private static final String CAST_CHANGES = "cast_changes";
    private static final String OWN = "own_performance";

    static final List<String> COLUMNS = List.of(
            "performance_ref",
            "production_ref",
            "title",
            "day",
            "time",
            "hall_zone",
            "venue",
            "hall",
            "configuration",
            "hall_capacity",
            "hall_seats",
            "hall_wheelchair",
            HALL_WORDS,
            "street",
            "postcode",
            "city",
            "region",
            "country",
            "venue_url",
            "capacity",
            "state",
            "genre",
            "event_type",
            "producer",
            "description",
            "url",
            "work_ref",
            "work_title",
            "work_part",
            "work_type",
            "work_genre",
            "work_category",
            "contributor",
            "role",
            "instrument",
            "subtitle",
            "picture",
            "picture_credit",
            "picture_licence",
            "duration",
            "age_from",
            "age_to",
            "languages",
            "surtitles",
            "warnings",
            "accessibility",
            "audience",
            "history",
            "festival",
            "series",
            "revival_of",
            "attendance",
            "availability",
            "price_from",
            "price_to",
            "price_currency",
            TEXTS,
            CAST_CHANGES,
            "set_aside",
            OWN,
            "own_production",
            "season",
            "production_ids",
            "work_ids",
            "venue_ids",
            "contributor_ids",
            "contributor_kind",
            "contributor_form",
            "producer_form",
            "house_ids",
            "latitude",
            "longitude",
            "outside_kind",
            "outside_of",
            "outside_ids");

    /** Characters of a title, a name or a reference. */
    static final int WORDS_MAX = 500;

    /** Characters of a description. */
    static final int DESCRIPTION_MAX = 20_000;

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"'\\\\^`{|}]+");
    private static final int TITLE = COLUMNS.indexOf("title");
    private static final int DAY = COLUMNS.indexOf("day");
    private static final int OWN_AT = COLUMNS.indexOf(OWN);
    private static final int SHOWN_MAX = 200;
    private static final String DESCRIPTION = "description";

    private final String fileName;
    private final Rows rows;
    private final Map<String, Long> counted = new TreeMap<>();
    private String describedAs = "";
    private String description = "";
    private long number;
    private long written;

    ListedRows(String fileName, Rows rows) throws IOException {
        this.fileName = fileName;
        this.rows = rows;
        rows.columns(COLUMNS);
    }

    /** Rows written so far. */
    long written() {
        return written;
    }

    /**
     * Writes one row.
     *
     * @param values as the file has them, by column; what is absent is left empty
     */
    void write(Map<String, String> values) throws IOException {
        List<String> row = new ArrayList<>(COLUMNS.size());
        for (String column : COLUMNS) {
            String text = clean(column, values.getOrDefault(column, ""));
            if (text.length() > charactersMax(column)) {
                refuse("programme-text-too-long", column, text);
                return;
            }
            row.add(text);
        }
        if (row.get(TITLE).isEmpty() && row.get(0).isEmpty() && row.get(OWN_AT).isEmpty()) {
            refuse("title-missing", "title", row.get(DAY));
            return;
        }
        rows.row(++number, row);
        written++;
    }

    private static int charactersMax(String column) {
        return switch (column) {
            case DESCRIPTION, CAST_CHANGES -> DESCRIPTION_MAX;
            case TEXTS, HALL_WORDS -> Texts.CHARACTERS_MAX;
            default -> WORDS_MAX;
        };
    }

    private String clean(String column, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (column) {
            case DESCRIPTION -> description(value);
            case "url", "venue_url", "picture" -> web(value);
            case TEXTS, HALL_WORDS -> value;
            default -> PlainText.line(value);
        };
    }

    /** Rows of one date, one for each credit, have the same: it is cleaned once. */
    private String description(String value) {
        if (!value.equals(describedAs)) {
            describedAs = value;
            description = PlainText.lines(value);
        }
        return description;
    }

    /** Only addresses of the web are kept; a script in the place of one is none. */
    private String web(String value) {
        String url = value.strip();
        boolean kept = WEB.matcher(url).matches();
        if (!kept) {
            count("addresses-left-out");
        }
        return kept ? url : "";
    }

    /** Sends a record to the quarantine. */
    void refuse(String code, String column, String value) throws IOException {
        String shown = PlainText.line(value.length() > DESCRIPTION_MAX ? value.substring(0, DESCRIPTION_MAX) : value);
        Place place = new Place(
                fileName, ++number, column, shown.length() > SHOWN_MAX ? shown.substring(0, SHOWN_MAX) : shown);
        rows.problem(new Problem(code, Problem.Severity.QUARANTINES_ROW, place, List.of()));
    }

    /** Says that the file cannot be read. */
    void stop(String code, String... arguments) throws IOException {
        rows.problem(Problem.stops(code, Place.of(fileName), arguments));
    }

    /** Says that the file cannot be read from a line on. */
    void stopAt(String code, long line) throws IOException {
        rows.problem(Problem.stops(code, new Place(fileName, line, null, null)));
    }

    void warn(String code, String... arguments) throws IOException {
        rows.problem(Problem.warns(code, Place.of(fileName), arguments));
    }

    /** Counts what one sentence says at the end of the file. */
    void count(String code) {
        counted.merge(code, 1L, Long::sum);
    }

    /** Says what was counted. */
    void end() throws IOException {
        for (Map.Entry<String, Long> count : counted.entrySet()) {
            warn(count.getKey(), count.getValue().toString());
        }
    }
}
