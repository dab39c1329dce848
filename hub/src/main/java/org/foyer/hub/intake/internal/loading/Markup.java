package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Recipe;

/**
 * Takes markup out of what tables of programmes and sales say of shows, places and people on stage, as the readers of agendas and
 * ticketing tools do. A text without markup stays to the letter; references, addresses of pages and the house's own words
 * for tariffs, zones and channels are never touched.
 */
public final class Markup {

    private static final Set<Field> TEXTS = Collections.unmodifiableSet(EnumSet.of(
            Field.TITLE,
            Field.SUBTITLE,
            Field.DESCRIPTION,
            Field.TITLE_FR,
            Field.TITLE_EN,
            Field.TITLE_DE,
            Field.TITLE_NL,
            Field.DESCRIPTION_FR,
            Field.DESCRIPTION_EN,
            Field.DESCRIPTION_DE,
            Field.DESCRIPTION_NL,
            Field.VENUE,
            Field.HALL,
            Field.CONFIGURATION,
            Field.STREET,
            Field.CITY,
            Field.REGION,
            Field.SEASON,
            Field.FESTIVAL,
            Field.SERIES,
            Field.GENRE,
            Field.EVENT_TYPE,
            Field.PRODUCER,
            Field.PICTURE_CREDIT,
            Field.WARNINGS,
            Field.ACCESSIBILITY,
            Field.AUDIENCE,
            Field.WORK_TITLE,
            Field.WORK_PART,
            Field.CONTRIBUTOR,
            Field.ROLE,
            Field.INSTRUMENT));

    /** So many texts are in memory at once; a cell may be a megabyte. */
    private static final int HELD_MAX = 50;

    private Markup() {}

    private record Marked(String text, String field) {}

    /** Whether files of a recipe are tables, whose cells nobody has cleaned before. */
    static boolean isIn(Recipe recipe) {
        return recipe.shape().equals("table") || recipe.shape().equals("json");
    }

    /** A text of a field without markup; empty when nothing else was in it. A show keeps a title, whatever was in it. */
    public static String without(Field field, String text) {
        if (!TEXTS.contains(field) || !PlainText.mayBeMarked(text)) {
            return text;
        }
        String plain = field.key().startsWith(Field.DESCRIPTION.key()) ? PlainText.lines(text) : PlainText.line(text);
        return plain.isEmpty() && field == Field.TITLE
                ? text.replaceAll("[<>]+", " ").strip()
                : plain;
    }

    /**
     * Takes it out of a temporary table in which each field is a column of its name.
     *
     * @param parse of the file, which tells which fields it has
     * @param columns those that the table has
     */
    static void takeOut(Sql sql, String table, Parse parse, Set<Field> columns) throws SQLException {
        List<String> fields = TEXTS.stream()
                .filter(field -> columns.contains(field) && parse.has(field))
                .map(Field::key)
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        String texts = fields.stream()
                .map(field -> "{'text': " + field + ", 'field': '" + field + "'}")
                .collect(Collectors.joining(", ", "[", "]"));
        sql.run("create or replace temp table marked_text as select row_number() over () as n, text, field from ("
                + "select distinct t.text as text, t.field as field from (select unnest(" + texts + ") as t from "
                + table
                + ") where (contains(t.text, '<') or contains(t.text, '&')) and regexp_matches(t.text, "
                + CellSql.literal(PlainText.MARKED) + "))");
        long marked = sql.number("select count(*) from marked_text");
        if (marked == 0) {
            return;
        }
        sql.run("create or replace temp table plain_text (text varchar, field varchar, plain varchar)");
        for (long from = 0; from < marked; from += HELD_MAX) {
            keepPlain(sql, from);
        }
        for (String field : fields) {
            sql.run("update " + table + " set " + field + " = nullif(p.plain, '') from plain_text p where p.field = '"
                    + field + "' and p.text = " + table + "." + field);
        }
    }

    private static void keepPlain(Sql sql, long from) throws SQLException {
        List<Marked> marked = sql.list(
                row -> new Marked(row.getString(1), row.getString(2)),
                "select text, field from marked_text where n > ? and n <= ?",
                from,
                from + HELD_MAX);
        List<String> plain = new ArrayList<>();
        marked.forEach(one -> plain.add(without(Field.byKey(one.field()).orElseThrow(), one.text())));
        sql.change(
                "insert into plain_text select unnest(?), unnest(?), unnest(?)",
                sql.texts(marked.stream().map(Marked::text).toList()),
                sql.texts(marked.stream().map(Marked::field).toList()),
                sql.texts(plain));
    }
}
