package org.foyer.bench;

import java.util.List;
import org.foyer.hub.store.Warehouse;

/** Many small runs in the order in which nights bring them: a few lines of every house in each block of the tables. */
final class Nights {

    static final int NIGHTS = (int) Sizes.number("FOYER_BENCH_NIGHTS", 100);
    static final int LINES_A_NIGHT = 50;

    private Nights() {}

    /** Appends lines like those that are there, by one transaction a night; sums of figures rise by a few per cent. */
    static void pass(Warehouse warehouse, long lines, int houses) {
        long one = Math.max(1, lines / ((long) NIGHTS * LINES_A_NIGHT * houses));
        for (String table : List.of("sale_line", "daily_cube", "order_cube")) {
            append(warehouse, table, one);
        }
    }

    private static void append(Warehouse warehouse, String table, long one) {
        run(
                warehouse,
                "create table bench_night as select *, hash(rowid, 1) %% %d as night from %s where hash(rowid) %% %d = 0"
                        .formatted(NIGHTS, table, one));
        for (int night = 0; night < NIGHTS; night++) {
            run(
                    warehouse,
                    "insert into %s select * exclude (night) from bench_night where night = %d"
                            .formatted(table, night));
        }
        run(warehouse, "drop table bench_night");
    }

    private static void run(Warehouse warehouse, String sql) {
        warehouse.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
