package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.AdditiveTable.Sum;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;

/**
 * Solves how far each hidden cell can be narrowed down by whoever reads the table and knows what they gave to it themselves: the least and the
 * greatest value that all shown numbers and sums leave possible. A table is told only when every interval is wide enough.
 */
final class TableAudit {

    /** Of the simplex method, in units of the cells. */
    private static final double TOLERANCE = 1e-4;

    private final AdditiveTable table;
    private final TableRules rules;
    private final BitSet sensitive;
    private final OtherTables others;

    /** @param sensitive cells that are hidden for themselves; those hidden beside them need no room of their own */
    TableAudit(AdditiveTable table, TableRules rules, BitSet sensitive) {
        this.table = table;
        this.rules = rules;
        this.sensitive = sensitive;
        this.others = new OtherTables(table);
    }

    /**
     * What somebody can tell of a hidden cell.
     *
     * @param least of the cell, and greatest: what is possible; the same when the cell is known
     * @param safe whether the interval is as wide as it must be
     */
    record Bounds(Attacker attacker, int cell, double least, double greatest, boolean safe) {}

    /** Of every hidden cell, for everybody who does not know it from themselves. */
    List<Bounds> bounds(BitSet hidden) {
        List<Bounds> bounds = new ArrayList<>();
        Attackers.of(table, hidden).forEach(attacker -> bounds.addAll(bounds(attacker, hidden, hidden)));
        return bounds;
    }

    /** Of some of the hidden cells, for one attacker. */
    private List<Bounds> bounds(Attacker attacker, BitSet hidden, BitSet some) {
        List<Integer> unknown = hidden.stream()
                .boxed()
                .filter(cell -> !attacker.knowsWhole(table.cells().get(cell)))
                .toList();
        LinearProgram program = program(attacker, unknown);
        List<Bounds> bounds = new ArrayList<>();
        for (int place = 0; place < unknown.size(); place++) {
            if (some.get(unknown.get(place))) {
                bounds.add(bounds(attacker, unknown, place, program));
            }
        }
        return bounds;
    }

    /**
     * To which of some cells an attacker comes too near. Hiding more leaves more possible, so that an attacker who came near to none before comes
     * near to none after it.
     *
     * @param some sensitive cells
     */
    List<Bounds> near(Attacker attacker, BitSet hidden, BitSet some) {
        BitSet open = new BitSet();
        some.stream().filter(cell -> !isProved(attacker, hidden, cell)).forEach(open::set);
        return open.isEmpty()
                ? List.of()
                : bounds(attacker, hidden, open).stream()
                        .filter(one -> !one.safe())
                        .toList();
    }

    /** Whether it was found out before, for another attacker, what this one cannot rule out either. */
    private boolean isProved(Attacker attacker, BitSet hidden, int cell) {
        Cell one = table.cells().get(cell);
        long needed = rules.needed(one, attacker.houses());
        return attacker.knowsWhole(one)
                || others.leave(attacker, hidden, cell, needed, Math.min(needed, one.value() - attacker.knows(one)));
    }

    /** Whether nobody comes too near to any sensitive cell. */
    boolean holds(BitSet hidden) {
        return Attackers.of(table, hidden).stream()
                .allMatch(attacker -> near(attacker, hidden, sensitive).isEmpty());
    }

    /** The variables are what others gave to the hidden cells. */
    private LinearProgram program(Attacker attacker, List<Integer> unknown) {
        LinearProgram program = new LinearProgram(unknown.size());
        for (Sum sum : table.sums()) {
            double[] row = program.row();
            double known = 0;
            boolean any = false;
            for (int part : sum.parts()) {
                int place = unknown.indexOf(part);
                if (place >= 0) {
                    row[place] += 1;
                    any = true;
                } else {
                    known -= others(attacker, part);
                }
            }
            int whole = unknown.indexOf(sum.whole());
            if (whole >= 0) {
                row[whole] -= 1;
                any = true;
            } else {
                known += others(attacker, sum.whole());
            }
            if (any) {
                program.equal(row, known);
            }
        }
        return program;
    }

    private double others(Attacker attacker, int cell) {
        Cell one = table.cells().get(cell);
        return one.value() - attacker.knows(one);
    }

    private Bounds bounds(Attacker attacker, List<Integer> unknown, int place, LinearProgram program) {
        int cell = unknown.get(place);
        double[] objective = program.row();
        objective[place] = 1;
        Optional<LinearProgram.Bound> least = program.bound(objective, false);
        Optional<LinearProgram.Bound> greatest = program.bound(objective, true);
        Cell one = table.cells().get(cell);
        double own = attacker.knows(one);
        if (least.isEmpty() || greatest.isEmpty()) {
            return new Bounds(attacker, cell, own, own, false); // what cannot be solved is not proved
        }
        keep(attacker, unknown, cell, least.get());
        keep(attacker, unknown, cell, greatest.get());
        double given = others(attacker, cell);
        long needed = rules.needed(one, attacker.houses());
        boolean safe = !sensitive.get(cell)
                || (greatest.get().value() >= given + needed - TOLERANCE
                        && least.get().value() <= Math.max(0, given - needed) + TOLERANCE);
        return new Bounds(
                attacker, cell, own + least.get().value(), own + greatest.get().value(), safe);
    }

    private void keep(Attacker attacker, List<Integer> unknown, int cell, LinearProgram.Bound bound) {
        double[] point = bound.point();
        if (point != null) {
            double[] change = new double[table.cells().size()];
            for (int place = 0; place < unknown.size(); place++) {
                change[unknown.get(place)] = point[place] - others(attacker, unknown.get(place));
            }
            others.keep(cell, change);
        }
    }
}
