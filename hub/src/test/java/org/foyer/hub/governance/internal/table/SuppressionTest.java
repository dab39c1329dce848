package org.foyer.hub.governance.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;
import org.foyer.hub.governance.internal.table.Suppression.Pattern;
import org.foyer.hub.governance.internal.table.TableAudit.Bounds;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden in exact tables, against attackers who try every table that fits what is shown. */
class SuppressionTest {

    private static final TableRules RULES = new TableRules(5, 10);

    /** What houses give, by inner cell; margins are made of them. Cells stand row by row, each with its margin, the margins of columns last. */
    static AdditiveTable table(List<List<Map<HouseId, Long>>> inner) {
        AdditiveTable table = new AdditiveTable();
        List<List<Map<HouseId, Long>>> rows = new ArrayList<>();
        inner.forEach(row -> rows.add(withWhole(row)));
        List<Map<HouseId, Long>> whole = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            whole.add(added(rows.stream().map(row -> row.get(at)).toList()));
        }
        rows.add(whole);
        int[][] cells = new int[rows.size()][whole.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < whole.size(); column++) {
                Map<HouseId, Long> given = rows.get(row).get(column);
                long value = given.values().stream().mapToLong(Long::longValue).sum();
                cells[row][column] = table.cell(row + "|" + column, given, value * 10);
            }
        }
        for (int[] row : cells) {
            table.sum(IntStream.of(row).limit(row.length - 1).boxed().toList(), row[row.length - 1]);
        }
        for (int column = 0; column < whole.size(); column++) {
            int at = column;
            table.sum(
                    IntStream.range(0, cells.length - 1)
                            .mapToObj(row -> cells[row][at])
                            .toList(),
                    cells[cells.length - 1][at]);
        }
        return table;
    }

    private static List<Map<HouseId, Long>> withWhole(List<Map<HouseId, Long>> row) {
        List<Map<HouseId, Long>> all = new ArrayList<>(row);
        all.add(added(row));
        return all;
    }

    private static Map<HouseId, Long> added(List<Map<HouseId, Long>> parts) {
        Map<HouseId, Long> sum = new HashMap<>();
        parts.forEach(part -> part.forEach((house, value) -> sum.merge(house, value, Long::sum)));
        return sum;
    }

    static Map<HouseId, Long> even(long each, int houses) {
        Map<HouseId, Long> given = new HashMap<>();
        IntStream.rangeClosed(1, houses).forEach(house -> given.put(new HouseId(house), each));
        return given;
    }

    @Test
    void aTableWithoutSmallCellsIsShownWhole() {
        AdditiveTable table = table(List.of(List.of(even(20, 6), even(30, 6)), List.of(even(10, 7), even(40, 5))));
        Pattern pattern = new Suppression(table, RULES).pattern().orElseThrow();
        assertThat(pattern.hidden().isEmpty()).isTrue();
    }

    @Test
    void oneSmallCellTakesARectangleWithIt() {
        Map<HouseId, Long> few = even(20, 2);
        AdditiveTable table = table(List.of(
                List.of(few, even(30, 6), even(50, 6)),
                List.of(even(10, 7), even(40, 6), even(50, 6)),
                List.of(even(60, 7), even(40, 6), even(50, 6))));
        Pattern pattern = new Suppression(table, RULES).pattern().orElseThrow();
        assertThat(pattern.sensitive().cardinality()).isEqualTo(1);
        assertThat(pattern.sensitive().get(0)).isTrue();
        assertThat(pattern.hidden().cardinality()).isEqualTo(4);
        assertThat(new TableAudit(table, RULES, pattern.sensitive()).holds(pattern.hidden()))
                .isTrue();
    }

    @Test
    void theRulesLookAtHousesAndNotAtTickets() {
        AdditiveTable table = new AdditiveTable();
        Map<HouseId, Long> large = new HashMap<>(even(10, 6));
        large.put(new HouseId(1), 1_000L);
        Map<HouseId, Long> two = new HashMap<>(even(5, 8));
        two.put(new HouseId(1), 100L);
        two.put(new HouseId(2), 100L);
        assertThat(RULES.hides(cell(table, "few houses", even(1_000, 4), 4_000)))
                .isTrue();
        assertThat(RULES.hides(cell(table, "few buyers", even(2, 6), 9))).isTrue();
        assertThat(RULES.hides(cell(table, "one dominates", large, 900))).isTrue();
        assertThat(RULES.hides(cell(table, "two dominate", two, 900))).isTrue();
        Map<HouseId, Long> three = new HashMap<>(even(2, 9));
        IntStream.rangeClosed(1, 3).forEach(house -> three.put(new HouseId(house), 31L));
        assertThat(RULES.hides(cell(table, "the second and the third know the largest, within 12 of 31", three, 900)))
                .isFalse();
        three.keySet().removeIf(house -> house.value() > 6);
        assertThat(RULES.hides(cell(table, "the second and the third know the largest, within 6 of 31", three, 900)))
                .isTrue();
        assertThat(RULES.hides(cell(table, "nothing", Map.of(), 0))).isFalse();
        assertThat(RULES.hides(cell(table, "even", even(10, 5), 40))).isFalse();
        assertThat(new TableRules(8, 10).hides(cell(table, "a network asks for eight", even(10, 7), 60)))
                .isTrue();
    }

    private static Cell cell(AdditiveTable table, String key, Map<HouseId, Long> given, long buyers) {
        return table.cells().get(table.cell(key, given, buyers));
    }

    /** Two houses alone, each in one hidden cell of a row: each would know the other's by taking its own away. */
    @Test
    void aHouseThatKnowsItsOwnCellBringsOutNoOther() {
        Map<HouseId, Long> first = Map.of(new HouseId(1), 40L);
        Map<HouseId, Long> second = Map.of(new HouseId(2), 40L);
        AdditiveTable table = table(List.of(
                List.of(first, second, even(50, 6)),
                List.of(even(40, 7), even(40, 6), even(50, 6)),
                List.of(even(60, 7), even(40, 6), even(50, 6))));
        BitSet naive = new BitSet();
        naive.set(0, 2);
        naive.set(4, 6); // the same two of the next row: a reader sees intervals, the house of one cell does not
        BitSet sensitive = new BitSet();
        sensitive.set(0, 2);
        TableAudit audit = new TableAudit(table, RULES, sensitive);
        assertThat(audit.bounds(naive))
                .filteredOn(one -> one.attacker().houses().isEmpty())
                .allMatch(Bounds::safe);
        assertThat(audit.holds(naive)).isFalse();
        Pattern pattern = new Suppression(table, RULES).pattern().orElseThrow();
        assertThat(audit.holds(pattern.hidden())).isTrue();
        assertThat(pattern.hidden().cardinality()).isGreaterThan(4);
    }

    @Test
    void theAuditFindsWhatMarginsBringOut() {
        AdditiveTable table = table(List.of(
                List.of(even(20, 2), even(30, 6)),
                List.of(even(10, 7), even(40, 6)),
                List.of(even(60, 7), even(40, 6))));
        BitSet alone = new BitSet();
        alone.set(0);
        Bounds reader = new TableAudit(table, RULES, alone).bounds(alone).get(0);
        assertThat(reader.least()).isCloseTo(40, Offset.offset(1e-6));
        assertThat(reader.greatest()).isCloseTo(40, Offset.offset(1e-6));
        assertThat(reader.safe()).isFalse();
    }

    @Test
    void sumsThatAreNoneAreABug() {
        AdditiveTable table = new AdditiveTable();
        int part = table.cell("a", even(1, 5), 10);
        int whole = table.cell("b", even(2, 5), 10);
        assertThatThrownBy(() -> table.sum(List.of(part), whole)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.cell("c", Map.of(new HouseId(1), -1L), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(table.cell("a", Map.of(), 0)).as("two tables share a margin").isEqualTo(part);
    }

    /** The attackers know nothing of linear programs: they try out every table of whole numbers. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOneWhoTriesEveryTableComesNearerThanTheAuditSays(int seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int round = 0; round < 12; round++) {
            AdditiveTable table = table(random(random));
            Optional<Pattern> found = new Suppression(table, RULES).pattern();
            if (found.isEmpty()) {
                continue;
            }
            Pattern pattern = found.get();
            Map<Attacker, EveryTable> all = new HashMap<>();
            Attackers.of(table, pattern.hidden())
                    .forEach(attacker -> all.put(attacker, new EveryTable(table, pattern.hidden(), attacker).tried()));
            if (all.values().stream().anyMatch(EveryTable::tooMany)) {
                continue;
            }
            told++;
            for (Bounds bounds : new TableAudit(table, RULES, pattern.sensitive()).bounds(pattern.hidden())) {
                assertThat(bounds.safe()).isTrue();
                long[] tried = all.get(bounds.attacker()).range(bounds.cell());
                assertThat(tried[0]).as("least of " + bounds).isEqualTo(Math.round(Math.ceil(bounds.least() - 1e-6)));
                assertThat(tried[1])
                        .as("greatest of " + bounds)
                        .isEqualTo(Math.round(Math.floor(bounds.greatest() + 1e-6)));
                if (pattern.sensitive().get(bounds.cell())) {
                    Cell cell = table.cells().get(bounds.cell());
                    long needed = RULES.needed(cell, bounds.attacker().houses());
                    assertThat(tried[1] - cell.value()).isGreaterThanOrEqualTo(needed);
                    assertThat(tried[0])
                            .isLessThanOrEqualTo(Math.max(bounds.attacker().knows(cell), cell.value() - needed));
                }
            }
        }
        assertThat(told).as("tables that could be told").isGreaterThan(2);
    }

    /** Small numbers, or trying everything would take for ever. */
    static List<List<Map<HouseId, Long>>> random(Random random) {
        List<List<Map<HouseId, Long>>> inner = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            List<Map<HouseId, Long>> cells = new ArrayList<>();
            for (int column = 0; column < 3; column++) {
                int houses = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 6;
                Map<HouseId, Long> given = new TreeMap<>(java.util.Comparator.comparingInt(HouseId::value));
                for (int house = 1; house <= houses; house++) {
                    given.put(new HouseId(house), 1L);
                }
                cells.add(given);
            }
            inner.add(cells);
        }
        return inner;
    }
}
