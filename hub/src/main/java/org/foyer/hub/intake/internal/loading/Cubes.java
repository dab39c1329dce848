package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Tickets and amounts by day: the sums of the facts, so that pages need not read them. */
public final class Cubes {

    private static final String SOLD = "operation in ('sale', 'cancellation')";

    private static final String CELLS = """
            select %3$d as house, performance, day, first_day, tariff, zone, channel,
              coalesce(sum(quantity) filter (where %1$s), 0) as tickets,
              coalesce(sum(quantity) filter (where %1$s and amount = 0), 0) as free_tickets,
              coalesce(sum(quantity) filter (where operation in ('reservation', 'release')), 0) as reserved,
              coalesce(sum(quantity) filter (where %1$s and abs(amount) < abs(list_amount)), 0)
                as below_list,
              coalesce(sum(quantity) filter (where %1$s and list_amount is not null), 0)
                as listed,
              coalesce(sum(quantity) filter (where %1$s and person is not null), 0)
                as known_buyer,
              coalesce(sum(amount) filter (where %1$s), 0) as amount, coalesce(sum(vat) filter (where %1$s), 0) as vat,
              coalesce(sum(list_amount) filter (where %1$s), 0) as list_amount, coalesce(sum(fee) filter (where %1$s), 0) as fee, count(*) as lines
            from %2$s
            group by all
            """;

    private final Sql sql;
    private final int house;
    private final String zone;

    /** @param zone IANA name of the house's zone */
    public Cubes(Sql sql, int house, String zone) {
        this.sql = sql;
        this.house = house;
        this.zone = zone;
    }

    /** @param movements table of new movements; fixed text of this package */
    void add(String movements) throws SQLException {
        boolean reserves =
                sql.number("select count(*) from " + movements + " where op in ('reservation', 'release')") > 0;
        // a condition that holds for all rows would be judged for each of them, eleven times
        String cells =
                CELLS.formatted(reserves ? SOLD : "true", "(select *, op as operation from " + movements + ")", house);
        sql.run("create or replace temp table cell as " + cells);
        long known = sql.number("select count(*) from daily_cube where house = " + house
                + " and performance in (select performance from cell)");
        if (known > 0) {
            merge();
        } else {
            sql.run("insert into daily_cube select * from cell order by performance, day");
        }
    }

    private void merge() throws SQLException {
        sql.run("""
                merge into daily_cube c using cell n
                on c.house = %d and c.performance = n.performance and c.day = n.day and c.first_day = n.first_day
                  and c.tariff is not distinct from n.tariff and c.zone is not distinct from n.zone
                  and c.channel is not distinct from n.channel
                when matched then update set tickets = c.tickets + n.tickets, free_tickets = c.free_tickets + n.free_tickets,
                  reserved = c.reserved + n.reserved, below_list = c.below_list + n.below_list, listed = c.listed + n.listed,
                  known_buyer = c.known_buyer + n.known_buyer, amount = c.amount + n.amount, vat = c.vat + n.vat,
                  list_amount = c.list_amount + n.list_amount, fee = c.fee + n.fee, lines = c.lines + n.lines
                when not matched then insert values (n.house, n.performance, n.day, n.first_day, n.tariff, n.zone, n.channel,
                  n.tickets, n.free_tickets, n.reserved, n.below_list, n.listed, n.known_buyer, n.amount, n.vat,
                  n.list_amount, n.fee, n.lines)
                """.formatted(house));
    }

    /** @param entries table with {@code performance, scanned} of new entries */
    void addEntries(String entries) throws SQLException {
        sql.run("create or replace temp table entry_cell as " + entryCells(entries));
        sql.run("""
                merge into entry_cube c using entry_cell n
                on c.house = %d and c.performance = n.performance and c.day = n.day
                when matched then update set scanned = c.scanned + n.scanned
                when not matched then insert values (n.house, n.performance, n.day, n.scanned)
                """.formatted(house));
    }

    private String entryCells(String entries) {
        return "select " + house + " as house, performance, cast(timezone(" + CellSql.literal(zone)
                + ", timezone('UTC', scanned)) - interval 5 hour as date) as day, count(*) as scanned from " + entries
                + " group by all";
    }

    /** Computes the cells of performances again from the facts, after lines were taken back. */
    public void recount(String performances) throws SQLException {
        String touched = "house = " + house + " and performance in (select performance from " + performances + ")";
        sql.run("delete from daily_cube where " + touched);
        sql.run("insert into daily_cube " + CELLS.formatted(SOLD, "sale_line where " + touched, house)
                + " order by performance, day");
        new OrderCube(sql, house).recount(performances);
        sql.run("delete from entry_cube where " + touched);
        sql.run("insert into entry_cube " + entryCells("entry where " + touched));
    }
}
