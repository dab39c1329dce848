package org.foyer.hub.governance.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.AdditiveTable.Sum;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;

/** Every way to fill the hidden cells so that all sums hold, as one attacker sees it. */
final class EveryTable {
    private static final int STEPS_MAX = 300_000;

    private final AdditiveTable table;
    private final List<Integer> open;
    private final long[] values;
    private final long[] floors;
    private final long most;
    private final long[] least;
    private final long[] greatest;
    private int steps;

    EveryTable(AdditiveTable table, BitSet hidden, Attacker attacker) {
        this.table = table;
        this.open = new ArrayList<>();
        this.values = table.cells().stream().mapToLong(Cell::value).toArray();
        this.floors = table.cells().stream().mapToLong(attacker::knows).toArray();
        this.most = 4 * values[values.length - 1];
        this.least = new long[values.length];
        this.greatest = new long[values.length];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
        hidden.stream()
                .filter(cell -> !attacker.knowsWhole(table.cells().get(cell)))
                .forEach(open::add);
    }

    EveryTable tried() {
        fill(0);
        return this;
    }

    boolean tooMany() {
        return steps > STEPS_MAX;
    }

    long[] range(int cell) {
        return new long[] {least[cell], greatest[cell]};
    }

    private void fill(int at) {
        if (++steps > STEPS_MAX) {
            return;
        }
        if (at == open.size()) {
            open.forEach(cell -> {
                least[cell] = Math.min(least[cell], values[cell]);
                greatest[cell] = Math.max(greatest[cell], values[cell]);
            });
            return;
        }
        int cell = open.get(at);
        long before = values[cell];
        long[] range = room(at);
        for (long value = range[0]; value <= range[1]; value++) {
            values[cell] = value;
            if (settled(at)) {
                fill(at + 1);
            }
        }
        values[cell] = before;
    }

    /** What the sums leave for a cell, with those after it at their least. */
    private long[] room(int at) {
        int cell = open.get(at);
        long low = floors[cell];
        long high = most;
        for (Sum sum : table.sums()) {
            boolean wholeOpen = open.indexOf(sum.whole()) >= at;
            if (sum.parts().contains(cell) && !wholeOpen) {
                long rest = values[sum.whole()];
                boolean last = true;
                for (int part : sum.parts()) {
                    if (part != cell) {
                        boolean later = open.indexOf(part) > at;
                        last &= !later;
                        rest -= later ? floors[part] : values[part];
                    }
                }
                high = Math.min(high, rest);
                low = last ? Math.max(low, rest) : low;
            } else if (sum.whole() == cell && sum.parts().stream().noneMatch(part -> open.indexOf(part) > at)) {
                long made = sum.parts().stream().mapToLong(part -> values[part]).sum();
                low = Math.max(low, made);
                high = Math.min(high, made);
            }
        }
        return new long[] {low, high};
    }

    /** Whether all sums without an open cell hold. */
    private boolean settled(int at) {
        return table.sums().stream()
                .filter(sum -> open.indexOf(sum.whole()) <= at
                        && sum.parts().stream().allMatch(part -> open.indexOf(part) <= at))
                .allMatch(sum ->
                        sum.parts().stream().mapToLong(part -> values[part]).sum() == values[sum.whole()]);
    }
}
