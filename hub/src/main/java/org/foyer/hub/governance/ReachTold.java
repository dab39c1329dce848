package org.foyer.hub.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all houses of a network on many nodes know of the buyers they share.
 *
 * @param number of the count in its period, from 1 on
 * @param houses that are counted: node and short name, with a slash between
 * @param reach people of at least one of them
 * @param atLeast people of two houses and more, of three and more, and so on
 * @param pairs each two houses once
 */
public record ReachTold(
        String period, int number, List<String> houses, Figure reach, List<AtLeast> atLeast, List<Cell> pairs) {

    /**
     * @param about moved and rounded; null when {@code withheld} says why
     * @param within how far it is from the true number at most, in nineteen of twenty cases
     * @param withheld {@code overlap-share-small}: the error would be too large a part of it
     */
    public record Figure(
            @Nullable Long about,
            @Nullable Long within,
            @Nullable String withheld) {

        public static final String SMALL_CODE = "overlap-share-small";
        public static final Figure SMALL = new Figure(null, null, SMALL_CODE);
    }

    /** @param houses how many at least */
    public record AtLeast(int houses, Figure people) {}

    /** @param one place among the houses, from 0 on, like {@code other} */
    public record Cell(int one, int other, Figure shared) {}
}
