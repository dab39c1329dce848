package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Puts movements and scans into the facts, in order of performance and time, and brings the cubes up to date. */
final class Facts {

    private final Sql sql;
    private final Loading loading;

    Facts(Sql sql, Loading loading) {
        this.sql = sql;
        this.loading = loading;
    }

    /** Inserts {@code movement}. Returns cancellations and releases for which no earlier sale is known. */
    long insert() throws SQLException {
        long ended = sql.number("select count(*) from movement where op in ('cancellation', 'release')");
        findOrigins();
        sql.run("insert into sale_line " + lines() + " order by performance, sold, ticket, operation");
        return ended - sql.number("select count(*) from origin");
    }

    /** The rows of sale_line that the movements become. */
    private String lines() {
        return """
                select %1$d as house, m.performance, m.sold, %2$s as day, coalesce(o.first_day, %2$s) as first_day,
                  m.op as operation, m.quantity, m.amount, m.vat, m.list_amount, m.fee, m.tariff, m.zone, m.channel,
                  m.person, m.order_ref, m.ticket, %3$d as run, m.line
                from movement m left join origin o on o.line = m.line and o.ticket = m.ticket and o.op = m.op""".formatted(
                        loading.houseNumber(),
                        "cast(timezone(" + CellSql.literal(loading.zone()) + ", timezone('UTC', m.sold)) as date)",
                        loading.run());
    }

    /** The day on which each ticket that ends was first sold, from this file or from the warehouse. */
    private void findOrigins() throws SQLException {
        sql.run("""
                create or replace temp table origin as
                with ended as (
                  select line, ticket, op, sold, cast(case when op = 'cancellation' then 'sale' else 'reservation' end as operation)
                    as began
                  from movement where op in ('cancellation', 'release')),
                begun as (
                  select ticket, op, sold, cast(timezone(%2$s, timezone('UTC', sold)) as date) as first_day
                  from movement where op in ('sale', 'reservation') and ticket in (select ticket from ended)
                  union all
                  select ticket, operation, sold, first_day from sale_line
                  where house = %1$d and operation in ('sale', 'reservation') and ticket in (select ticket from ended))
                select e.line, e.ticket, e.op, arg_max(b.first_day, b.sold) as first_day
                from ended e join begun b on b.ticket = e.ticket and b.op = e.began and b.sold <= e.sold
                group by e.line, e.ticket, e.op
                """.formatted(loading.houseNumber(), CellSql.literal(loading.zone())));
    }

    /** Inserts scans at the door that are not known yet, and makes {@code new_entry (line)}. */
    void insertEntries() throws SQLException {
        sql.run("""
                create or replace temp table new_entry as
                select k.performance, s.ticket, min(s.scanned) as scanned, min(s.line) as line
                from stage s join known_performance k on k.key = s.perf_h
                where s.bits = 0 and s.scanned is not null and s.op = 'sale' and not exists (
                  select 1 from entry e where e.house = %d and e.performance = k.performance and e.ticket = s.ticket)
                group by all
                """.formatted(loading.houseNumber()));
        sql.run("insert into entry select " + loading.houseNumber() + ", performance, ticket, scanned, " + loading.run()
                + " from new_entry order by performance, scanned, ticket");
    }

    /** Merges into the cubes {@code movement} and {@code new_entry}. */
    void mergeCubes() throws SQLException {
        Cubes cubes = new Cubes(sql, loading.houseNumber(), loading.zone());
        cubes.add("(" + lines() + ")");
        cubes.addEntries("new_entry");
    }
}
