package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/**
 * How alike two different known values of one kind are, in levels. Level 0 is for a value that is missing, level 1 for equal
 * values; neither comes here.
 */
public interface ValueComparison {

    /** Names of the levels from 1 (equal) on, the last of which is {@code different}. */
    List<String> levels();

    /**
     * What share of the pairs of one person is expected at each level before anything is learned; as many as there are levels, sum
     * 1.
     */
    double[] usual();

    /** From 2 to the number of levels; the same for both orders of the values. */
    int level(String a, String b, Likeness likeness);

    /** Whether values have sketches. */
    default boolean isSketched() {
        return false;
    }

    /** A few bits of a value, by which {@link #areApart} judges. */
    default int sketch(String value) {
        return 0;
    }

    /** Whether two values are different for sure, as far as their sketches show it; never true where a level is better. */
    default boolean areApart(int sketchA, int sketchB) {
        return false;
    }
}
