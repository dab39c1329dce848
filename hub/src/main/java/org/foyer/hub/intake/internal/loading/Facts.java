package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Puts movements and scans into the facts, in order of performance and time, and brings the cubes up to date. */
final class Facts {

    private final Sql sql;
    private final Loading loading;
    private long entries;

    Facts(Sql sql, Loading loading) {
        this.sql = sql;
        this.loading = loading;
    }

    /** Inserts {@code movement}. Returns cancellations and releases for which no earlier sale is known. */
    long insert() throws SQLException {
        long ended = sql.number("select count(*) from movement where op in ('cancellation', 'release')");
        long found = ended == 0 ? 0 : findOrigins();
        new OrderCube(sql, loading.houseNumber()).add("movement");
        long movements = sql.number("select count(*) from movement");
        long inserted = sql.change("""
                insert into sale_line
                select %d, performance, sold, day, first_day, op, quantity, amount, vat, list_amount, fee, tariff, zone,
                  channel, person, order_ref, ticket, %d, line, said_of
                from movement order by performance, sold, line, ticket, op
                """.formatted(loading.houseNumber(), loading.run()));
        if (inserted != movements) {
            throw new IllegalStateException("movements lost on their way: " + (movements - inserted));
        }
        return ended - found;
    }

    /**
     * Gives each ticket that ends the day on which it was first sold, from this file or from the warehouse. Returns for
     * how many that is known.
     */
    private long findOrigins() throws SQLException {
        sql.run("""
                create or replace temp table origin as
                with ended as (
                  select line, ticket, op, sold, cast(case when op = 'cancellation' then 'sale' else 'reservation' end as operation)
                    as began
                  from movement where op in ('cancellation', 'release')),
                begun as (
                  select ticket, op, sold, first_day
                  from movement where op in ('sale', 'reservation') and ticket in (select ticket from ended)
                  union all
                  select ticket, operation, sold, first_day from sale_line
                  where house = %1$d and operation in ('sale', 'reservation') and ticket in (select ticket from ended))
                select e.line, e.ticket, e.op, arg_max(b.first_day, b.sold) as first_day
                from ended e join begun b on b.ticket = e.ticket and b.op = e.began and b.sold <= e.sold
                group by e.line, e.ticket, e.op
                """.formatted(loading.houseNumber()));
        return sql.change("update movement set first_day = o.first_day from origin o"
                + " where o.line = movement.line and o.ticket = movement.ticket and o.op = movement.op");
    }

    /** Inserts scans at the door that are not known yet, and makes {@code new_entry (line)}. */
    void insertEntries() throws SQLException {
        entries = sql.change("""
                create or replace temp table new_entry as
                select k.performance, s.ticket, min(s.scanned) as scanned, min(s.line) as line, k.said_of
                from stage s join known_performance k on k.key = s.perf_h
                where s.bits = 0 and s.scanned is not null and s.op = 'sale' and not exists (
                  select 1 from entry e where e.house = %d and e.performance = k.performance and e.ticket = s.ticket)
                group by all
                """.formatted(loading.houseNumber()));
        if (entries > 0) {
            sql.run("insert into entry select " + loading.houseNumber() + ", performance, ticket, scanned, "
                    + loading.run() + ", said_of from new_entry order by performance, scanned, ticket");
        }
    }

    /** Merges into the cubes {@code movement} and {@code new_entry}. */
    void mergeCubes() throws SQLException {
        Cubes cubes = new Cubes(sql, loading.houseNumber(), loading.zone());
        cubes.add("movement");
        if (entries > 0) {
            cubes.addEntries("new_entry");
        }
    }
}
