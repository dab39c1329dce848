package org.foyer.hub.governance.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.governance.internal.table.SafeTables.Safe;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;

/** Tables that share margins in many ways: hidden together, so that no two of them bring out what one hides. */
class SafeTablesTest {

    private static final Axis GENRE = axis("genre", 5);
    private static final Axis WEEKDAY = axis("weekday", 5);
    private static final Axis MONTH = axis("month", 6);
    private static final Axis SIZE = axis("size", 3);
    private static final Axis PRICE = axis("price", 4);
    private static final Axis REGION = axis("region", 3);
    private static final List<Wanted> TICKETS = List.of(
            new Wanted("genre-weekday", 1, "tickets", GENRE, WEEKDAY),
            new Wanted("genre-month", 1, "tickets", GENRE, MONTH),
            new Wanted("size-price", 1, "tickets", SIZE, PRICE),
            new Wanted("region-size", 1, "tickets", REGION, SIZE));
    private static final Wanted SHOWS = new Wanted("shows", 1, "performances", GENRE, MONTH);
    private static final TableRules RULES = new TableRules(0, 0);

    private static Axis axis(String id, int codes) {
        return new Axis(
                id, IntStream.range(0, codes).mapToObj(code -> id + code).toList());
    }

    /** One lot of tickets, of one person each. */
    private record Lot(int house, Map<String, Integer> codes, long tickets) {}

    /** Each house has a size and a region and plays three of five genres; the last genre is played by two. */
    private static List<Lot> lots(long seed, int houses) {
        Random random = new Random(seed);
        List<Lot> lots = new ArrayList<>();
        for (int house = 1; house <= houses; house++) {
            for (int lot = 0; lot < 90; lot++) {
                int genre = house <= 2 && lot < 20 ? 4 : random.nextInt(3) + (house + lot) % 2;
                lots.add(new Lot(
                        house,
                        Map.of(
                                "genre",
                                genre,
                                "weekday",
                                random.nextInt(5),
                                "month",
                                random.nextInt(6),
                                "size",
                                house % 3 == 0 ? 1 : house < 5 ? 2 : 0,
                                "price",
                                random.nextInt(4),
                                "region",
                                house % 2 + (house == 7 ? 1 : 0)),
                        20 + random.nextInt(60)));
            }
        }
        return lots;
    }

    private static Map<HouseId, Map<String, Given>> given(List<Lot> lots, List<Wanted> wanted) {
        Map<HouseId, Map<String, Given>> given = new TreeMap<>(java.util.Comparator.comparing(HouseId::value));
        for (Lot lot : lots) {
            Map<String, Given> tables = given.computeIfAbsent(new HouseId(lot.house()), house -> new HashMap<>());
            for (Wanted table : wanted) {
                int rows = table.rows().codes().size();
                int columns = table.columns().codes().size();
                Given one = tables.computeIfAbsent(
                        table.id(), id -> new Given(new long[rows][columns], new long[rows][columns]));
                int row = lot.codes().get(table.rows().id());
                int column = lot.codes().get(table.columns().id());
                one.values()[row][column] += lot.tickets();
                one.buyers()[row][column] += lot.tickets();
            }
        }
        return given;
    }

    /** A number as it stands in the tables: the codes that it is of, without those that are all. */
    private static Map<String, String> codes(Safe table, int row, int column) {
        Map<String, String> codes = new TreeMap<>();
        if (row < table.rows().codes().size()) {
            codes.put(table.rows().id(), table.rows().codes().get(row));
        }
        if (column < table.columns().codes().size()) {
            codes.put(table.columns().id(), table.columns().codes().get(column));
        }
        return codes;
    }

    /** Everything that the tables tell, put together from outside: by what a number is of, whether it is hidden, and the lots behind it. */
    private static AdditiveTable outside(List<Lot> lots, Map<String, Safe> told, BitSet hidden) {
        AdditiveTable table = new AdditiveTable();
        Map<Map<String, String>, Boolean> shown = new HashMap<>();
        for (Safe safe : told.values()) {
            int[][] places = new int[safe.rows().codes().size() + 1]
                    [safe.columns().codes().size() + 1];
            for (int row = 0; row < places.length; row++) {
                for (int column = 0; column < places[row].length; column++) {
                    Map<String, String> codes = codes(safe, row, column);
                    Map<HouseId, Long> of = new LinkedHashMap<>();
                    lots.stream()
                            .filter(lot -> codes.entrySet().stream()
                                    .allMatch(one -> one.getValue()
                                            .equals(one.getKey() + lot.codes().get(one.getKey()))))
                            .forEach(lot -> of.merge(new HouseId(lot.house()), lot.tickets(), Long::sum));
                    long sum = of.values().stream().mapToLong(Long::longValue).sum();
                    Long cell = safe.cells().get(row).get(column);
                    assertThat(cell == null || cell == sum)
                            .as(codes + " is exact")
                            .isTrue();
                    Boolean before = shown.putIfAbsent(codes, cell != null);
                    assertThat(before == null || before == (cell != null))
                            .as(codes + " is shown in one table and hidden in another")
                            .isTrue();
                    places[row][column] = table.cell(codes.toString(), of, sum);
                    if (cell == null) {
                        hidden.set(places[row][column]);
                    }
                }
            }
            for (int[] row : places) {
                table.sum(IntStream.of(row).limit(row.length - 1L).boxed().toList(), row[row.length - 1]);
            }
            for (int column = 0; column < places[0].length; column++) {
                int at = column;
                table.sum(
                        IntStream.range(0, places.length - 1)
                                .mapToObj(row -> places[row][at])
                                .toList(),
                        places[places.length - 1][at]);
            }
        }
        return table;
    }

    private static BitSet sensitive(AdditiveTable table) {
        BitSet sensitive = new BitSet();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            sensitive.set(cell, RULES.hides(table.cells().get(cell)));
        }
        return sensitive;
    }

    @Test
    void nobodyComesNearToAHiddenNumberWithAllTablesAtOnce() {
        for (long seed = 1; seed <= 3; seed++) {
            List<Lot> lots = lots(seed, 12);
            Map<String, Safe> told =
                    SafeTables.of(TICKETS, given(lots, TICKETS), RULES).orElseThrow();
            assertThat(told).hasSizeGreaterThanOrEqualTo(3);
            BitSet hidden = new BitSet();
            AdditiveTable all = outside(lots, told, hidden);
            BitSet sensitive = sensitive(all);
            assertThat(sensitive.cardinality()).isPositive();
            BitSet shown = (BitSet) sensitive.clone();
            shown.andNot(hidden);
            assertThat(shown.cardinality()).as("hidden for themselves").isZero();
            assertThat(new TableAudit(all, RULES, sensitive).holds(hidden)).isTrue();
            assertThat(hidden.cardinality()).isLessThan(all.cells().size());
        }
    }

    /** What each table hides for itself does not stand against all of them: with its margins shown by another, it would come out. */
    @Test
    void tablesThatAreHiddenApartBringOutWhatOneHides() {
        int broken = 0;
        for (long seed = 1; seed <= 6; seed++) {
            List<Lot> lots = lots(seed, 12);
            Map<String, Safe> apart = new LinkedHashMap<>();
            for (Wanted table : TICKETS.subList(0, 2)) {
                apart.putAll(SafeTables.of(List.of(table), given(lots, List.of(table)), RULES)
                        .orElseThrow());
            }
            try {
                BitSet hidden = new BitSet();
                AdditiveTable all = outside(lots, apart, hidden);
                broken += new TableAudit(all, RULES, sensitive(all)).holds(hidden) ? 0 : 1;
            } catch (AssertionError oneShowsWhatTheOtherHides) {
                broken++;
            }
        }
        assertThat(broken).isPositive();
    }

    @Test
    void anotherMeasureIsHiddenApartAndLeftOutWithoutData() {
        List<Lot> lots = lots(1, 12);
        List<Wanted> both = List.of(TICKETS.get(0), TICKETS.get(1), SHOWS);
        assertThat(SafeTables.of(both, given(lots, both), RULES).orElseThrow())
                .containsOnlyKeys("genre-weekday", "genre-month", "shows");
        Map<HouseId, Map<String, Given>> without = given(lots, both);
        without.values().forEach(tables -> tables.put("shows", new Given(new long[5][6], new long[5][6])));
        assertThat(SafeTables.of(both, without, RULES).orElseThrow()).containsOnlyKeys("genre-weekday", "genre-month");
        Map<HouseId, Map<String, Given>> shows = given(lots, both);
        shows.values().forEach(tables -> {
            tables.put("genre-month", new Given(new long[5][6], new long[5][6]));
            tables.put("genre-weekday", new Given(new long[5][5], new long[5][5]));
        });
        assertThat(SafeTables.of(both, shows, RULES))
                .as("without tickets there is no season")
                .isEmpty();
    }

    @Test
    void aTableTooManyIsLeftOutTheLastFirst() {
        List<Lot> lots = lots(1, 12);
        List<Wanted> many = new ArrayList<>(TICKETS.subList(0, 2));
        Wanted large = new Wanted("large", 1, "tickets", axis("wide", 20), axis("long", 20));
        many.add(large);
        Map<HouseId, Map<String, Given>> given = given(lots, TICKETS.subList(0, 2));
        Random random = new Random(5);
        given.forEach((house, tables) -> {
            long all = 0;
            for (long[] row : tables.get("genre-month").values()) {
                all += java.util.Arrays.stream(row).sum();
            }
            long[][] values = new long[20][20];
            for (long left = all; left > 0; left--) {
                values[random.nextInt(20)][random.nextInt(20)]++;
            }
            tables.put("large", new Given(values, values));
        });
        assertThat(SafeTables.of(many, given, RULES).orElseThrow()).containsOnlyKeys("genre-weekday", "genre-month");
    }
}
