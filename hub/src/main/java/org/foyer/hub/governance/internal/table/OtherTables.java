package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;

/**
 * Tables that fit what is shown and differ from the true one, as differences to it: found for one attacker, and a proof for every other one who
 * knows nothing that speaks against them. Two houses know little more than each of them, so that few need a linear program of their own.
 */
final class OtherTables {

    private static final double TOLERANCE = 1e-6;

    /** Of one cell and direction: more are seldom of use. */
    private static final int KEPT_MAX = 24;

    private final AdditiveTable table;
    private final Map<Integer, List<double[]>> raised = new HashMap<>();
    private final Map<Integer, List<double[]>> lowered = new HashMap<>();

    OtherTables(AdditiveTable table) {
        this.table = table;
    }

    /** @param change of every cell; sums of it are nothing */
    void keep(int cell, double[] change) {
        if (Math.abs(change[cell]) > TOLERANCE) {
            List<double[]> all = (change[cell] > 0 ? raised : lowered).computeIfAbsent(cell, one -> new ArrayList<>());
            if (all.size() < KEPT_MAX) {
                all.add(change);
            }
        }
    }

    /**
     * Whether one of them shows an attacker that a cell may as well lie so much higher and so much lower.
     *
     * @param up by how much, in units of the cells; likewise {@code down}
     */
    boolean leave(Attacker attacker, BitSet hidden, int cell, long up, long down) {
        return leaves(raised, attacker, hidden, cell, up) && leaves(lowered, attacker, hidden, cell, down);
    }

    private boolean leaves(Map<Integer, List<double[]>> some, Attacker attacker, BitSet hidden, int cell, long by) {
        return by == 0
                || some.getOrDefault(cell, List.of()).stream()
                        .filter(change -> Math.abs(change[cell]) >= by)
                        .anyMatch(change -> fits(attacker, hidden, change, by / Math.abs(change[cell])));
    }

    /** The change, made so much smaller: it touches nothing that is shown or known, and no cell lies below what the attacker gave. */
    private boolean fits(Attacker attacker, BitSet hidden, double[] change, double times) {
        for (int at = 0; at < change.length; at++) {
            if (Math.abs(change[at]) > TOLERANCE) {
                Cell cell = table.cells().get(at);
                if (!hidden.get(at)
                        || attacker.knowsWhole(cell)
                        || cell.value() + times * change[at] < attacker.knows(cell) - TOLERANCE) {
                    return false;
                }
            }
        }
        return true;
    }
}
