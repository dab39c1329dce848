package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Who may try to bring out a hidden cell: a reader, and each house, which knows what it gave. */
final class Attackers {

    /**
     * One of them.
     *
     * @param house null for a reader
     */
    record Attacker(@Nullable HouseId house) {
        long knows(Cell cell) {
            return house == null ? 0 : cell.of(house);
        }

        /** A cell of one house is known to it, since members know who plays what. */
        boolean knowsWhole(Cell cell) {
            return cell.value() == knows(cell);
        }
    }

    private Attackers() {}

    /** A reader first, then each house that gave something to a hidden cell. */
    static List<Attacker> of(AdditiveTable table, BitSet hidden) {
        Set<HouseId> houses = new LinkedHashSet<>();
        hidden.stream()
                .forEach(cell -> houses.addAll(table.cells().get(cell).given().keySet()));
        List<Attacker> attackers = new ArrayList<>();
        attackers.add(new Attacker(null));
        houses.forEach(house -> attackers.add(new Attacker(house)));
        return attackers;
    }
}
