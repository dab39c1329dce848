package org.foyer.hub.governance.internal.table;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.AdditiveTable.Sum;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;
import org.foyer.hub.governance.internal.table.TableAudit.Bounds;

/**
 * Chooses which cells to hide beside those that must be hidden for themselves. For each cell that somebody comes too near to, the cheapest change
 * of the table is sought that leaves all sums right and moves this cell as far as it must be possible (the linear programs of Kelly, Golden and
 * Assad 1992): every cell that the change touches is hidden. It is a heuristic for how little to hide; that it suffices is what
 * {@link TableAudit} proves afterwards.
 */
final class Suppression {

    private static final double TOUCHED = 1e-6;

    /** Each round hides at least one more cell, or the table is refused. */
    private static final int ROUNDS_MAX = AdditiveTable.CELLS_MAX;

    private final AdditiveTable table;
    private final TableRules rules;

    /** The place of each cell among those in which something is; the others are shown as nothing and stay it. */
    private final int[] variables;

    private final int count;

    Suppression(AdditiveTable table, TableRules rules) {
        this.table = table;
        this.rules = rules;
        this.variables = new int[table.cells().size()];
        int place = 0;
        for (int cell = 0; cell < variables.length; cell++) {
            Cell one = table.cells().get(cell);
            variables[cell] = one.value() > 0 || one.edge() ? place++ : -1;
        }
        this.count = place;
    }

    /** @param sensitive hidden for themselves @param hidden these and those beside them */
    record Pattern(BitSet sensitive, BitSet hidden) {}

    /** What to hide; empty when the table cannot be told at all. */
    Optional<Pattern> pattern() {
        BitSet sensitive = new BitSet();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (rules.hides(table.cells().get(cell))) {
                sensitive.set(cell);
            }
        }
        BitSet hidden = (BitSet) sensitive.clone();
        TableAudit audit = new TableAudit(table, rules, sensitive);
        Set<Attacker> done = new HashSet<>();
        // what is hidden from one attacker mostly stands against the others too; who gave something to a cell hidden
        // meanwhile comes after
        Optional<Attacker> next = first(hidden, done);
        while (next.isPresent()) {
            if (!isHiddenFrom(next.get(), audit, sensitive, hidden)) {
                return Optional.empty();
            }
            done.add(next.get());
            next = first(hidden, done);
        }
        return audit.holds(hidden) ? Optional.of(new Pattern(sensitive, hidden)) : Optional.empty();
    }

    private Optional<Attacker> first(BitSet hidden, Set<Attacker> done) {
        return Attackers.of(table, hidden).stream()
                .filter(attacker -> !done.contains(attacker))
                .findFirst();
    }

    /** Hides beside until this attacker comes near to nothing. Answers whether that was possible. */
    private boolean isHiddenFrom(Attacker attacker, TableAudit audit, BitSet sensitive, BitSet hidden) {
        BitSet cells = sensitive;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Bounds> near = audit.near(attacker, hidden, cells);
            if (near.isEmpty()) {
                return true;
            }
            int before = hidden.cardinality();
            near.forEach(one -> hideBeside(one, hidden));
            if (hidden.cardinality() == before) {
                return false;
            }
            cells = new BitSet();
            for (Bounds one : near) {
                cells.set(one.cell());
            }
        }
        return false;
    }

    private void hideBeside(Bounds near, BitSet hidden) {
        Cell cell = table.cells().get(near.cell());
        long others = cell.value() - near.attacker().knows(cell);
        long needed = rules.needed(cell, near.attacker().houses());
        move(near, needed, hidden);
        move(near, -Math.min(needed, others), hidden);
    }

    /** Variables 2i and 2i + 1: by how much the i-th cell with something in it is raised and lowered. */
    private void move(Bounds near, long by, BitSet hidden) {
        LinearProgram program = new LinearProgram(2 * count);
        double[] costs = program.row();
        for (int cell = 0; cell < variables.length; cell++) {
            int place = variables[cell];
            if (place >= 0) {
                Cell one = table.cells().get(cell);
                limit(program, near.attacker(), one, place);
                double cost = hidden.get(cell) ? 0 : 1 + Math.log1p(one.value()); // many small rather than a large one
                costs[2 * place] = cost;
                costs[2 * place + 1] = cost;
            }
        }
        for (Sum sum : table.sums()) {
            double[] row = program.row();
            sum.parts().forEach(part -> add(row, part, 1));
            add(row, sum.whole(), -1);
            program.equal(row, 0);
        }
        double[] moved = program.row();
        add(moved, near.cell(), 1);
        program.equal(moved, by);
        double[] change = program.least(costs);
        if (change != null) {
            for (int cell = 0; cell < variables.length; cell++) {
                int place = variables[cell];
                if (place >= 0 && Math.abs(change[2 * place] - change[2 * place + 1]) > TOUCHED) {
                    hidden.set(cell);
                }
            }
        }
    }

    /** No cell goes below what the attacker gave, and one that they know stays. */
    private static void limit(LinearProgram program, Attacker attacker, Cell cell, int place) {
        double[] lowered = program.row();
        lowered[2 * place + 1] = 1;
        program.atMost(lowered, cell.value() - attacker.knows(cell));
        if (attacker.knowsWhole(cell)) {
            double[] raised = program.row();
            raised[2 * place] = 1;
            program.atMost(raised, 0);
        }
    }

    private void add(double[] row, int cell, int sign) {
        int place = variables[cell];
        if (place >= 0) {
            row[2 * place] += sign;
            row[2 * place + 1] -= sign;
        }
    }
}
