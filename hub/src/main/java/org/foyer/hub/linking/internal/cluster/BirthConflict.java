package org.foyer.hub.linking.internal.cluster;

import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.linking.internal.table.Field;
import org.jspecify.annotations.Nullable;

/**
 * The guard against namesakes: one record with another birth date may be a slip, but when several records of each group agree on a date
 * of their own, and the two dates are far apart, it is two people.
 */
final class BirthConflict {

    /** Bits for each record beyond the first that confirms the date; an error that repeats itself is that much less likely. */
    private static final double BITS = 4;

    private final @Nullable Field dates;

    BirthConflict(@Nullable Field dates) {
        this.dates = dates;
    }

    /** Bits that speak against joining two groups of rows, 0 or more. */
    double conflict(int[] some, int[] others) {
        if (dates == null || some.length < 2 || others.length < 2) {
            return 0;
        }
        Map<Integer, Integer> dateOfSome = counts(some);
        Map<Integer, Integer> dateOfOthers = counts(others);
        int usual = usual(dateOfSome);
        int other = usual(dateOfOthers);
        if (usual < 0 || other < 0 || usual == other || !farApart(usual, other)) {
            return 0;
        }
        int support = Math.min(
                dateOfSome.getOrDefault(usual, 0) - dateOfOthers.getOrDefault(usual, 0),
                dateOfOthers.getOrDefault(other, 0) - dateOfSome.getOrDefault(other, 0));
        return BITS * Math.max(0, support - 1);
    }

    /** How many rows have each whole date, in the order of dates. */
    private Map<Integer, Integer> counts(int[] rows) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Field field = java.util.Objects.requireNonNull(dates);
        for (int row : rows) {
            String date = field.text(row);
            if (!date.isEmpty() && !date.endsWith("00")) {
                counts.merge(Integer.parseInt(date), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int usual(Map<Integer, Integer> counts) {
        int usual = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> date : counts.entrySet()) {
            if (date.getValue() > most) {
                most = date.getValue();
                usual = date.getKey();
            }
        }
        return usual;
    }

    /** At least two of day, month and year differ. */
    private static boolean farApart(int one, int other) {
        int parts = (one / 10_000 == other / 10_000 ? 0 : 1)
                + (one / 100 % 100 == other / 100 % 100 ? 0 : 1)
                + (one % 100 == other % 100 ? 0 : 1);
        return parts >= 2;
    }
}
