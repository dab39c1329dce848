package org.foyer.hub.exchange.internal.pooled;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.exchange.PooledRefused;

/** A secret of up to 64 bytes in shares, of which a given number is needed and fewer tell nothing (Shamir 1979). */
final class SharedSecret {

    static final int SECRET_BYTES_MAX = 64;

    /** Bytes of one share. */
    static final int SHARE_BYTES = 66;

    /** A Mersenne prime above any secret. */
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE);

    private SharedSecret() {}

    /** One share for each place from 1 on. */
    static List<byte[]> split(byte[] secret, int shares, int needed, SecureRandom random) {
        if (secret.length > SECRET_BYTES_MAX || needed < 1 || needed > shares) {
            throw new IllegalArgumentException(secret.length + " bytes, " + needed + " of " + shares);
        }
        List<BigInteger> polynomial = new ArrayList<>();
        polynomial.add(new BigInteger(1, secret));
        while (polynomial.size() < needed) {
            polynomial.add(below(random));
        }
        List<byte[]> split = new ArrayList<>();
        for (int place = 1; place <= shares; place++) {
            BigInteger value = BigInteger.ZERO;
            for (int power = needed - 1; power >= 0; power--) {
                value = value.multiply(BigInteger.valueOf(place))
                        .add(polynomial.get(power))
                        .mod(PRIME);
            }
            split.add(bytes(value, SHARE_BYTES));
        }
        return split;
    }

    /** Evenly below the prime: the one number too many is drawn again. */
    private static BigInteger below(SecureRandom random) {
        BigInteger drawn = new BigInteger(PRIME.bitLength(), random);
        while (drawn.compareTo(PRIME) >= 0) {
            drawn = new BigInteger(PRIME.bitLength(), random);
        }
        return drawn;
    }

    /**
     * The secret, when the shares are those of one.
     *
     * @param shares by place; the first that are needed are taken
     * @param length bytes of the secret
     * @throws PooledRefused when there are too few, or they are no shares of such a secret
     */
    static byte[] join(Map<Integer, byte[]> shares, int needed, int length) {
        if (shares.size() < needed) {
            throw new PooledRefused("too-few-shares", shares.size() + " of " + needed);
        }
        Map<Integer, byte[]> taken = new TreeMap<>();
        new TreeMap<>(shares).entrySet().stream().limit(needed).forEach(one -> taken.put(one.getKey(), one.getValue()));
        BigInteger secret = BigInteger.ZERO;
        for (Map.Entry<Integer, byte[]> share : taken.entrySet()) {
            BigInteger weight = new BigInteger(1, share.getValue());
            for (int other : taken.keySet()) {
                if (other != share.getKey()) {
                    BigInteger apart = BigInteger.valueOf((long) other - share.getKey());
                    weight = weight.multiply(BigInteger.valueOf(other)).multiply(apart.modInverse(PRIME));
                }
            }
            secret = secret.add(weight).mod(PRIME);
        }
        if (secret.bitLength() > length * Byte.SIZE) {
            throw new PooledRefused("shares-contradict", "");
        }
        return bytes(secret, length);
    }

    private static byte[] bytes(BigInteger value, int length) {
        byte[] told = value.toByteArray();
        byte[] bytes = new byte[length];
        int from = Math.max(0, told.length - length);
        System.arraycopy(told, from, bytes, length - (told.length - from), told.length - from);
        return bytes;
    }
}
