package org.foyer.hub.insight.internal.customers;

import org.foyer.hub.insight.CustomerModelKind;

/** Turns visits into pasts. Several purchases of a day are one visit, as in the literature. */
final class VisitSums {

    /** A season begins in September; BG/BB counts seasons after the first in which a customer came. */
    private static final String SEASON = "year(day - interval 8 months)";

    private VisitSums() {}

    /** Makes {@code visit (row_of_file, id, day, amount, written)}. */
    static String typed(CustomerColumns columns) {
        String day = columns.sql("date", "null");
        String amount = columns.sql("amount", "'0'");
        return """
                create or replace table visit as select row_of_file, %1$s as id,
                  coalesce(try_cast(%2$s as timestamp)::date, try_strptime(%2$s, ['%%Y%%m%%d', '%%d/%%m/%%Y', '%%d.%%m.%%Y'])::date) as day,
                  try_cast(replace(%3$s, ',', '.') as double) as amount, concat_ws(', ', %2$s, %3$s) as written from given
                """.formatted(columns.sql("id", "null"), day, amount);
    }

    static String whole(CustomerModelKind kind) {
        return "create or replace table until as select max(day) as last_day, null::date as later from visit;\n"
                + pasts(kind);
    }

    static String earlier(CustomerModelKind kind) {
        String cut = kind == CustomerModelKind.BG_BB
                ? "make_date(max(" + SEASON + "), 8, 31)"
                : "min(day) + ((max(day) - min(day)) * 2 // 3)::integer";
        String length = kind == CustomerModelKind.BG_BB ? "1.0" : "(later - last_day) / 7.0";
        return "create or replace table until as select " + cut + " as last_day, max(day) as later from visit;\n"
                + "create or replace table later_part as select " + length + " as length from until;\n" + pasts(kind);
    }

    private static String pasts(CustomerModelKind kind) {
        return kind == CustomerModelKind.BG_BB ? seasons() : weeks();
    }

    private static String weeks() {
        return """
                create or replace table customer as
                with came as (select id, day, sum(amount) as amount from visit group by id, day),
                seen as (select came.*, min(day) over (partition by id) as first, u.last_day as until, u.later
                  from came, until u)
                select id, count(*) filter (where day > first and day <= until)::double as repeats,
                  coalesce(max(day) filter (where day <= until) - any_value(first), 0) / 7.0 as last_at,
                  (any_value(until) - any_value(first)) / 7.0 as length,
                  coalesce(avg(amount) filter (where day > first and day <= until), 0) as value, 1::bigint as customers,
                  count(*) filter (where day > until)::double as later,
                  count(*) filter (where day > until - (later - until)::integer and day <= until)::double as before,
                  avg(amount) filter (where day > until) as later_value
                from seen where first <= until group by id
                """;
    }

    private static String seasons() {
        return """
                create or replace table customer as
                with came as (select distinct id, %1$s as season, day > u.last_day as after from visit, until u),
                seen as (select came.*, min(season) over (partition by id) as first,
                  (select year(last_day - interval 8 months) from until) as until from came)
                select id, count(*) filter (where season > first and not after)::double as repeats,
                  coalesce(max(season) filter (where not after) - any_value(first), 0)::double as last_at,
                  (any_value(until) - any_value(first))::double as length, 0::double as value, 1::bigint as customers,
                  count(*) filter (where after)::double as later,
                  count(*) filter (where season = until)::double as before, null::double as later_value
                from seen where first <= until group by id having any_value(until) > any_value(first)
                """.formatted(SEASON);
    }
}
