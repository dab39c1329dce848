package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Makes the tables of one publication, which share margins where they are of one measure, and hides in all of these together. */
final class SafeTables {

    /** The code of a margin. */
    private static final String ALL = "*";

    /** What a ticket tells of who holds it: their age, or that they have little. Of no genre it is told that nobody is so, or everybody. */
    private static final Set<String> SENSITIVE = Set.of("tariff=reduced", "tariff=youth");

    private final AdditiveTable table = new AdditiveTable();
    private final Map<HouseId, Map<String, Given>> given;
    private final Map<String, int[][]> places = new LinkedHashMap<>();
    private final Map<String, Axis[]> axes = new LinkedHashMap<>();

    private SafeTables(Map<HouseId, Map<String, Given>> given) {
        this.given = given;
    }

    /** @param cells null what is hidden; the last row and column are margins */
    record Safe(Axis rows, Axis columns, List<List<@Nullable Long>> cells) {}

    /** Tables without which a season is not published. */
    private static final int NEEDED = 2;

    /**
     * By the id of the table; empty when the first two cannot be told, or nothing is in them. Others are left out where they cannot be told, the
     * last first: what is never published needs no protection from what is. Tables of different measures share no sums and are hidden apart.
     */
    static Optional<Map<String, Safe>> of(
            List<Wanted> wanted, Map<HouseId, Map<String, Given>> given, TableRules rules) {
        Map<String, List<Wanted>> measures = new LinkedHashMap<>();
        wanted.forEach(one -> measures.computeIfAbsent(one.measure(), measure -> new ArrayList<>())
                .add(one));
        Map<String, Safe> told = new LinkedHashMap<>();
        for (List<Wanted> group : measures.values()) {
            int needed = told.isEmpty() ? Math.min(NEEDED, group.size()) : 1;
            Map<String, Safe> safe = Map.of();
            for (int many = group.size(); many >= needed && safe.isEmpty(); many--) {
                safe = together(group.subList(0, many), given, rules).orElse(Map.of());
            }
            if (safe.isEmpty() && told.isEmpty()) {
                return Optional
                        .empty(); // nothing was brought, or not safely: not published for good before its data came
            }
            told.putAll(safe);
        }
        return Optional.of(told);
    }

    private static Optional<Map<String, Safe>> together(
            List<Wanted> wanted, Map<HouseId, Map<String, Given>> given, TableRules rules) {
        SafeTables tables = new SafeTables(given);
        for (Wanted one : wanted) {
            if (tables.size(one) + tables.table.cells().size() > AdditiveTable.CELLS_MAX) {
                return Optional.empty();
            }
            tables.add(one);
        }
        return tables.axes.values().stream().anyMatch(axes -> axes[0].codes().isEmpty())
                ? Optional.empty()
                : new Suppression(tables.table, rules).pattern().map(pattern -> tables.told(pattern.hidden()));
    }

    private int size(Wanted wanted) {
        return (some(wanted, true).size() + 1) * (some(wanted, false).size() + 1);
    }

    private void add(Wanted wanted) {
        List<Integer> rows = some(wanted, true);
        List<Integer> columns = some(wanted, false);
        int[][] cells = new int[rows.size() + 1][columns.size() + 1];
        for (int row = 0; row <= rows.size(); row++) {
            for (int column = 0; column <= columns.size(); column++) {
                cells[row][column] = cell(
                        wanted,
                        row < rows.size() ? rows.subList(row, row + 1) : rows,
                        column < columns.size() ? columns.subList(column, column + 1) : columns,
                        row == rows.size(),
                        column == columns.size());
            }
        }
        for (int row = 0; row <= rows.size(); row++) {
            int[] of = cells[row];
            table.sum(IntStream.range(0, columns.size()).mapToObj(at -> of[at]).toList(), of[columns.size()]);
        }
        for (int column = 0; column <= columns.size(); column++) {
            int at = column;
            table.sum(
                    IntStream.range(0, rows.size())
                            .mapToObj(row -> cells[row][at])
                            .toList(),
                    cells[rows.size()][at]);
        }
        places.put(wanted.id(), cells);
        axes.put(wanted.id(), new Axis[] {only(wanted.rows(), rows), only(wanted.columns(), columns)});
    }

    private static Axis only(Axis axis, List<Integer> some) {
        return new Axis(axis.id(), some.stream().map(axis.codes()::get).toList());
    }

    /** Rows or columns in which any house has something. */
    private List<Integer> some(Wanted wanted, boolean rows) {
        int size =
                rows ? wanted.rows().codes().size() : wanted.columns().codes().size();
        int other =
                rows ? wanted.columns().codes().size() : wanted.rows().codes().size();
        return IntStream.range(0, size)
                .filter(one -> given.values().stream()
                        .anyMatch(house -> IntStream.range(0, other).anyMatch(across -> {
                            long[][] values = of(house, wanted).values();
                            return (rows ? values[one][across] : values[across][one]) > 0;
                        })))
                .boxed()
                .toList();
    }

    private static Given of(Map<String, Given> house, Wanted wanted) {
        Given given = house.get(wanted.id());
        if (given == null) {
            throw new IllegalArgumentException("nothing was brought to the table " + wanted.id());
        }
        return given;
    }

    /** Of a margin at least the most buyers of any of its parts are behind it, since one may be in several. */
    private int cell(Wanted wanted, List<Integer> rows, List<Integer> columns, boolean allRows, boolean allColumns) {
        Map<HouseId, Long> values = new HashMap<>();
        long most = 0;
        for (int row : rows) {
            for (int column : columns) {
                long buyers = 0;
                for (Map.Entry<HouseId, Map<String, Given>> house : given.entrySet()) {
                    Given one = of(house.getValue(), wanted);
                    values.merge(house.getKey(), one.values()[row][column], Long::sum);
                    buyers += one.buyers()[row][column];
                }
                most = Math.max(most, buyers);
            }
        }
        String row =
                allRows ? ALL : wanted.rows().id() + "=" + wanted.rows().codes().get(rows.get(0));
        String column = allColumns
                ? ALL
                : wanted.columns().id() + "=" + wanted.columns().codes().get(columns.get(0));
        // in the order of words, so that a margin is the same whether its dimension stands in rows or columns
        String key = row.compareTo(column) <= 0 ? row + "|" + column : column + "|" + row;
        boolean edge =
                isSensitive(wanted.rows(), rows, allRows) && isEdge(values, summed(wanted, some(wanted, true), columns))
                        || isSensitive(wanted.columns(), columns, allColumns)
                                && isEdge(values, summed(wanted, rows, some(wanted, false)));
        return table.cell(key, values, most, edge);
    }

    private static boolean isSensitive(Axis axis, List<Integer> some, boolean all) {
        return !all && SENSITIVE.contains(axis.id() + "=" + axis.codes().get(some.get(0)));
    }

    /** Nobody or everybody of those who are there at all. */
    private static boolean isEdge(Map<HouseId, Long> values, long whole) {
        long value = values.values().stream().mapToLong(Long::longValue).sum();
        return whole > 0 && (value == 0 || value == whole);
    }

    private long summed(Wanted wanted, List<Integer> rows, List<Integer> columns) {
        return given.values().stream()
                .map(house -> of(house, wanted).values())
                .mapToLong(values -> rows.stream()
                        .mapToLong(row -> columns.stream()
                                .mapToLong(column -> values[row][column])
                                .sum())
                        .sum())
                .sum();
    }

    private Map<String, Safe> told(BitSet hidden) {
        Map<String, Safe> told = new LinkedHashMap<>();
        places.forEach((id, cells) -> {
            List<List<@Nullable Long>> rows = new ArrayList<>();
            for (int[] row : cells) {
                List<@Nullable Long> values = new ArrayList<>();
                for (int cell : row) {
                    values.add(
                            hidden.get(cell)
                                    ? null
                                    : Long.valueOf(table.cells().get(cell).value()));
                }
                rows.add(values);
            }
            Axis[] of = axes.get(id);
            if (of != null) {
                told.put(id, new Safe(of[0], of[1], rows));
            }
        });
        return told;
    }
}
