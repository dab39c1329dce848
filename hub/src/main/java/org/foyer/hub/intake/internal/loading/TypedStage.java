package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.intake.internal.recipe.Field;

/** Rows of a small file with all their columns typed: programmes, words for codes, and what people decided of doubles. */
final class TypedStage {

    static final String TABLE = "programme_stage";

    private static final List<Field> TEXTS = List.of(
            Field.PERFORMANCE_REF,
            Field.PRODUCTION_REF,
            Field.TITLE,
            Field.VENUE,
            Field.HALL,
            Field.CONFIGURATION,
            Field.HALL_WORDS,
            Field.STREET,
            Field.POSTCODE,
            Field.CITY,
            Field.REGION,
            Field.COUNTRY,
            Field.VENUE_URL,
            Field.SEASON,
            Field.GENRE,
            Field.EVENT_TYPE,
            Field.PRODUCER,
            Field.DESCRIPTION,
            Field.URL,
            Field.SUBTITLE,
            Field.PICTURE,
            Field.PICTURE_CREDIT,
            Field.PICTURE_LICENCE,
            Field.LANGUAGES,
            Field.SURTITLES,
            Field.WARNINGS,
            Field.ACCESSIBILITY,
            Field.AUDIENCE,
            Field.HISTORY,
            Field.FESTIVAL,
            Field.SERIES,
            Field.REVIVAL_OF,
            Field.ATTENDANCE,
            Field.AVAILABILITY,
            Field.CAST_CHANGES,
            Field.TEXTS,
            Field.SET_ASIDE,
            Field.OWN_PERFORMANCE,
            Field.OWN_PRODUCTION,
            Field.WORK_REF,
            Field.WORK_TITLE,
            Field.WORK_PART,
            Field.CONTRIBUTOR,
            Field.CONTRIBUTOR_KIND,
            Field.CONTRIBUTOR_FORM,
            Field.PRODUCER_FORM,
            Field.WORK_TYPE,
            Field.WORK_GENRE,
            Field.WORK_CATEGORY,
            Field.ROLE,
            Field.INSTRUMENT,
            Field.WORKS,
            Field.PEOPLE,
            Field.THING_KIND,
            Field.THING,
            Field.KNOWN_AS,
            Field.VERDICT);

    private final Sql sql;
    private final FileTable file;
    private final Parse parse;
    private final Checks checks;
    private final String currency;
    private final int places;

    /** @param checks what its rows must be */
    TypedStage(Sql sql, FileTable file, Loading loading, BiFunction<Parse, Loading, Checks> checks) {
        this.sql = sql;
        this.file = file;
        this.currency = loading.currency();
        this.places = loading.places();
        this.parse = new Parse(file, loading);
        this.checks = checks.apply(parse, loading);
    }

    Parse parse() {
        return parse;
    }

    List<Check> checks() {
        return checks.all();
    }

    /** Makes {@code fetched}, {@code picked} and {@code judged (line, bits)}. */
    void judge() throws SQLException {
        sql.run("create or replace temp table fetched as select * from " + file.scan());
        sql.run("create or replace temp table picked as " + parse.from("fetched"));
        sql.run("create or replace temp table judged as select line, " + checks.bits() + " as bits from picked");
    }

    /** Performances whose prices are in another currency than the house's, and stay out. */
    long pricesOfAnotherCurrency() throws SQLException {
        String priced = Stream.of(Field.PRICES, Field.PRICE_FROM, Field.PRICE_TO)
                .map(field -> parse.text(field) + " is not null")
                .collect(Collectors.joining(" or "));
        return sql.number("select count(*) from picked where not (" + ownCurrency() + ") and (" + priced
                + ") and line in (select line from judged where bits = 0)");
    }

    private String ownCurrency() {
        return parse.has(Field.CURRENCY)
                ? "(t_currency is null or upper(t_currency) = " + CellSql.literal(currency) + ")"
                : "true";
    }

    /** A column for each end of a range, told apart or in one column; neither where the lower is above the higher. */
    private void between(
            Field from,
            Field to,
            Function<Field, String> apart,
            Field together,
            UnaryOperator<String> read,
            String condition,
            List<String> columns) {
        String lowest = parse.has(together)
                ? "coalesce(" + apart.apply(from) + ", " + read.apply("v_" + together.key() + ".lo") + ")"
                : apart.apply(from);
        String highest = parse.has(together)
                ? "coalesce(" + apart.apply(to) + ", " + read.apply("v_" + together.key() + ".hi") + ")"
                : apart.apply(to);
        boolean certain = parse.certain(together) || parse.certain(from) || parse.certain(to);
        String kept = condition + (certain ? " and not coalesce(" + lowest + " > " + highest + ", false)" : "");
        columns.add("case when " + kept + " then cast(" + lowest + " as varchar) end as " + from.key());
        columns.add("case when " + kept + " then cast(" + highest + " as varchar) end as " + to.key());
    }

    /** How many cells stay out because what they mean is not certain, by the code of the sentence. */
    Map<String, Long> leftOut() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Field field : Field.values()) {
            if (parse.certain(field)) {
                long cells = sql.number("select count(*) from picked where t_" + field.key() + " is not null and v_"
                        + field.key() + " is null and line in (select line from judged where bits = 0)");
                counts.merge(Certain.leftOut(field), cells, Long::sum);
            }
        }
        return counts;
    }

    /** Makes the table that the programme load takes. */
    void make() throws SQLException {
        List<String> columns = new ArrayList<>(List.of("cast(" + file.number() + " as smallint) as file", "line"));
        TEXTS.forEach(field -> columns.add(parse.meant(field) + " as " + field.key()));
        TextColumns.of(parse).forEach(field -> columns.add(parse.text(field) + " as " + field.key()));
        columns.add(parse.startLocal() + " as starts_at");
        columns.add(parse.startDay() + " as day");
        // empty where the source knows zones but not this one, null where it knows none
        columns.add(
                (parse.has(Field.HALL_ZONE) ? "coalesce(t_hall_zone, '')" : "cast(null as varchar)") + " as hall_zone");
        columns.add("cast(" + parse.count(Field.CAPACITY) + " as integer) as capacity");
        columns.add("cast(" + parse.count(Field.HELD) + " as integer) as held");
        for (Field count : List.of(Field.HALL_CAPACITY, Field.HALL_SEATS, Field.HALL_WHEELCHAIR)) {
            columns.add("cast(" + parse.count(count) + " as varchar) as " + count.key());
        }
        columns.add(parse.minor(Field.POTENTIAL) + " as potential");
        columns.add("cast(" + parse.count(Field.DURATION) + " as varchar) as duration");
        between(Field.AGE_FROM, Field.AGE_TO, parse::count, Field.AGES, part -> part, "true", columns);
        between(
                Field.PRICE_FROM,
                Field.PRICE_TO,
                parse::minor,
                Field.PRICES,
                part -> CellSql.minor(part, places),
                ownCurrency(),
                columns);
        columns.add(OutsideCells.column(parse) + " as outside");
        columns.add((parse.has(Field.STATE) ? "v_state" : "cast(null as varchar)") + " as state");
        columns.add("cast(" + parse.count(Field.ITEM_POSITION) + " as integer) as item_position");
        columns.add((parse.has(Field.INTERVAL) ? "v_interval" : "false") + " as \"interval\"");
        sql.run("create or replace temp table " + TABLE + " as select " + String.join(", ", columns)
                + " from picked where line in (select line from judged where bits = 0) order by line");
    }
}
