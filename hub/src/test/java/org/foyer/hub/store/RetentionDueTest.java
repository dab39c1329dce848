package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.RetentionDue.Count;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose time is over, worked out by hand on a small warehouse. */
class RetentionDueTest {

    private static final HouseId HOUSE = new HouseId(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    private static final Map<Integer, LocalDate> RUN_DAYS =
            Map.of(1, LocalDate.of(2019, 9, 1), 2, LocalDate.of(2023, 11, 14), 3, LocalDate.of(2026, 1, 5));

    @TempDir
    Path folder;

    private final Map<Long, LocalDate> said = new HashMap<>();
    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB");
        run("""
                insert into performance (house, id, production, day, state, run) values
                  (1, 10, 1, date '2023-12-24', 'scheduled', 1), (1, 11, 1, date '2026-11-20', 'scheduled', 1),
                  (2, 10, 1, date '2030-01-01', 'scheduled', 1)
                """);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private void run(String sql) {
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private void person(int person, int run) {
        run("insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line)"
                + " values (1, %1$d, ''::blob, false, 0, %2$d, 1)".formatted(person, run));
    }

    private void line(int house, int person, int performance, String day, String operation, int quantity) {
        run("""
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket,
                  run, line)
                values (%d, %d, timestamp '%4$s', date '%4$s', date '%4$s', '%5$s', %6$d, 1000, %3$d, 't', 1, 1)
                """.formatted(house, performance, person, day, operation, quantity));
    }

    private RetentionDue.Days days() {
        return new RetentionDue.Days(RUN_DAYS, said);
    }

    private Count buyers(int months) {
        return warehouse.read(connection -> RetentionDue.buyers(connection, HOUSE, TODAY, months, days()));
    }

    private List<Long> selected(int months) {
        return warehouse.write(connection -> {
            List<Long> people = new ArrayList<>();
            assertThat(RetentionDue.selectBuyers(connection, HOUSE, TODAY, months, days()))
                    .isNotNegative();
            read(connection, people);
            return people;
        });
    }

    private static void read(java.sql.Connection connection, List<Long> people) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select person from person_due order by person")) {
            while (row.next()) {
                people.add(row.getLong(1));
            }
        }
    }

    @Test
    void exactlyThirtySixMonthsAreTheLastDayAndOneDayMoreIsDue() {
        person(1, 1);
        line(1, 1, 10, "2023-11-15", "sale", 1);
        person(2, 1);
        line(1, 2, 10, "2023-11-14", "sale", 1);
        person(3, 1);
        line(1, 3, 10, "2019-10-01", "sale", 1);
        line(1, 3, 10, "2026-03-01", "sale", 1);
        assertThat(buyers(36)).isEqualTo(new Count(3, 1, LocalDate.of(2026, 11, 16), 1));
        assertThat(selected(36)).containsExactly(2L);
    }

    @Test
    void whoNeverOrderedCountsFromTheImport() {
        person(1, 2);
        person(2, 3);
        person(3, 99); // of an import that the register does not know
        assertThat(buyers(36)).isEqualTo(new Count(2, 1, LocalDate.of(2029, 1, 6), 1));
        assertThat(selected(36)).containsExactly(1L);
    }

    @Test
    void aRefundIsNoOrderAReservationIs() {
        person(1, 1);
        line(1, 1, 10, "2023-01-10", "sale", 1);
        line(1, 1, 10, "2023-12-20", "cancellation", -1);
        person(2, 1);
        line(1, 2, 10, "2023-01-10", "sale", 1);
        line(1, 2, 10, "2025-12-20", "reservation", 1);
        assertThat(selected(36)).containsExactly(1L);
    }

    @Test
    void whoHoldsATicketIsKeptUntilThePerformanceIsOver() {
        person(1, 1);
        line(1, 1, 11, "2026-02-01", "sale", 1);
        person(2, 1);
        line(1, 2, 11, "2026-02-01", "sale", 1);
        line(1, 2, 11, "2026-02-02", "cancellation", -1);
        assertThat(buyers(1)).isEqualTo(new Count(2, 1, LocalDate.of(2026, 11, 21), 1));
        assertThat(selected(1)).containsExactly(2L);
    }

    @Test
    void whatThePersonSaidCountsLikeAnOrderWhenItIsLater() {
        person(1, 1);
        line(1, 1, 10, "2020-01-10", "sale", 1);
        said.put(1L, LocalDate.of(2023, 11, 15)); // 36 months end today
        person(2, 1);
        line(1, 2, 10, "2020-01-10", "sale", 1);
        said.put(2L, LocalDate.of(2023, 11, 14));
        person(3, 1);
        line(1, 3, 10, "2026-03-01", "sale", 1); // due on 2 March 2029, whatever was said before
        said.put(3L, LocalDate.of(2020, 1, 1));
        person(4, 1); // never ordered, came with an import of 2019
        said.put(4L, LocalDate.of(2024, 2, 29));
        person(5, 99); // of an import that the register does not know
        said.put(5L, LocalDate.of(2019, 5, 5));
        said.put(6L, LocalDate.of(2026, 1, 1)); // nobody of this house any more
        assertThat(buyers(36)).isEqualTo(new Count(5, 2, LocalDate.of(2026, 11, 16), 1));
        assertThat(selected(36)).containsExactly(2L, 5L);
        said.remove(1L);
        assertThat(buyers(36)).isEqualTo(new Count(5, 3, LocalDate.of(2027, 3, 1), 1));
    }

    @Test
    void anotherHousesOrdersAndPeopleAreItsOwn() {
        person(1, 1);
        line(1, 1, 10, "2020-01-10", "sale", 1);
        line(2, 1, 10, "2026-11-01", "sale", 1);
        run("insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line)"
                + " values (2, 5, ''::blob, false, 0, 1, 1)");
        assertThat(buyers(36)).isEqualTo(new Count(1, 1, null, 0));
    }

    @Test
    void theLastDayOfAMonthStandsForADayItDoesNotHave() {
        person(1, 1);
        line(1, 1, 10, "2026-08-31", "sale", 1); // three months end on 30 November
        assertThat(buyers(3)).isEqualTo(new Count(1, 0, LocalDate.of(2026, 12, 1), 1));
    }

    @Test
    void rowsOfTheQuarantineCountFromTheirImport() {
        run("""
                insert into personal.quarantine (house, run, file, line, code, sealed)
                select *, ''::blob from (values
                  (1, 2, 1, 5, 'x'), (1, 2, 1, 5, 'y'), (1, 2, 1, 9, 'x'), (1, 3, 1, 2, 'x'), (2, 2, 1, 5, 'x'))
                """);
        assertThat(warehouse.<Count>read(connection -> RetentionDue.quarantine(connection, HOUSE, TODAY, 12, RUN_DAYS)))
                .isEqualTo(new Count(3, 2, LocalDate.of(2027, 1, 6), 1));
        assertThat(warehouse.<Count>read(
                        connection -> RetentionDue.quarantine(connection, new HouseId(3), TODAY, 12, Map.of())))
                .isEqualTo(new Count(0, 0, null, 0));
    }
}
