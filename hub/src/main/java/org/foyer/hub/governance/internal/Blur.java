package org.foyer.hub.governance.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
 */
final class Blur {

    /** Share of a figure by which it is moved at most, up or down. */
    static final double REACH = 0.10;

    private static final String MAC = "HmacSHA256";
    private static final double TWO_TO_53 = 0x1p53;

    private final SecretKeySpec key;

    /** @param secret known to the node alone and never changed: a new one would give a second look */
    Blur(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    double moved(double value, HouseId house, String indicator, String unit, Season season) {
        double reach = Math.max(REACH * Math.abs(value), leastReach(unit));
        return value + reach * evenly(house + "|" + indicator + "|" + season.firstYear());
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
        boolean ratio = unit.equals("ratio");
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
