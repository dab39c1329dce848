package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;

/**
 * Cells and the sums that hold between them: one table with its margins, or several that share some. A sum says that its parts make its whole.
 */
final class AdditiveTable {

    /** Cells of all tables of one publication together at most; the audit is cubic in those that are hidden. */
    static final int CELLS_MAX = 400;

    /**
     * A cell.
     *
     * @param given what each house adds, more than nothing
     * @param buyers people behind it
     * @param edge whether it would tell that nobody, or everybody, in its row or column has a trait: nothing in it is a secret too
     */
    record Cell(String key, Map<HouseId, Long> given, long buyers, boolean edge) {
        long value() {
            return given.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(HouseId house) {
            return given.getOrDefault(house, 0L);
        }
    }

    record Sum(List<Integer> parts, int whole) {}

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /** Adds a cell, or finds the one that another table has already. */
    int cell(String key, Map<HouseId, Long> given, long buyers) {
        return cell(key, given, buyers, false);
    }

    int cell(String key, Map<HouseId, Long> given, long buyers, boolean edge) {
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        if (cells.size() >= CELLS_MAX) {
            throw new IllegalArgumentException("more than " + CELLS_MAX + " cells");
        }
        Map<HouseId, Long> some = new LinkedHashMap<>();
        given.forEach((house, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException(key + " of house " + house + " is less than nothing");
            }
            if (value > 0) {
                some.put(house, value);
            }
        });
        places.put(key, cells.size());
        cells.add(new Cell(key, some, buyers, edge));
        return cells.size() - 1;
    }

    /** @throws IllegalArgumentException when the parts do not make the whole */
    void sum(List<Integer> parts, int whole) {
        long made = parts.stream().mapToLong(part -> cells.get(part).value()).sum();
        if (made != cells.get(whole).value()) {
            throw new IllegalArgumentException(
                    cells.get(whole).key() + " is " + cells.get(whole).value() + ", its parts make " + made);
        }
        sums.add(new Sum(List.copyOf(parts), whole));
    }

    List<Cell> cells() {
        return cells;
    }

    List<Sum> sums() {
        return sums;
    }
}
