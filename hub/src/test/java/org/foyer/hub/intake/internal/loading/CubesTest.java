package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily cube tells in each cell what its sale lines tell. */
class CubesTest {

    @TempDir
    Path folder;

    @Test
    void aCellIsTheNetOfItsMovements() {
        // two sales (one free, one below list and known) and a cancellation of a listed ticket in one cell;
        // a reservation without a tariff in a cell of its own; another house's line in none
        List<String> cells = cells("""
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, vat, list_amount, fee,
                  tariff, zone, channel, person, order_ref, ticket, run, line) values
                (1, 5, '2025-01-02 10:00', '2025-01-02', '2025-01-02', 'sale', 1, 2000, 100, 2500, 50, 1, 1, 1, 9, 'a', 't1', 1, 1),
                (1, 5, '2025-01-02 10:00', '2025-01-02', '2025-01-02', 'sale', 1, 0, null, null, null, 1, 1, 1, null, 'a', 't2', 1, 2),
                (1, 5, '2025-01-02 11:00', '2025-01-02', '2025-01-02', 'cancellation', -1, -2500, -125, -2500, 0, 1, 1, 1, 9, 'a', 't3', 1, 3),
                (1, 5, '2025-01-02 11:00', '2025-01-02', '2025-01-02', 'reservation', 1, 2500, 125, 2500, 0, null, 1, 1, 9, 'b', 't4', 1, 4),
                (2, 5, '2025-01-02 11:00', '2025-01-02', '2025-01-02', 'sale', 1, 2500, 125, 2500, 0, 1, 1, 1, 9, 'c', 't5', 1, 5)
                """);
        assertThat(cells)
                .containsExactly(
                        "tariff=1 tickets=1 free=1 reserved=0 below=1 listed=0 known=0 amount=-500 vat=-25 list=0 fee=50 lines=3",
                        "tariff=null tickets=0 free=0 reserved=1 below=0 listed=0 known=0 amount=0 vat=0 list=0 fee=0 lines=1");
    }

    private List<String> cells(String lines) {
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "256MB")) {
            return warehouse.write(connection -> {
                List<String> cells = new ArrayList<>();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(lines);
                    statement.execute("create temp table counted as select 5 as performance");
                    new Cubes(new Sql(connection), 1, "Europe/Paris").recount("counted");
                    ResultSet row = statement.executeQuery("""
                            select printf('tariff=%s tickets=%d free=%d reserved=%d below=%d listed=%d known=%d amount=%d vat=%d list=%d fee=%d lines=%d',
                              coalesce(tariff::varchar, 'null'), tickets, free_tickets, reserved, below_list, listed,
                              known_buyer, amount, vat, list_amount, fee, lines)
                            from daily_cube order by tariff nulls last""");
                    while (row.next()) {
                        cells.add(row.getString(1));
                    }
                }
                return cells;
            });
        }
    }
}
