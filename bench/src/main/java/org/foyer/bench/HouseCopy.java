package org.foyer.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Copies everything the warehouse holds of a house to another one, with ids of its own, inside the engine. */
final class HouseCopy {

    private static final Set<String> IDS =
            Set.of("id", "performance", "production", "venue", "work", "tariff", "zone", "channel");
    private static final Set<String> RUNS = Set.of("run", "by_run");

    /** Runs of copies begin here, so that those of the real intake never meet them. */
    private static final long RUNS_FROM = 1_000_000;

    private HouseCopy() {}

    static void copy(Warehouse warehouse, HouseId from, HouseId to) {
        warehouse.write(connection -> {
            Map<String, List<String>> tables = tables(connection);
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                    statement.execute("insert into " + table.getKey() + " select "
                            + String.join(", ", cells(table.getValue(), to)) + " from " + table.getKey()
                            + " where house = " + from.value());
                }
            }
            return true;
        });
    }

    /** Tables with rows of houses and their columns; marks of runs stay with the real ones. */
    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        String sql = """
                select schema_name || '.' || table_name as name, column_name, data_type
                from duckdb_columns()
                where table_oid in (select table_oid from duckdb_columns() where column_name = 'house')
                  and table_oid in (select table_oid from duckdb_tables() where not temporary)
                  and table_name <> 'run_mark'
                order by name, column_index
                """;
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString(1), made -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return tables;
    }

    private static List<String> cells(List<String> columns, HouseId to) {
        long runs = RUNS_FROM + to.value() * 1000L;
        return columns.stream()
                .map(column -> switch (column) {
                    case "house" -> Integer.toString(to.value());
                    default ->
                        IDS.contains(column)
                                ? column + " + " + runs * 1_000_000L
                                : RUNS.contains(column) ? column + " + " + runs : column;
                })
                .toList();
    }
}
