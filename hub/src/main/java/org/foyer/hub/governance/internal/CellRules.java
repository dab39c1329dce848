package org.foyer.hub.governance.internal;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a group of houses is too small or too uneven to be shown.
 *
 * <p>Threshold and (n,k) dominance rules of the Eurostat/ESSNet handbook on statistical disclosure control. They are judged
 * from the chair of each member in turn, who knows its own figure and could take it away.
 */
final class CellRules {

    static final String TOO_FEW = "too-few-houses";
    static final String DOMINATED = "one-house-dominates";

    /** A share of a sensitive trait would be told as nobody or everybody. */
    static final String EDGE = "nobody-or-everybody";

    /** Five others, and the asker. */
    static final int HOUSES_MIN = 6;

    private static final double LARGEST_SHARE_MAX = 0.5;
    private static final double TWO_LARGEST_SHARE_MAX = 0.85;

    /** The same where no house asks for more. */
    static @Nullable String refusal(List<Double> masses) {
        return refusal(masses, HOUSES_MIN);
    }

    /**
     * Why a group may not be shown, or null when it may.
     *
     * @param masses of its houses, in any order
     * @param housesMin fewest houses that its houses ask for; below {@value #HOUSES_MIN} it counts for nothing
     */
    static @Nullable String refusal(List<Double> masses, int housesMin) {
        if (masses.size() < Math.max(HOUSES_MIN, housesMin)) {
            return TOO_FEW;
        }
        List<Double> largestFirst =
                masses.stream().sorted(Comparator.reverseOrder()).toList();
        double whole = masses.stream().mapToDouble(Double::doubleValue).sum();
        // from the third on, whoever has the most to take away sees the others most uneven: the third
        for (int chair = 0; chair < 3; chair++) {
            double first = largestFirst.get(chair == 0 ? 1 : 0);
            double second = largestFirst.get(chair <= 1 ? 2 : 1);
            double others = whole - largestFirst.get(chair);
            if (first > LARGEST_SHARE_MAX * others || first + second > TWO_LARGEST_SHARE_MAX * others) {
                return DOMINATED;
            }
        }
        return null;
    }

    private CellRules() {}
}
