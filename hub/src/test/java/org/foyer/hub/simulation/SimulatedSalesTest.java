package org.foyer.hub.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.foyer.hub.simulation.SalesTable.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the simulated sales against the published ranges and against themselves, over the houses with CSV files. */
class SimulatedSalesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    static Path folder;

    private static SimulatedNetwork network;
    /** Sale lines of each house, those of an overlapping export once. */
    private static final Map<SimulatedHouse, List<Row>> SALES = new LinkedHashMap<>();

    private static final Map<SimulatedHouse, Map<String, Seats>> SEATS = new HashMap<>();

    private record Seats(int sellable, boolean cancelled) {}

    @BeforeAll
    static void simulate() throws IOException {
        network = Simulator.simulate(
                new SimulationPlan(12, 200_000, 2026, TODAY, 4, folder.resolve("network")), SimulationProgress.NONE);
        for (SimulatedHouse house : network.houses()) {
            if (!house.tool().equals("xlsx") && !house.tool().equals("pretix")) {
                SALES.put(house, allSales(house));
                SEATS.put(house, seats(house));
            }
        }
    }

    private static List<Row> allSales(SimulatedHouse house) throws IOException {
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (SimulatedFile file : movements(house)) {
            for (Row row : table(house, file).rows()) {
                if (seen.add(row.ticket() + row.operation() + row.sold())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<SimulatedFile> movements(SimulatedHouse house) {
        return house.files().stream()
                .filter(file -> file.kind() == SimulatedFile.Kind.MOVEMENTS)
                .toList();
    }

    private static SalesTable table(SimulatedHouse house, SimulatedFile file) throws IOException {
        return SalesTable.read(network(file.path()), house.tool());
    }

    private static Path network(String path) {
        return folder.resolve("network").resolve(path);
    }

    private static Map<String, Seats> seats(SimulatedHouse house) throws IOException {
        Map<String, Seats> seats = new HashMap<>();
        List<String> lines = SalesTable.lines(network(house.files().get(0).path()), house.tool());
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = SalesTable.cells(line, house.tool());
            int sellable = Integer.parseInt(cells.get(12)) - Integer.parseInt(cells.get(13));
            seats.put(cells.get(0), new Seats(sellable, cells.get(16).matches("Annulée|Cancelled")));
        }
        return seats;
    }

    @Test
    void eachFileHoldsTheLinesAndSpoiltLinesThatTheNetworkTells() throws IOException {
        long dirty = 0;
        long lines = 0;
        for (SimulatedHouse house : SALES.keySet()) {
            for (SimulatedFile file : movements(house)) {
                SalesTable table = table(house, file);
                assertThat(table.rows().size() + table.broken()).as(file.path()).isEqualTo(file.lines());
                assertThat(table.broken()).as(file.path()).isEqualTo(file.dirty());
                assertThat(tickets(table.rows())).as(file.path()).isEqualTo(file.tickets());
                assertThat(table.rows().stream().mapToLong(Row::amount).sum()).isEqualTo(file.amount());
                dirty += file.dirty();
                lines += file.lines();
            }
        }
        assertThat((double) dirty / lines).isBetween(0.0003, 0.001);
    }

    @Test
    void theTotalsOfAHouseCountEachMovementOnce() {
        SALES.forEach((house, rows) -> {
            assertThat(tickets(rows)).as(house.slug()).isEqualTo(house.tickets());
            assertThat(rows.stream().mapToLong(Row::amount).sum()).isEqualTo(house.amount());
        });
    }

    private static long tickets(Collection<Row> rows) {
        return rows.stream()
                .mapToLong(row -> row.operation() == 'S' ? 1 : row.operation() == 'C' ? -1 : 0)
                .sum();
    }

    @Test
    void theNightlyExportRepeatsSomeLinesAndBringsNewOnes() throws IOException {
        SimulatedHouse house = network.houses().get(0);
        List<SimulatedFile> files = movements(house);
        Set<String> before = new HashSet<>();
        table(house, files.get(files.size() - 2)).rows().forEach(row -> before.add(row.ticket() + row.operation()));
        List<Row> nightly = table(house, files.get(files.size() - 1)).rows();
        long repeated = nightly.stream()
                .filter(row -> before.contains(row.ticket() + row.operation()))
                .count();
        assertThat(repeated).isPositive().isLessThan(nightly.size());
    }

    @Test
    void aCancellationTakesBackAnEarlierSaleAtItsPrice() {
        SALES.forEach((house, rows) -> {
            Map<String, Row> sold = new HashMap<>();
            rows.stream().filter(row -> row.operation() == 'S').forEach(row -> {
                assertThat(sold.put(row.ticket(), row)).as("ticket sold twice").isNull();
                assertThat(row.sold()).isBefore(row.start());
            });
            List<Row> cancelled =
                    rows.stream().filter(row -> row.operation() == 'C').toList();
            assertThat(cancelled).as(house.slug()).isNotEmpty().allSatisfy(row -> {
                Row sale = sold.get(row.ticket());
                assertThat(sale.sold()).isBefore(row.sold());
                assertThat(sale.amount()).isEqualTo(-row.amount());
            });
        });
    }

    @Test
    void aReservationThatEndsBeganBefore() {
        SALES.forEach((house, rows) -> {
            Map<String, LocalDateTime> reserved = new HashMap<>();
            rows.stream().filter(row -> row.operation() == 'R').forEach(row -> reserved.put(row.ticket(), row.sold()));
            assertThat(rows.stream().filter(row -> row.operation() == 'L'))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(reserved.get(row.ticket())).isBefore(row.sold()));
        });
    }

    @Test
    void noNightEverHoldsMoreThanItsSeatsExceptStanding() {
        Predicate<Row> seated = row -> !row.zone().equals("Places debout");
        SALES.forEach((house, rows) -> byNight(rows.stream().filter(seated).toList())
                .forEach((ref, night) -> {
                    List<Row> inOrder = new ArrayList<>(night);
                    inOrder.sort(java.util.Comparator.comparing(Row::sold)
                            .thenComparing(row -> row.operation() == 'C' ? 0 : 1));
                    int held = 0;
                    for (Row row : inOrder) {
                        held += row.operation() == 'S' ? 1 : row.operation() == 'C' ? -1 : 0;
                        assertThat(held)
                                .as(house.slug() + " " + ref)
                                .isLessThanOrEqualTo(SEATS.get(house).get(ref).sellable());
                    }
                }));
    }

    private static Map<String, List<Row>> byNight(Collection<Row> rows) {
        Map<String, List<Row>> nights = new HashMap<>();
        rows.forEach(row -> nights.computeIfAbsent(row.performance(), ref -> new ArrayList<>())
                .add(row));
        return nights;
    }

    @Test
    void housesAreFilledFromAHalfToNineteenTwentieths() {
        SALES.forEach((house, rows) -> {
            long sold = 0;
            long seats = 0;
            for (Map.Entry<String, List<Row>> night : byNight(past(rows)).entrySet()) {
                if (!SEATS.get(house).get(night.getKey()).cancelled()) {
                    sold += tickets(night.getValue());
                    seats += SEATS.get(house).get(night.getKey()).sellable();
                }
            }
            assertThat((double) sold / seats).as(house.slug()).isBetween(0.5, 0.95);
        });
    }

    @Test
    void someNightsAreSoldOutSomeWeakSomeCancelledAndSomeAfterMidnight() {
        List<Double> rates = new ArrayList<>();
        long cancelled = 0;
        long midnight = 0;
        for (Map.Entry<SimulatedHouse, List<Row>> house : SALES.entrySet()) {
            for (Map.Entry<String, List<Row>> night :
                    byNight(past(house.getValue())).entrySet()) {
                Seats seats = SEATS.get(house.getKey()).get(night.getKey());
                cancelled += seats.cancelled() ? 1 : 0;
                midnight += night.getValue().get(0).start().getHour() == 0 ? 1 : 0;
                if (seats.cancelled()) {
                    assertThat(tickets(night.getValue())).isZero();
                } else {
                    rates.add((double) tickets(night.getValue()) / seats.sellable());
                }
            }
        }
        assertThat(rates).anyMatch(rate -> rate >= 0.995).anyMatch(rate -> rate < 0.4);
        assertThat(cancelled).isPositive();
        assertThat(midnight).isPositive();
    }

    @Test
    void aThirdIsBoughtMoreThanSevenWeeksAheadAndAQuarterInTheLastWeek() {
        long early = 0;
        long late = 0;
        long all = 0;
        for (List<Row> rows : SALES.values()) {
            for (Row row : past(surviving(rows))) {
                long days = ChronoUnit.DAYS.between(
                        row.sold().toLocalDate(), row.start().toLocalDate());
                early += days > 49 ? 1 : 0;
                late += days <= 7 ? 1 : 0;
                all++;
            }
        }
        assertThat((double) early / all).isBetween(0.28, 0.39);
        assertThat((double) late / all).isBetween(0.23, 0.33);
    }

    private static List<Row> surviving(List<Row> rows) {
        Set<String> cancelled = new HashSet<>();
        rows.stream().filter(row -> row.operation() == 'C').forEach(row -> cancelled.add(row.ticket()));
        return rows.stream()
                .filter(row -> row.operation() == 'S' && !cancelled.contains(row.ticket()))
                .toList();
    }

    private static List<Row> past(Collection<Row> rows) {
        LocalDateTime now = TODAY.atTime(6, 0);
        return rows.stream().filter(row -> row.start().isBefore(now)).toList();
    }

    @Test
    void ticketsThatNobodyUsesAreFew() {
        long scanned = 0;
        long valid = 0;
        for (List<Row> rows : SALES.values()) {
            for (List<Row> night : byNight(past(surviving(rows))).values()) {
                long used = night.stream().filter(Row::scanned).count();
                if (used * 2 >= night.size()) {
                    scanned += used;
                    valid += night.size();
                }
            }
        }
        assertThat(1 - (double) scanned / valid).isBetween(0.03, 0.12);
    }

    @Test
    void newBuyersComeBackAsSeldomAsPublishedAndKnownOnesAsOften() {
        Returns newcomers = new Returns();
        Returns known = new Returns();
        Returns subscribers = new Returns();
        for (List<Row> rows : SALES.values()) {
            List<Set<String>> single = buyers(rows, row -> !isSubscription(row));
            List<Set<String>> subscribing = buyers(rows, SimulatedSalesTest::isSubscription);
            for (String buyer : single.get(1)) {
                if (!subscribing.get(1).contains(buyer)) {
                    boolean before =
                            single.get(0).contains(buyer) || subscribing.get(0).contains(buyer);
                    boolean after =
                            single.get(2).contains(buyer) || subscribing.get(2).contains(buyer);
                    (before ? known : newcomers).count(after);
                }
            }
            subscribing
                    .get(1)
                    .forEach(buyer -> subscribers.count(subscribing.get(2).contains(buyer)));
        }
        assertThat(newcomers.lost())
                .as("TRG: 75 % of new single buyers are lost")
                .isBetween(0.70, 0.80);
        assertThat(known.lost()).as("TRG: 35 % of known single buyers are lost").isBetween(0.28, 0.45);
        assertThat(subscribers.lost()).as("TRG: 14 % of subscribers are lost").isBetween(0.08, 0.25);
    }

    private static boolean isSubscription(Row row) {
        return row.tariff().equals("Abonnement") || row.tariff().equals("Subscription");
    }

    private static List<Set<String>> buyers(List<Row> rows, Predicate<Row> which) {
        List<Set<String>> buyers = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Row row : rows) {
            LocalDate day = row.start().toLocalDate();
            int season = day.getYear() - (day.getMonthValue() < 9 ? 1 : 0) - 2023;
            if (season < 3 && row.operation() == 'S' && !row.buyer().isEmpty() && which.test(row)) {
                buyers.get(season).add(row.buyer());
            }
        }
        return buyers;
    }

    private static final class Returns {
        private int all;
        private int lost;

        void count(boolean cameBack) {
            all++;
            lost += cameBack ? 0 : 1;
        }

        double lost() {
            return (double) lost / all;
        }
    }

    @Test
    void theTruthKnowsEachBuyerOfEachHouse() throws IOException {
        Map<String, Set<String>> truth = new HashMap<>();
        Map<String, Set<String>> housesOfPerson = new HashMap<>();
        List<String> lines = Files.readAllLines(network("truth/persons.csv"));
        assertThat(lines.get(0)).isEqualTo("house,buyer_ref,person,household,kind");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            assertThat(truth.computeIfAbsent(cells[0], slug -> new HashSet<>()).add(cells[1]))
                    .isTrue();
            housesOfPerson.computeIfAbsent(cells[2], person -> new HashSet<>()).add(cells[0]);
        }
        SALES.forEach((house, rows) -> assertThat(truth.get(house.slug()))
                .containsAll(rows.stream()
                        .map(Row::buyer)
                        .filter(buyer -> !buyer.isEmpty())
                        .toList()));
        double shared = housesOfPerson.values().stream()
                        .filter(houses -> houses.size() > 1)
                        .count()
                / (double) housesOfPerson.size();
        assertThat(shared).as("people who buy in several houses").isBetween(0.04, 0.2);
    }

    @Test
    void theTotalsFileAgreesWithTheSalesButForOnePerformance() throws IOException {
        SimulatedHouse house = network.houses().get(0);
        SimulatedFile totals = house.files().stream()
                .filter(file -> file.kind() == SimulatedFile.Kind.TOTALS)
                .findFirst()
                .orElseThrow();
        Map<String, List<Row>> nights = byNight(SALES.get(house));
        List<String> lines = SalesTable.lines(network(totals.path()), house.tool());
        int differing = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = SalesTable.cells(line, house.tool());
            List<Row> night = nights.getOrDefault(cells.get(0), List.of());
            boolean same = tickets(night) == Long.parseLong(cells.get(3))
                    && night.stream().mapToLong(Row::amount).sum() == SalesTable.money(cells.get(4));
            differing += same ? 0 : 1;
        }
        assertThat(differing).isEqualTo(1);
    }

    @Test
    void productionsTourBetweenHouses() {
        Map<String, Set<String>> houses = new HashMap<>();
        SALES.forEach((house, rows) -> rows.forEach(row ->
                houses.computeIfAbsent(row.title(), title -> new HashSet<>()).add(house.slug())));
        assertThat(houses.values()).anyMatch(slugs -> slugs.size() >= 2);
    }
}
