package org.foyer.hub.governance.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * Moves each house's figure by a secret amount before anything is computed from it, and rounds what comes out.
 *
 * <p>The amount is even over ±10 % of the figure and is always the same for one house, indicator and season, whoever asks,
 * whenever, in whatever group. Everything shown is computed from moved figures, so that the most that all questions together
 * can bring out is the moved figure: a guess within {@code t} of the true one is right in at most {@code t / 10 %} of cases.
 * Since no figure moves by more than 10 %, no quartile does. The idea of one secret change for each record is that of the
 * cell-key method of Eurostat, here on the contributors instead of the cells.
 *
 * <p>Shares of answers to a survey are moved in points instead, since a share and what is left to one are the same fact; those that add
 * up to one are moved together so that they still do; means of marks in points of their scale. Why: {@code docs/decisions/2026-11-24-comparison-disclosure.md}.
 */
final class Blur {

    /** Share of a figure by which it is moved at most, up or down. */
    static final double REACH = 0.10;

    /** What a share of a survey is moved by, of one: five points, a tenth of one half. */
    static final double SHARE_REACH = 0.05;

    private static final String MAC = "HmacSHA256";
    private static final double TWO_TO_53 = 0x1p53;

    private final SecretKeySpec key;

    /** @param secret known to the node alone and never changed: a new one would give a second look */
    Blur(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** A figure that stands alone is moved anew for each season, an answer to a survey by one amount for good: its months overlap. */
    double moved(double value, HouseId house, Question question, Season season) {
        if (question.unit().equals(Gate.SHARE)) {
            return value + movedShare(house, question);
        }
        if (question.unit().equals(Gate.MEAN)) {
            return movedMean(value, amount(house, question.indicator()));
        }
        boolean alone = question.options().of().isEmpty();
        String when = alone ? Integer.toString(season.firstYear()) : "";
        double reach = Math.max(REACH * Math.abs(value), leastReach(question.unit()));
        return value + reach * evenly(house + "|" + question.indicator() + "|" + when);
    }

    double moved(double value, HouseId house, String indicator, String unit, Season season) {
        return moved(value, house, new Question(indicator, 1, unit), season);
    }

    /**
     * An even amount of up to five points for a share that has no whole. In a whole of k parts each part takes k / (k − 1) of such an amount and
     * gives its mean back to all, so that nothing remains in the sum. No value of what comes out is more likely than in the even case
     * (its density is at most 1 / 10 points): a guess within t points of the true share is right in at most t / 5 of cases, whatever is known of the other
     * parts. It may reach 10 points, seldom.
     */
    private double movedShare(HouseId house, Question question) {
        List<String> whole = question.options().whole();
        double own = amount(house, question.indicator());
        if (whole.isEmpty()) {
            return SHARE_REACH * own;
        }
        double mean = whole.stream()
                .mapToDouble(part -> amount(house, part))
                .average()
                .orElseThrow();
        return SHARE_REACH * whole.size() / (whole.size() - 1) * (own - mean);
    }

    /**
     * An even amount of up to five hundredths of the scale, whatever the mean: a tenth of the mean itself would take satisfied houses off the scale and move unsatisfied
     * ones less. A mean nearer to an end than that is taken that far from it first, so that what comes out is on the scale and as even as elsewhere: a guess
     * within t points of the scale is right in at most t / 5 of cases.
     */
    private static double movedMean(double place, double amount) {
        return Math.max(SHARE_REACH, Math.min(1 - SHARE_REACH, place)) + SHARE_REACH * amount;
    }

    private double amount(HouseId house, String part) {
        return evenly(house + "|" + part + "|");
    }

    /** So that a figure of nearly nothing is moved too. */
    private static double leastReach(String unit) {
        return switch (unit) {
            case "ratio" -> 0.01;
            case "money" -> 100;
            case "days" -> 1;
            default -> 0.1;
        };
    }

    /** A number from −1 to 1, all of them as likely. */
    private double evenly(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            long bits = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            return (bits >>> 11) / TWO_TO_53 * 2 - 1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Linear interpolation between the closest ranks (type 7 of Hyndman and Fan 1996). */
    static double quantile(List<Double> sorted, double share) {
        double rank = share * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Ratios to the hundredth, everything else to half a unit of the second digit; never outside of what can be. */
    static double rounded(double value, String unit) {
        if (value <= 0) {
            return 0;
        }
        boolean ratio = unit.equals("ratio") || unit.equals(Gate.SHARE) || unit.equals(Gate.MEAN);
        BigDecimal step = ratio
                ? new BigDecimal("0.01")
                : BigDecimal.TEN
                        .pow((int) Math.floor(Math.log10(value)) - 1, java.math.MathContext.DECIMAL64)
                        .multiply(new BigDecimal("0.5"));
        double rounded = BigDecimal.valueOf(value)
                .divide(step, 0, RoundingMode.HALF_UP)
                .multiply(step)
                .doubleValue();
        return ratio ? Math.min(rounded, 1) : rounded;
    }
}
