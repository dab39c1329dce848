package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import org.foyer.hub.governance.ReachTold.Figure;
import org.foyer.hub.model.KeyedNoise;

/** Numbers of people in a sample, as they may be told: moved, scaled up, rounded to a step of the size of the error. docs/overlap.md. */
public final class ReachFigures {

    /** Moved people of the sample behind a figure, so that its error is some eighth of it at most. */
    public static final int SAMPLED_MIN = 400;

    /** What houses share is told from this part of their union on, since the error of an intersection grows as it shrinks. */
    public static final double SHARE_MIN = 0.05;

    private static final double TWO_SIGMA = 1.96;
    private static final double AMOUNT_VARIANCE = 2.0 * KeyedNoise.SCALE * KeyedNoise.SCALE;
    private static final int STEP_MIN = 10;

    private final byte[] secret;
    private final String prefix;

    /** @param secret of the pool, never told @param prefix of all labels: the purpose and period */
    public ReachFigures(byte[] secret, String prefix) {
        this.secret = secret.clone();
        this.prefix = prefix;
    }

    /**
     * @param label the same for the same figure, which gives the same amount
     * @param sampled people
     * @param share of all people that the sample holds
     */
    public Figure figure(String label, int sampled, double share) {
        return told(moved(label, sampled), share);
    }

    /**
     * A figure that is part of a larger one, and is withheld where it is too small a part.
     *
     * @param together people of the larger one in the same sample
     */
    public Figure part(String label, int sampled, int together, double share) {
        long moved = moved(label, sampled);
        return moved < SHARE_MIN * moved(label + " together", together) ? Figure.SMALL : told(moved, share);
    }

    private long moved(String label, int sampled) {
        return (long) sampled + KeyedNoise.of(secret, (prefix + "|" + label).getBytes(StandardCharsets.UTF_8));
    }

    /** Everything here is made of the moved number, so that nothing tells on which side of a bound the true one is. */
    private static Figure told(long moved, double share) {
        if (moved < SAMPLED_MIN) {
            return Figure.SMALL;
        }
        double error = TWO_SIGMA * Math.sqrt(moved * (1 - share) + AMOUNT_VARIANCE) / share;
        long step = Math.max(STEP_MIN, (long) Math.pow(10, Math.floor(Math.log10(error))));
        long about = Math.round(moved / share / step) * step;
        return new Figure(about, (long) Math.ceil(error + step / 2.0), null);
    }
}
