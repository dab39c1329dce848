package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Sale lines that already are movements: those that the house does not know yet. */
final class Movements {

    /** The engine holds the side of a join that it probes for in memory; so that side must not grow with the file. */
    private static final long LINES_AT_ONCE = 2_000_000;

    /**
     * Columns are written out: into a table that began as an empty "create table as", the engine (DuckDB 2.0.0) inserts more
     * than 122,880 rows in the same transaction such that none of them can be read.
     */
    private static final String EMPTY = """
            create or replace temp table movement (
              line bigint, performance bigint, op operation, sold timestamp, quantity smallint, amount integer, vat integer,
              list_amount integer, fee integer, tariff bigint, zone bigint, channel bigint, person bigint, order_ref varchar,
              ticket varchar, said_of bigint, day date, first_day date)
            """;

    private Movements() {}

    /** Columns that both ways of making movements give. */
    static final String COLUMNS =
            "line, performance, op, sold, quantity, amount, vat, list_amount, fee, tariff, zone, channel,"
                    + " person, order_ref, ticket, said_of";

    /** Good rows with the ids of what they name. */
    static String resolved(String more) {
        return """
                select s.line, k.performance, s.op, s.sold, s.quantity, s.amount, s.vat, s.list_amount, s.fee,
                  t.id as tariff, z.id as zone, c.id as channel, p.person, s.order_ref, s.ticket, k.said_of%s
                from stage s
                join known_performance k on k.key = s.perf_h
                left join label_of t on t.field = 'tariff' and t.h = s.tariff_h
                left join label_of z on z.field = 'zone' and z.h = s.zone_h
                left join label_of c on c.field = 'channel' and c.h = s.channel_h
                left join person_of p on p.h = s.person_h
                where s.bits = 0""".formatted(more);
    }

    /** Makes {@code movement}; a line of several tickets becomes as many movements. */
    static void make(Sql sql, Loading loading) throws SQLException {
        boolean several = sql.number("select count(*) from stage where bits = 0 and quantity > 1") > 0;
        if (several) {
            sql.run("create or replace temp table one_by_one as select * replace (ticket || '/' || place as ticket,"
                    + " cast(1 as smallint) as quantity) from (select *, unnest(range(1, quantity + 1)) as place from stage"
                    + " where bits = 0 and quantity > 1)");
            sql.run("insert into stage select * exclude (place) from one_by_one");
            sql.run("delete from stage where bits = 0 and quantity > 1");
        }
        String fresh =
                resolved(", s.day, s.day as first_day") + " and not exists (select 1 from sale_line e where e.house = "
                        + loading.houseNumber() + " and e.ticket = s.ticket and e.operation = s.op and e.sold = s.sold"
                        + within(sql) + ")";
        String signed = "select * replace (case when op in ('cancellation', 'release') then -quantity"
                + " else quantity end as quantity) from (" + fresh;
        long last = sql.number("select coalesce(max(line), 0) from stage");
        if (last < LINES_AT_ONCE) {
            sql.run("create or replace temp table movement as " + signed + ")");
            return;
        }
        sql.run(EMPTY);
        for (long from = 0; from <= last; from += LINES_AT_ONCE) {
            sql.run("insert into movement " + signed + " and s.line >= " + from + " and s.line < "
                    + (from + LINES_AT_ONCE) + ")");
        }
    }

    /** Only what was sold in the time of the file can be the same; most files tell of a time of their own. */
    private static String within(Sql sql) throws SQLException {
        return sql
                .list(
                        row -> " and e.sold between timestamp '" + row.getString(1) + "' and timestamp '"
                                + row.getString(2) + "'",
                        "select min(sold), max(sold) from stage where bits = 0 having count(*) > 0")
                .stream()
                .findFirst()
                .orElse("");
    }

    /** The day of a movement, and of its sale as far as the movement itself tells. */
    static String days(Loading loading) {
        return "cast(timezone(" + CellSql.literal(loading.zone())
                + ", timezone('UTC', sold)) as date) as day, day as first_day";
    }

    /** Rows already known whose amount differs from what is known: facts do not change, so a person must look. */
    static long contradictions(Sql sql, Loading loading) throws SQLException {
        return sql.number("select count(*) from stage s join sale_line e on e.house = " + loading.houseNumber()
                + " and e.ticket = s.ticket and e.operation = s.op and e.sold = s.sold where s.bits = 0 and e.amount <> s.amount"
                + " and e.run <> " + loading.run());
    }

    /** Movements dated more than a day after their performance began. */
    static long soldAfterwards(Sql sql, Loading loading) throws SQLException {
        return sql.number("select count(*) from movement m join performance p on p.house = " + loading.houseNumber()
                + " and p.id = m.performance where m.op = 'sale' and m.sold > p.starts_at + interval 1 day");
    }
}
