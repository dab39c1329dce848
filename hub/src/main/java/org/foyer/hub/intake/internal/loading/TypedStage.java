package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
            Field.ATTENDANCE,
            Field.AVAILABILITY,
            Field.TEXTS,
            Field.SET_ASIDE,
            Field.OWN_PERFORMANCE,
            Field.OWN_PRODUCTION,
            Field.WORK_REF,
            Field.WORK_TITLE,
            Field.WORK_PART,
            Field.CONTRIBUTOR,
            Field.ROLE,
            Field.INSTRUMENT,
            Field.THING_KIND,
            Field.THING,
            Field.KNOWN_AS,
            Field.VERDICT);

    private final Sql sql;
    private final FileTable file;
    private final Parse parse;
    private final Checks checks;
    private final String currency;

    /** @param checks what its rows must be */
    TypedStage(Sql sql, FileTable file, Loading loading, BiFunction<Parse, Loading, Checks> checks) {
        this.sql = sql;
        this.file = file;
        this.currency = loading.currency();
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
        return sql.number("select count(*) from picked where not (" + ownCurrency()
                + ") and line in (select line from judged where bits = 0)");
    }

    private String ownCurrency() {
        return parse.has(Field.CURRENCY)
                ? "(t_currency is null or upper(t_currency) = " + CellSql.literal(currency) + ")"
                : "true";
    }

    /** Makes the table that the programme load takes. */
    void make() throws SQLException {
        List<String> columns = new ArrayList<>(List.of("cast(" + file.number() + " as smallint) as file", "line"));
        TEXTS.forEach(field -> columns.add(parse.text(field) + " as " + field.key()));
        columns.add(parse.startLocal() + " as starts_at");
        columns.add(parse.startDay() + " as day");
        // empty where the source knows zones but not this one, null where it knows none
        columns.add(
                (parse.has(Field.HALL_ZONE) ? "coalesce(t_hall_zone, '')" : "cast(null as varchar)") + " as hall_zone");
        columns.add("cast(" + parse.count(Field.CAPACITY) + " as integer) as capacity");
        columns.add("cast(" + parse.count(Field.HELD) + " as integer) as held");
        columns.add(parse.minor(Field.POTENTIAL) + " as potential");
        for (Field count : List.of(Field.DURATION, Field.AGE_FROM, Field.AGE_TO)) {
            columns.add("cast(" + parse.count(count) + " as varchar) as " + count.key());
        }
        for (Field price : List.of(Field.PRICE_FROM, Field.PRICE_TO)) {
            columns.add("case when " + ownCurrency() + " then cast(" + parse.minor(price) + " as varchar) end as "
                    + price.key());
        }
        columns.add(OutsideCells.column(parse) + " as outside");
        columns.add((parse.has(Field.STATE) ? "v_state" : "cast(null as varchar)") + " as state");
        columns.add("cast(" + parse.count(Field.ITEM_POSITION) + " as integer) as item_position");
        columns.add((parse.has(Field.INTERVAL) ? "v_interval" : "false") + " as \"interval\"");
        sql.run("create or replace temp table " + TABLE + " as select " + String.join(", ", columns)
                + " from picked where line in (select line from judged where bits = 0) order by line");
    }
}
