package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * How many purchases a house may expect from the buyers it knows, in the {@value #WEEKS} weeks after the last day of which
 * sales are known. A purchase is a day on which somebody bought tickets that they still hold.
 *
 * @param since first day from which a purchase of a named buyer is known, at most {@value #YEARS_MAX} years back; null without any
 * @param knownUntil last day of which sales are known, on which the observation ends
 * @param buyers who ever bought since, those who are one person counted once
 * @param early of these, those first seen within a year of {@code since}, who may have come before; null where that is too few
 *     people to tell
 * @param model key of the model shown, null when none is
 * @param parameters of that model by name, empty when none is shown
 * @param expected purchases of all buyers together, null when no model is shown
 * @param tenths of the buyers by expected purchases, most first; empty when no model is shown
 * @param holdOut null when nothing could be tried
 * @param money what they may be worth, null where no model of purchases is shown or nobody paid
 */
public record ExpectedPurchases(
        HouseId house,
        LocalDate asOf,
        @Nullable LocalDate since,
        LocalDate knownUntil,
        long buyers,
        @Nullable Long early,
        Verdict verdict,
        @Nullable String model,
        Map<String, Double> parameters,
        @Nullable Double expected,
        List<Tenth> tenths,
        @Nullable HoldOut holdOut,
        @Nullable ExpectedMoney money) {

    /** A year of whole weeks, so that what depends on the season is in it once. */
    public static final int WEEKS = 52;

    public static final int YEARS_MAX = 10;

    /** Buyers known a year before, and those of them who had come back, under which nothing is learnt: judgements. */
    public static final int BUYERS_MIN = 100;

    public static final int RETURNED_MIN = 20;

    /** Whether it is shown, and if not, why. */
    public enum Verdict {
        SHOWN,
        /** No model told the year held out better than the rule "as many as in the year before". */
        NOT_BETTER,
        /** Too few to learn from. */
        TOO_FEW_BUYERS,
        /** Less than two years between the first purchase known and the last. */
        HISTORY_TOO_SHORT,
        /** No purchase of a named buyer. */
        NO_BUYERS
    }

    /**
     * Buyers alike in what is expected of them; those of whom the same is expected stand in one.
     *
     * @param number from 1, of whom most is expected, to 10; 0 for those too few to be told by themselves, put together
     * @param expected purchases of all of them
     */
    public record Tenth(int number, long buyers, double expected) {}

    /**
     * What was fitted to all that was known {@value #WEEKS} weeks before, held against what came.
     *
     * @param cut last day that was known to it
     * @param buyers known then
     * @param seen their purchases after it
     * @param naive the rule "as many as in the {@value #WEEKS} weeks before"
     * @param models those tried, the one with the smallest mean error first
     */
    public record HoldOut(LocalDate cut, long buyers, long seen, Trial naive, List<Trial> models) {

        /** Whether the first model is nearer than the naive rule, both in all and buyer by buyer. */
        public boolean better() {
            return !models.isEmpty()
                    && models.get(0).meanError() < naive.meanError()
                    && Math.abs(models.get(0).expected() - seen) < Math.abs(naive.expected() - seen);
        }
    }

    /**
     * @param rule key of a model, or {@code as-many-as-before}
     * @param expected purchases of all buyers
     * @param meanError mean absolute difference of expected and seen purchases of a buyer
     */
    public record Trial(String rule, double expected, double meanError) {}
}
