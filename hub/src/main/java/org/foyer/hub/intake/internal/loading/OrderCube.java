package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * How many orders hold how many tickets of a performance, as signed changes by day: on the day on which an order grows from
 * two tickets to three there is one order of two less and one of three more.
 */
final class OrderCube {

    /** From {@code performance, order_ref, day, quantity}, one row for each day of an order. */
    private static final String CHANGES = """
            select performance, day, unnest([size, size - quantity]) as size, unnest([1, -1]) as orders
            from (
              select performance, day, quantity,
                sum(quantity) over (partition by performance, order_ref order by day)::integer as size
              from %s)
            """;

    private final Sql sql;
    private final int house;

    OrderCube(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * Adds movements that are not among the sale lines yet.
     *
     * @param movements fixed text of this package
     */
    void add(String movements) throws SQLException {
        long days = sql.change("create or replace temp table order_moved as " + days("op", movements, ""));
        if (days == 0) {
            return;
        }
        long known = sql.change("create or replace temp table order_known as "
                + days(
                        "operation",
                        "sale_line",
                        " and house = " + house + " and (performance, order_ref) in"
                                + " (select (performance, order_ref) from order_moved)"));
        String after = known == 0
                ? CHANGES.formatted("order_moved")
                : CHANGES.formatted("(select performance, order_ref, day, sum(quantity)::integer as quantity from"
                                + " (select * from order_known union all select * from order_moved) group by all)")
                        + " union all select performance, day, size, -orders from ("
                        + CHANGES.formatted("order_known") + ")";
        sql.run("create or replace temp table order_change as " + summed(after));
        sql.run("""
                merge into order_cube c using order_change n
                on c.house = %d and c.performance = n.performance and c.day = n.day and c.size = n.size
                when matched and c.orders + n.orders = 0 then delete
                when matched then update set orders = c.orders + n.orders
                when not matched then insert values (n.house, n.performance, n.day, n.size, n.orders)
                """.formatted(house));
    }

    /** Computes the changes of performances again from the sale lines. */
    void recount(String performances) throws SQLException {
        String touched = "house = " + house + " and performance in (select performance from " + performances + ")";
        sql.run("delete from order_cube where " + touched);
        sql.run("insert into order_cube "
                + summed(CHANGES.formatted("(" + days("operation", "sale_line", " and " + touched) + ")"))
                + " order by performance, day, size");
    }

    private static String days(String operation, String lines, String more) {
        return "select performance, order_ref, day, sum(quantity)::integer as quantity from " + lines + " where "
                + operation + " in ('sale', 'cancellation') and order_ref is not null" + more + " group by all";
    }

    private String summed(String changes) {
        return "select " + house + " as house, performance, day, size, sum(orders)::integer as orders from (" + changes
                + ") where size > 0 group by all having sum(orders) <> 0";
    }
}
