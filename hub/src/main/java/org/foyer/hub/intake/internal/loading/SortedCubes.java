package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Brings the cubes back into order of house, performance and day. Each run adds its rows at the end, where after many nights
 * every page looks through rows of all houses.
 */
public final class SortedCubes {

    private static final Map<String, String> ORDER = Map.of(
            "daily_cube", "house, performance, day, first_day, tariff, zone, channel",
            "order_cube", "house, performance, day, size",
            "entry_cube", "house, performance, day");

    private SortedCubes() {}

    /** Sorts them all. Cells stay what they were. */
    public static void sort(Connection transaction) throws SQLException {
        Sql sql = new Sql(transaction);
        for (Map.Entry<String, String> cube : ORDER.entrySet()) {
            sql.run("create or replace temp table sorted_cube as select * from " + cube.getKey() + " order by "
                    + cube.getValue());
            long cells = sql.number("select count(*) from sorted_cube");
            sql.run("delete from " + cube.getKey());
            if (sql.change("insert into " + cube.getKey() + " select * from sorted_cube") != cells) {
                throw new IllegalStateException("cells lost while sorting " + cube.getKey());
            }
            sql.run("drop table sorted_cube");
        }
    }
}
