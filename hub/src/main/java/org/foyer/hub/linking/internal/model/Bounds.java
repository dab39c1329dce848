package org.foyer.hub.linking.internal.model;

import java.util.Arrays;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.compare.PairLevels;

/**
 * The most that a factor can say for one person once it is known which of its fields are missing, equal or different, so that most pairs
 * need no comparison of letters.
 */
final class Bounds {

    private static final int STATES = 3;

    private final Scheme scheme;
    private final int first;
    private final double[][] most;

    Bounds(Scheme scheme, double[][] weights) {
        this.scheme = scheme;
        this.first = scheme.position(ColumnKind.FIRST_NAME);
        this.most = new double[scheme.factors()][];
        for (int factor = 0; factor < most.length; factor++) {
            most[factor] = new double[(int) Math.pow(STATES, scheme.members(factor).length)];
            Arrays.fill(most[factor], Double.NEGATIVE_INFINITY);
            most[factor][0] = 0;
            for (int cell = 1; cell < weights[factor].length; cell++) {
                take(factor, cell, weights[factor][cell]);
            }
        }
    }

    private void take(int factor, int cell, double weight) {
        int[] members = scheme.members(factor);
        int state = 0;
        boolean swapped = false;
        boolean equal = false;
        for (int i = 0; i < members.length; i++) {
            int level = scheme.level(factor, cell, i);
            swapped |= members[i] == first && level == PairLevels.SWAPPED;
            equal |= level == 1;
            state = state * STATES + Math.min(2, level);
        }
        if (!swapped) {
            most[factor][state] = Math.max(most[factor][state], weight);
        } else if (members.length == 2 && equal) { // names in each other's place seem different, or missing
            for (int seen : new int[] {0, 2, 2 * STATES, 2 * STATES + 2}) {
                most[factor][seen] = Math.max(most[factor][seen], weight);
            }
        }
    }

    /** In bits. @param levels of the fields, of which those above 1 are different in some way */
    double most(int factor, int[] levels) {
        int state = 0;
        for (int field : scheme.members(factor)) {
            state = state * STATES + Math.min(2, levels[field]);
        }
        return most[factor][state];
    }
}
