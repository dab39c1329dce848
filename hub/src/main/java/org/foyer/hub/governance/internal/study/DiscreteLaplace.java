package org.foyer.hub.governance.internal.study;

import java.math.BigInteger;
import java.util.Random;
import org.foyer.hub.governance.Epsilon;

/**
 * Whole numbers of which {@code n} is as likely as e to the {@code −|n| / scale}: the discrete Laplace distribution, drawn exactly after
 * Canonne, Kamath and Steinke, <i>The Discrete Gaussian for Differential Privacy</i> (2020), algorithms 1 and 2. Only whole numbers and
 * random bits are used: the spacing of floating numbers gives nothing away (Mironov 2012).
 */
final class DiscreteLaplace {

    private static final BigInteger TWO = BigInteger.valueOf(2);

    private final BigInteger over;
    private final BigInteger under;

    /**
     * @param epsilon more than nothing
     * @param sensitivity by how much one person changes all numbers together at most, at least 1
     */
    DiscreteLaplace(Epsilon epsilon, long sensitivity) {
        if (epsilon.over() < 1 || sensitivity < 1) {
            throw new IllegalArgumentException(epsilon + " for " + sensitivity);
        }
        // the scale is sensitivity / epsilon
        this.over = BigInteger.valueOf(sensitivity).multiply(BigInteger.valueOf(epsilon.under()));
        this.under = BigInteger.valueOf(epsilon.over());
    }

    /** The scale, for errors that are told; never for drawing. */
    double scale() {
        return over.doubleValue() / under.doubleValue();
    }

    /** One number. @param bits a {@link java.security.SecureRandom} wherever anything is told */
    long draw(Random bits) {
        while (true) {
            BigInteger part = below(over, bits);
            if (!isOneInExp(part, over, bits)) {
                continue;
            }
            long whole = 0;
            while (isOneInExp(BigInteger.ONE, BigInteger.ONE, bits)) {
                whole++;
            }
            BigInteger size = part.add(over.multiply(BigInteger.valueOf(whole))).divide(under);
            boolean negative = bits.nextBoolean();
            if (negative && size.signum() == 0) {
                continue; // nothing would be drawn twice as often
            }
            return negative ? -size.longValueExact() : size.longValueExact();
        }
    }

    /** True with probability e to the −a/b, where a is at most b (algorithm 1). */
    private static boolean isOneInExp(BigInteger a, BigInteger b, Random bits) {
        BigInteger k = BigInteger.ONE;
        while (below(b.multiply(k), bits).compareTo(a) < 0) {
            k = k.add(BigInteger.ONE);
        }
        return k.mod(TWO).signum() != 0;
    }

    /** Evenly from 0 to before the limit: a number too large is drawn again. */
    private static BigInteger below(BigInteger limit, Random bits) {
        int length = limit.subtract(BigInteger.ONE).bitLength();
        BigInteger drawn = new BigInteger(length, bits);
        while (drawn.compareTo(limit) >= 0) {
            drawn = new BigInteger(length, bits);
        }
        return drawn;
    }
}
