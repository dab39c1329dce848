package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.model.HouseId;

/** Who may try to bring out a hidden cell: a reader, each house, which knows what it gave, and each two houses that tell each other. */
final class Attackers {

    /**
     * One of them.
     *
     * @param houses that tell each other what they gave; none for a reader
     */
    record Attacker(Set<HouseId> houses) {
        Attacker {
            houses = Set.copyOf(houses);
        }

        long knows(Cell cell) {
            return houses.stream().mapToLong(cell::of).sum();
        }

        /** A cell of these houses alone is known to them, since members know who plays what; not who sells to whom. */
        boolean knowsWhole(Cell cell) {
            return !cell.edge() && cell.value() == knows(cell);
        }
    }

    private Attackers() {}

    /** A reader first, then each house that gave something to a hidden cell, then each two of these. */
    static List<Attacker> of(AdditiveTable table, BitSet hidden) {
        Set<HouseId> found = new LinkedHashSet<>();
        hidden.stream()
                .forEach(cell -> found.addAll(table.cells().get(cell).given().keySet()));
        List<HouseId> houses = List.copyOf(found);
        List<Attacker> attackers = new ArrayList<>();
        attackers.add(new Attacker(Set.of()));
        houses.forEach(house -> attackers.add(new Attacker(Set.of(house))));
        for (int one = 0; one < houses.size(); one++) {
            for (int other = one + 1; other < houses.size(); other++) {
                attackers.add(new Attacker(Set.of(houses.get(one), houses.get(other))));
            }
        }
        return attackers;
    }
}
