package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cube of order sizes tells on each day what the sale lines tell. */
class OrderCubeTest {

    private static final int RUNS = 4;
    private static final int DAYS = 6;

    /** How many orders of each size the lines show on a day, straight from the definition. */
    private static final String FROM_LINES = """
            select size, count(*) from (
              select sum(quantity)::integer as size from sale_line
              where day <= date '2025-01-01' + %d::integer and operation in ('sale', 'cancellation') and order_ref is not null
              group by performance, order_ref)
            where size > 0 group by size order by size
            """;

    private static final String FROM_CUBE = """
            select size, sum(orders) from order_cube where day <= date '2025-01-01' + %d::integer
            group by size having sum(orders) <> 0 order by size
            """;

    @TempDir
    Path folder;

    @Test
    void anOrderThatGrowsAndShrinksIsCountedOnceOnEachDay() {
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB")) {
            add(warehouse, 1, "(1, date '2025-01-01', 'sale', 1, 'A'), (1, date '2025-01-01', 'sale', 1, 'A')");
            add(warehouse, 2, "(1, date '2025-01-03', 'sale', 1, 'A'), (1, date '2025-01-03', 'sale', 1, 'B')");
            add(warehouse, 3, "(1, date '2025-01-02', 'cancellation', -1, 'A')");
            assertThat(query(warehouse, "select day, size, orders from order_cube order by day, size"))
                    .containsExactly(
                            "2025-01-01 2 1",
                            "2025-01-02 1 1",
                            "2025-01-02 2 -1",
                            "2025-01-03 2 1"); // A from one to two, B new with one: the ones cancel out
        }
    }

    @Property(tries = 8)
    void everyDayTellsWhatTheLinesTellHoweverTheyCame(@ForAll long seed) throws Exception {
        Path made = Files.createTempDirectory("order-cube-");
        Random random = new Random(seed);
        try (Warehouse warehouse = EmptyStores.warehouse(made.resolve("w.duckdb"), "1GB")) {
            for (int run = 1; run <= RUNS; run++) {
                add(warehouse, run, rows(random));
                asTheLines(warehouse);
            }
            warehouse.write(connection -> {
                Sql sql = new Sql(connection);
                sql.run("delete from sale_line where run = 2");
                sql.run("create temp table back as select distinct performance from sale_line");
                new Cubes(sql, 7, "Europe/Paris").recount("back");
                return true;
            });
            asTheLines(warehouse);
        }
    }

    private static void asTheLines(Warehouse warehouse) {
        for (int day = 0; day < DAYS; day++) {
            assertThat(query(warehouse, FROM_CUBE.formatted(day)))
                    .as("day %d", day)
                    .isEqualTo(query(warehouse, FROM_LINES.formatted(day)));
        }
    }

    private static String rows(Random random) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            boolean sold = random.nextInt(4) > 0;
            rows.append(i == 0 ? "" : ", ")
                    .append("(%d, date '2025-01-01' + %d, '%s', %d, %s)"
                            .formatted(
                                    random.nextInt(3),
                                    random.nextInt(DAYS),
                                    sold ? "sale" : "cancellation",
                                    sold ? 1 : -1,
                                    random.nextInt(9) == 0 ? "null" : "'" + random.nextInt(12) + "'"));
        }
        return rows.toString();
    }

    private static void add(Warehouse warehouse, int run, String rows) {
        warehouse.write(connection -> {
            Sql sql = new Sql(connection);
            sql.run("create temp table movement as select performance::bigint as performance, day, op::operation as op,"
                    + " quantity::tinyint as quantity, order_ref::varchar as order_ref from (values " + rows
                    + ") v (performance, day, op, quantity, order_ref)");
            new OrderCube(sql, 7).add("movement");
            sql.run(
                    "insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, order_ref,"
                            + " ticket, run, line) select 7, performance, day, day, day, op, quantity, 0, order_ref, 't', "
                            + run
                            + ", 1 from movement");
            return true;
        });
    }

    private static List<String> query(Warehouse warehouse, String sql) {
        return warehouse.read(connection -> new Sql(connection).list(OrderCubeTest::joined, sql));
    }

    private static String joined(java.sql.ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(i == 1 ? "" : " ").append(row.getString(i));
        }
        return text.toString();
    }
}
