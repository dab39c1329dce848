package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tidying changes where cells lie, and nothing else. More cells than the engine keeps in one group. */
class SortedCubesTest {

    private static final String SUM =
            "select count(*), sum(hash(house, performance, day, tariff, tickets, amount)) from daily_cube";

    @TempDir
    Path folder;

    @Test
    void cellsStayAndLieInOrder() {
        Path file = folder.resolve("warehouse.duckdb");
        String before;
        try (Warehouse warehouse = EmptyStores.warehouse(file, "512MB")) {
            warehouse.write(connection -> {
                new Sql(connection).run("""
                        insert into daily_cube select i %% 7 + 1, hash(i) %% 500, date '2025-01-01' + cast(i %% 300 as integer),
                          date '2025-01-01', null, null, null, i %% 9, 0, 0, 0, 0, 0, i, 0, 0, 0, 1 from range(300000) t(i)
                        """.replace("%%", "%"));
                new Sql(connection)
                        .run("insert into order_cube values (2, 1, '2025-01-01', 2, 1), (1, 1, '2025-01-01', 2, 1)");
                return true;
            });
            before = one(warehouse, SUM);
            warehouse.write(connection -> {
                SortedCubes.sort(connection);
                return true;
            });
        }
        try (Warehouse again = EmptyStores.warehouse(file, "512MB")) {
            assertThat(one(again, SUM)).isEqualTo(before).startsWith("300000|");
            assertThat(one(
                            again,
                            "select count(*), 0 from (select house, lag(house) over (order by rowid) as last_house,"
                                    + " performance, lag(performance) over (order by rowid) as last from daily_cube)"
                                    + " where house < last_house or (house = last_house and performance < last)"))
                    .isEqualTo("0|0");
            assertThat(one(again, "select string_agg(house, ',' order by rowid), count(*) from order_cube"))
                    .isEqualTo("1,2|2");
        }
    }

    private static String one(Warehouse warehouse, String sql) {
        return warehouse
                .read(connection -> new Sql(connection).list(row -> row.getString(1) + "|" + row.getString(2), sql))
                .get(0);
    }
}
