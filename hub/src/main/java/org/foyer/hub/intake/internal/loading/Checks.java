package org.foyer.hub.intake.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.internal.recipe.Field;

/** The checks of one file; each has its place in a set of bits, so that all problems of a row come out at once. */
final class Checks {

    /** Years between which a sale can have been made. */
    private static final int SALE_YEAR_MIN = 1980;

    /** Years between which a performance can lie; orchestras give the programmes of two centuries. */
    private static final int PERFORMANCE_YEAR_MIN = 1700;

    private static final int YEAR_MAX = 2100;
    private static final int QUANTITY_MAX = 1_000;
    private static final long AMOUNT_MAX = 20_000_000;
    private static final long CAPACITY_MAX = 1_000_000;

    /** Ten days: the longest festival marathons stay below it. */
    private static final long MINUTES_MAX = 14_400;

    private static final long AGE_MAX = 120;

    private final Parse parse;
    private final Loading loading;
    private final List<Check> all = new ArrayList<>();

    private Checks(Parse parse, Loading loading) {
        this.parse = parse;
        this.loading = loading;
    }

    /** Checks of sale lines, in either of their two kinds. */
    static Checks ofSales(Parse parse, Loading loading, boolean presentState) {
        Checks checks = new Checks(parse, loading);
        checks.missing(Field.TICKET, "ticket-missing");
        checks.sold();
        checks.performance(SALE_YEAR_MIN);
        checks.amounts();
        if (presentState) {
            checks.all.add(Check.of("state", "v_state is null", "state-unknown"));
        } else {
            checks.operation();
        }
        return checks;
    }

    /** Checks of programme rows. */
    static Checks ofProgramme(Parse parse, Loading loading) {
        Checks checks = new Checks(parse, loading);
        checks.performance(PERFORMANCE_YEAR_MIN);
        checks.described();
        checks.amount(Field.POTENTIAL);
        checks.known(Field.STATE, "state-unknown");
        checks.count(Field.ITEM_POSITION, 100_000);
        checks.count(Field.DURATION, MINUTES_MAX);
        checks.count(Field.AGE_FROM, AGE_MAX);
        checks.count(Field.AGE_TO, AGE_MAX);
        checks.amount(Field.PRICE_FROM);
        checks.amount(Field.PRICE_TO);
        checks.own();
        return checks;
    }

    /** Checks of rows of a file that is no sales. */
    static BiFunction<Parse, Loading, Checks> ofSmall(Holds holds) {
        return switch (holds) {
            case DOUBLES -> Checks::ofDoubles;
            case HOUSE -> Checks::ofHouse;
            case HALLS -> Checks::ofHalls;
            default -> Checks::ofProgramme;
        };
    }

    /** Checks of what was typed of the house itself. */
    static Checks ofHouse(Parse parse, Loading loading) {
        Checks checks = new Checks(parse, loading);
        checks.missing(Field.HOUSE_IDS, "identifiers-missing");
        return checks;
    }

    /** Checks of rows of halls. */
    static Checks ofHalls(Parse parse, Loading loading) {
        Checks checks = new Checks(parse, loading);
        checks.missing(Field.VENUE, "venue-missing");
        checks.missing(Field.HALL, "hall-missing");
        return checks;
    }

    /** Checks of rows that give words to codes. */
    static Checks ofWords(Parse parse, Loading loading) {
        Checks checks = new Checks(parse, loading);
        checks.missing(Field.CODE, "code-missing");
        checks.missing(Field.WORD, "word-missing");
        return checks;
    }

    /** Checks of rows that say of two things whether they are one. */
    static Checks ofDoubles(Parse parse, Loading loading) {
        Checks checks = new Checks(parse, loading);
        checks.oneOf(
                Field.THING_KIND,
                "performance",
                "production",
                "venue",
                "work",
                "person",
                "tour",
                "revival",
                "festival",
                "series");
        checks.oneOf(Field.VERDICT, "same", "apart");
        for (Field thing : List.of(Field.THING, Field.KNOWN_AS)) {
            checks.all.add(Check.of(
                    thing.key(), "try_cast(" + parse.text(thing) + " as bigint) is null", "identifier-unreadable"));
        }
        return checks;
    }

    private void oneOf(Field field, String... words) {
        all.add(Check.of(
                field.key(),
                "coalesce(" + parse.text(field) + ", '') not in ('" + String.join("', '", words) + "')",
                "decision-unreadable"));
    }

    List<Check> all() {
        return all;
    }

    /** Set of bits over the inner select, −n where the n-th rule of the recipe leaves the row out. */
    String bits() {
        StringBuilder sql = new StringBuilder("case when skipped > 0 then -skipped else cast(0 as bigint)");
        for (int i = 0; i < all.size(); i++) {
            sql.append("\n  | case when ")
                    .append(all.get(i).condition())
                    .append(" then ")
                    .append(1L << i)
                    .append(" else 0 end");
        }
        return sql.append(" end").toString();
    }

    private void missing(Field field, String code) {
        all.add(Check.of(field.key(), parse.text(field) + " is null", code));
    }

    private void sold() {
        Field field = parse.soldField();
        moment(field, SALE_YEAR_MIN, true);
        if (parse.has(Field.SOLD_TIME)) {
            time(Field.SOLD_TIME);
        }
        if (parse.has(Field.CANCELLED_AT)) {
            moment(Field.CANCELLED_AT, SALE_YEAR_MIN, false);
        }
        if (parse.has(Field.SCANNED_AT)) {
            moment(Field.SCANNED_AT, SALE_YEAR_MIN, false);
        }
    }

    private void performance(int yearMin) {
        if (!parse.has(Field.PERFORMANCE_REF) || parse.has(Field.TITLE)) {
            String otherwise = parse.has(Field.PERFORMANCE_REF)
                    ? " and t_performance_ref is null"
                    : parse.has(Field.OWN_PERFORMANCE) ? " and t_own_performance is null" : "";
            all.add(Check.of("title", parse.text(Field.TITLE) + " is null" + otherwise, "title-missing"));
        } else {
            missing(Field.PERFORMANCE_REF, "performance-missing");
        }
        Field start = parse.startField();
        if (start != null) {
            if (!parse.has(Field.PERFORMANCE_REF) && !parse.has(Field.OWN_PERFORMANCE)) {
                all.add(Check.of(start.key(), parse.withoutStart(), "date-missing"));
            }
            moment(start, yearMin, false);
        }
        if (parse.has(Field.TIME)) {
            time(Field.TIME);
        }
        count(Field.CAPACITY, CAPACITY_MAX);
        count(Field.HELD, CAPACITY_MAX);
    }

    /** A reference alone is enough where what it means is known: from another row, an earlier file, or the show's own. */
    private void described() {
        Field start = parse.startField();
        if (!parse.has(Field.PERFORMANCE_REF) || !parse.has(Field.TITLE) || start == null) {
            return;
        }
        String known = "t_performance_ref in (" + references("performance")
                + " union all select t_performance_ref from picked where t_performance_ref is not null and not ("
                + parse.withoutStart() + ") and t_title is not null)";
        String show = parse.has(Field.PRODUCTION_REF)
                ? " and (t_production_ref is null or not (t_production_ref in (" + references("production") + ")))"
                : "";
        all.add(Check.of(
                "title",
                "t_title is null and t_performance_ref is not null" + show + " and not (" + known + ")",
                "show-unknown"));
        all.add(Check.of(
                start.key(),
                parse.withoutStart() + " and t_performance_ref is not null and not (" + known + ")",
                "date-missing"));
        if (parse.has(Field.TIME) && !parse.localForm(start)) {
            String zone = parse.has(Field.HALL_ZONE) ? " and t_hall_zone = 'house'" : "";
            all.add(Check.of(Field.TIME.key(), parse.missingStart(PERFORMANCE_YEAR_MIN, YEAR_MAX) + zone, "dst-gap"));
        }
    }

    /** By which sources call what is known. */
    private String references(String kind) {
        return "select source_ref from any_" + kind + " where house = " + loading.houseNumber()
                + " and source_ref is not null union all select ref from further_reference where house = "
                + loading.houseNumber() + " and kind = '" + kind + "'";
    }

    /** What was typed here names a performance of ours, or gives a title and a day to a new one. */
    private void own() {
        Field start = parse.startField();
        if (parse.has(Field.OWN_PERFORMANCE) && parse.has(Field.TITLE) && start != null) {
            String fresh =
                    "not regexp_full_match(t_own_performance, '[0-9]+') and t_own_performance not in (select ref from"
                            + " own_thing where house = " + loading.houseNumber() + " and kind = 'performance')";
            all.add(Check.of("title", "t_title is null and " + fresh, "title-missing"));
            all.add(Check.of(start.key(), parse.text(start) + " is null and " + fresh, "date-missing"));
            if (parse.has(Field.TIME)) {
                all.add(Check.of(Field.TIME.key(), parse.missingStart(PERFORMANCE_YEAR_MIN, YEAR_MAX), "dst-gap"));
            }
        }
    }

    private void moment(Field field, int yearMin, boolean required) {
        String text = parse.text(field);
        String value = "v_" + field.key();
        if (required) {
            missing(field, "date-missing");
        }
        all.add(new Check(
                field.key(),
                text + " is not null and " + value + " is null",
                "case when regexp_matches(" + text
                        + ", '^\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{1,4}([T ,hà]|$)') then 'date-impossible'"
                        + " else 'date-unreadable' end"));
        all.add(Check.of(
                field.key(),
                value + " is not null and not (year(" + value + ") between " + yearMin + " and " + YEAR_MAX + ")",
                "date-out-of-range"));
        if (parse.localForm(field)) {
            all.add(Check.of(field.key(), parse.missingHour(field, yearMin, YEAR_MAX), "dst-gap"));
        }
    }

    private void time(Field field) {
        all.add(Check.of(
                field.key(), parse.text(field) + " is not null and v_" + field.key() + " is null", "time-unreadable"));
    }

    private void amounts() {
        missing(Field.AMOUNT, "amount-missing");
        amount(Field.AMOUNT);
        amount(Field.VAT);
        amount(Field.LIST_AMOUNT);
        amount(Field.FEE);
        if (parse.has(Field.VAT_RATE)) {
            all.add(Check.of(
                    "vat_rate",
                    "t_vat_rate is not null and (v_vat_rate is null or not (v_vat_rate between 0 and 100))",
                    "vat-rate-unreadable"));
        }
        if (parse.has(Field.CURRENCY)) {
            String own = CellSql.literal(loading.currency());
            String sign = CellSql.literal(
                    java.util.Currency.getInstance(loading.currency()).getSymbol(Locale.FRANCE));
            all.add(Check.of("currency", "upper(t_currency) not in (" + own + ", " + sign + ")", "currency-differs"));
        }
        if (parse.has(Field.QUANTITY)) {
            all.add(Check.of(
                    "quantity",
                    "t_quantity is not null and (v_quantity is null or v_quantity = 0 or abs(v_quantity) > "
                            + QUANTITY_MAX + ")",
                    "quantity-unreadable"));
        }
    }

    private void amount(Field field) {
        if (!parse.has(field) || parse.certain(field)) {
            return;
        }
        String value = "v_" + field.key();
        long most = field == Field.POTENTIAL ? AMOUNT_MAX * 1_000 : AMOUNT_MAX;
        all.add(Check.of(
                field.key(),
                parse.text(field) + " is not null and " + parse.minor(field) + " is null",
                "amount-unreadable"));
        all.add(Check.of(field.key(), "abs(" + value + ") > " + most, "amount-out-of-range"));
    }

    private void operation() {
        if (!parse.has(Field.OPERATION)) {
            return;
        }
        all.add(Check.of("operation", "t_operation is not null and v_operation is null", "operation-unknown"));
        all.add(Check.of("amount", "v_operation in ('sale', 'reservation') and v_amount < 0", "amount-negative"));
        if (parse.has(Field.QUANTITY)) {
            all.add(Check.of(
                    "quantity", "v_operation in ('sale', 'reservation') and v_quantity < 0", "quantity-negative"));
        }
    }

    private void known(Field field, String code) {
        if (parse.has(field)) {
            all.add(Check.of(field.key(), "t_" + field.key() + " is not null and v_" + field.key() + " is null", code));
        }
    }

    private void count(Field field, long most) {
        if (!parse.has(field) || parse.certain(field)) {
            return;
        }
        String value = "v_" + field.key();
        all.add(Check.of(
                field.key(), parse.text(field) + " is not null and " + value + " is null", "number-unreadable"));
        all.add(Check.of(field.key(), value + " < 0", "capacity-negative"));
        all.add(Check.of(field.key(), value + " > " + most, "number-out-of-range"));
    }
}
