package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import java.util.List;

/**
 * What linking the buyers of a house found.
 *
 * @param keys of all buyers
 * @param person for each the least key of the buyers that are one person with them
 * @param household for each the least key of the buyers that live together with them
 * @param prior in bits, 0 when nothing was compared
 * @param pairs to be kept: doubtful ones, decided ones and those of their groups
 */
record Outcome(long[] keys, long[] person, long[] household, double prior, List<WeighedPair> pairs) {

    long people() {
        return distinct(person);
    }

    long households() {
        return distinct(household);
    }

    /** Each group is named after one of its own. */
    private long distinct(long[] groups) {
        long count = 0;
        for (int i = 0; i < keys.length; i++) {
            count += groups[i] == keys[i] ? 1 : 0;
        }
        return count;
    }

    /** Nobody was compared with anybody. */
    static Outcome apart(long[] keys) {
        return new Outcome(keys, Arrays.copyOf(keys, keys.length), Arrays.copyOf(keys, keys.length), 0, List.of());
    }
}
