package org.foyer.hub.linking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two buyers and what speaks for and against their being one person. Personal: whoever shows it writes a line in the audit.
 *
 * @param joined whether they count as one person now
 * @param verdict what someone said of them, null if nobody did
 * @param weight in bits: above {@link #THRESHOLD} they are likelier one person than two
 * @param prior what speaks for one person before anything is compared, in bits; far below 0
 * @param steps from the prior to the weight
 * @param group the buyers that count as one person with either, these two among them
 */
public record Match(
        BuyerCard one,
        BuyerCard other,
        boolean joined,
        @Nullable Verdict verdict,
        double weight,
        double prior,
        List<Step> steps,
        Group group) {

    /** Bits from which two buyers are likelier one person than two. */
    public static final double THRESHOLD = 0;

    /**
     * One comparison.
     *
     * @param of {@code names}, {@code home}, {@code email}, {@code phone}, {@code birth} or {@code family} (what is taken off
     *     because the two may be relatives)
     * @param levels column → how alike its values are: {@code missing}, {@code equal}, …, {@code different}; empty for the family
     * @param bits positive speaks for one person (Fellegi and Sunter 1969)
     * @param total the prior and all bits so far
     */
    public record Step(String of, Map<String, String> levels, double bits, double total) {}

    /**
     * Buyers that count as one person, or as two.
     *
     * @param members at most {@value #MEMBERS_MAX}
     * @param edges pairs of them that were compared, heaviest first
     */
    public record Group(List<BuyerCard> members, List<Edge> edges) {
        public static final int MEMBERS_MAX = 40;
    }

    /**
     * Two buyers of a group that were compared.
     *
     * @param one key of a buyer
     * @param weight in bits
     * @param verdict what someone said of them, null if nobody did
     */
    public record Edge(
            String one,
            String other,
            double weight,
            @Nullable Verdict verdict) {

        /** Whether it holds a group together: said to be one person or, where nothing is settled, above {@link #THRESHOLD}. */
        public boolean holds() {
            return verdict == Verdict.SAME || verdict != Verdict.DIFFERENT && weight > THRESHOLD;
        }
    }
}
