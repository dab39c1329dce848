package org.foyer.hub.linking.internal.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of rows of which people decided whether they are one person; it counts above every weight. */
public final class Decided {

    /** Nothing was decided. */
    public static final Decided NONE = new Decided(List.of(), List.of());

    private static final int[] NOBODY = {};

    private final Map<Integer, int[]> same;
    private final Map<Integer, int[]> different;

    /**
     * @param same pairs of rows that are one person; must not contradict the others, directly or by a chain
     * @param different pairs of rows that are two people
     */
    public Decided(List<int[]> same, List<int[]> different) {
        this.same = mates(same);
        this.different = mates(different);
    }

    private static Map<Integer, int[]> mates(List<int[]> pairs) {
        Map<Integer, int[]> mates = new HashMap<>();
        for (int[] pair : pairs) {
            mates.merge(pair[0], new int[] {pair[1]}, Decided::both);
            mates.merge(pair[1], new int[] {pair[0]}, Decided::both);
        }
        mates.values().forEach(Arrays::sort);
        return mates;
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    boolean isEmpty() {
        return same.isEmpty() && different.isEmpty();
    }

    boolean isAbout(int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> same.containsKey(row) || different.containsKey(row));
    }

    /** Rows that were decided to be the same person as a row, in their order. */
    int[] sameAs(int row) {
        return same.getOrDefault(row, NOBODY);
    }

    /** Whether a row of the one group was decided to be another person than a row of the other. */
    boolean keepsApart(int[] some, int[] others) {
        if (different.isEmpty()) {
            return false;
        }
        for (int row : some) {
            for (int mate : different.getOrDefault(row, NOBODY)) {
                if (Arrays.stream(others).anyMatch(other -> other == mate)) {
                    return true;
                }
            }
        }
        return false;
    }
}
