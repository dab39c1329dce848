package org.foyer.hub.insight.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.intake.internal.loading.Cubes;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** A warehouse for tests: each house gets its rows from small tables, and cubes by the very SQL that loading uses. */
final class BoxOffice implements AutoCloseable {

    /** One performance a season from 2020 to 2023, three in 2024, and one that was cancelled; of productions 1 to 3. */
    static final String SIX_SEASONS = """
                20 | 1 | 2021-01-10T20:00 | scheduled | 100 | - | -
                21 | 1 | 2022-01-10T20:00 | scheduled | 100 | - | -
                22 | 2 | 2023-01-10T20:00 | scheduled | 100 | - | -
                23 | 1 | 2024-01-10T20:00 | scheduled | 100 | - | -
                24 | 2 | 2025-01-10T20:00 | scheduled | 100 | - | -
                25 | 3 | 2025-01-20T20:00 | scheduled | 100 | - | -
                26 | 1 | 2025-05-20T20:00 | scheduled | 100 | - | -
                29 | 1 | 2025-01-30T20:00 | cancelled | 100 | - | -
                """;

    final Warehouse warehouse;
    final Register register;
    private final AtomicInteger lastHouse = new AtomicInteger();

    BoxOffice(Path folder) {
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB");
        register = EmptyStores.register(folder.resolve("register.db"));
    }

    /** A house that nobody used before, so that tests share one warehouse and disturb each other not at all. */
    House house() {
        return new House(new HouseId(lastHouse.incrementAndGet()), "EUR");
    }

    House house(String currency) {
        return new House(new HouseId(lastHouse.incrementAndGet()), currency);
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /** Rows of one house, told as tables whose columns are parted by bars and where - is null. */
    final class House {

        final HouseId id;
        private final String currency;

        private House(HouseId id, String currency) {
            this.id = id;
            this.currency = currency;
        }

        CubeFigures figures() {
            return new CubeFigures(warehouse, register, new AnyHouse(Currency.getInstance(currency)));
        }

        /** id | title | genre. */
        House productions(String table) {
            return insert(
                    "insert into production (house, id, title, genre, run) values (?, ?::bigint, ?, ?, 1)", table);
        }

        /** id | production | starts (local) | state | capacity | held | potential. */
        House performances(String table) {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row : rows(table)) {
                LocalDateTime starts = LocalDateTime.parse(row.get(2));
                List<String> full = new ArrayList<>(row);
                full.add(3, starts.minusHours(5).toLocalDate().toString());
                rows.add(full);
            }
            return insertRows("""
                    insert into performance
                      (house, id, production, starts_local, day, state, capacity, held, potential, run)
                    values (?, ?::bigint, ?::bigint, ?::timestamp, ?::date, ?, ?::integer, ?::integer, ?::bigint, 1)
                    """, rows);
        }

        /** field | id | label | kind. */
        House labels(String table) {
            return insert(
                    "insert into label (house, field, id, label, kind, run) values (?, ?, ?::bigint, ?, ?, 1)", table);
        }

        /** performance | day | first day | operation | amount | list | tariff | zone | channel | person | order | ticket. */
        House lines(String table) {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row : rows(table)) {
                List<String> full = new ArrayList<>(row);
                boolean gives = row.get(3).equals("sale") || row.get(3).equals("reservation");
                full.set(2, row.get(2).equals("-") ? row.get(1) : row.get(2));
                full.add(4, gives ? "1" : "-1");
                rows.add(full);
            }
            return insertRows("""
                    insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount,
                      list_amount, tariff, zone, channel, person, order_ref, ticket, run, line)
                    select h, p::bigint, d::date + interval 12 hour, d::date, f::date, o::operation, q::tinyint, a::integer,
                      l::integer, t::bigint, z::bigint, c::bigint, b::bigint, r, k, 1, 1
                    from (values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) v (h, p, d, f, o, q, a, l, t, z, c, b, r, k)
                    """, rows);
        }

        /** performance | ticket | scanned (UTC). */
        House entries(String table) {
            return insert(
                    "insert into entry (house, performance, ticket, scanned, run) values (?, ?::bigint, ?, ?::timestamp, 1)",
                    table);
        }

        /** buyers | with email | with postcode | with birth year | same email. */
        House contacts(String table) {
            return insert(
                    "insert into contact_quality values (?, ?::integer, ?::integer, ?::integer, ?::integer, ?::integer)",
                    table);
        }

        /** Makes the cubes from the lines. */
        House counted() {
            return write(connection -> {
                Sql sql = new Sql(connection);
                sql.run(
                        "create or replace temp table counted as select id as performance from performance where house = "
                                + id.value());
                new Cubes(sql, id.value(), "Europe/Paris").recount("counted");
            });
        }

        /** Any statement with the house as its only parameter. */
        House change(String sql) {
            return write(connection -> run(connection, sql));
        }

        private void run(Connection connection, String sql) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, id.value());
                statement.execute();
            }
        }

        private House insert(String sql, String table) {
            return insertRows(sql, rows(table));
        }

        private House insertRows(String sql, List<List<String>> rows) {
            return write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    for (List<String> row : rows) {
                        insert.setInt(1, id.value());
                        for (int column = 0; column < row.size(); column++) {
                            String cell = row.get(column);
                            insert.setString(column + 2, cell.equals("-") ? null : cell);
                        }
                        insert.execute();
                    }
                }
            });
        }

        private House write(Step step) {
            warehouse.write(connection -> {
                step.on(connection);
                return true;
            });
            return this;
        }
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> java.util.Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
