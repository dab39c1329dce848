package org.foyer.hub.governance.internal.table;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.model.HouseId;

/**
 * When a cell must not be told, judged with the house as who contributes: fewest houses and buyers, (n,k) dominance, and the p % rule of the
 * Eurostat/ESSNet handbook on statistical disclosure control, against two houses that put together what they gave.
 *
 * @param housesMin {@value #HOUSES_MIN} at least; networks may ask for more
 * @param buyersMin {@value #BUYERS_MIN} at least; networks may ask for more
 */
record TableRules(int housesMin, int buyersMin) {

    static final int HOUSES_MIN = 5;
    static final int BUYERS_MIN = 10;

    private static final double ONE_LARGEST = 0.5;
    private static final double TWO_LARGEST = 0.85;

    /** How near the second and the third largest house together may come to the largest by taking themselves away. */
    private static final double NEAR = 0.2;

    /** Of the smallest cells too nobody may know more than this. */
    private static final long NEAR_MIN = 3;

    TableRules {
        housesMin = Math.max(HOUSES_MIN, housesMin);
        buyersMin = Math.max(BUYERS_MIN, buyersMin);
    }

    /** Whether a cell must be hidden for itself. Nothing at all hides nothing, but where it tells that nobody has a trait. */
    boolean hides(Cell cell) {
        if (cell.edge()) {
            return true;
        }
        List<Long> largest =
                cell.given().values().stream().sorted(Comparator.reverseOrder()).toList();
        if (largest.isEmpty()) {
            return false;
        }
        if (largest.size() < housesMin || cell.buyers() < buyersMin) {
            return true;
        }
        double whole = cell.value();
        double first = largest.get(0);
        double second = largest.get(1);
        double third =
                largest.get(2); // no two others leave less room around any house than these two around the largest
        return first > ONE_LARGEST * whole
                || first + second > TWO_LARGEST * whole
                || whole - first - second - third < NEAR * first;
    }

    /**
     * How far below and above the true number of others it must stay possible for a hidden cell to lie.
     *
     * @param attackers who know what they gave themselves; none for somebody who gave nothing
     */
    long needed(Cell cell, Set<HouseId> attackers) {
        long largest = cell.given().entrySet().stream()
                .filter(one -> !attackers.contains(one.getKey()))
                .mapToLong(one -> one.getValue())
                .max()
                .orElse(0);
        return largest == 0 && !cell.edge() ? 0 : Math.max(NEAR_MIN, (long) Math.ceil(NEAR * largest));
    }
}
