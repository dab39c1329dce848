package org.foyer.hub.linking.internal.overlap;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * Texts to points of Curve25519 without anybody knowing their logarithms: the suite {@code curve25519_XMD:SHA-512_ELL2_NU_} of RFC 9380,
 * by u-coordinate and without clearing the cofactor, which every multiplication does. Many at once, because they share one inversion.
 */
final class Elligator {

    private static final int BLOCK = 128;
    private static final int DIGEST = 64;
    private static final int FIELD = 48;
    private static final int A = 486_662;
    private static final int CHOICES = 40;
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    private final byte[] tag;
    private final MessageDigest sha512;
    private final int[] one = X25519Field.create();
    private final int[] minusA = X25519Field.create();

    /** @param domain separates these points from those of any other use, at most 255 letters */
    Elligator(String domain) {
        byte[] text = domain.getBytes(StandardCharsets.US_ASCII);
        this.tag = java.util.Arrays.copyOf(text, text.length + 1);
        this.tag[text.length] = (byte) text.length;
        try {
            this.sha512 = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        X25519Field.one(one);
        X25519Field.mul(one, A, minusA);
        X25519Field.negate(minusA, minusA);
        X25519Field.carry(minusA);
    }

    /** Writes the points of some texts one after the other. */
    void encode(byte[][] texts, int from, int to, byte[] points, int place) {
        int count = to - from;
        int[][] parts = new int[count][];
        int[][] products = new int[count][];
        int[] running = one.clone();
        for (int i = 0; i < count; i++) {
            parts[i] = denominator(field(texts[from + i]));
            products[i] = running.clone();
            X25519Field.mul(running, parts[i], running);
        }
        int[] inverse = X25519Field.create();
        X25519Field.invVar(running, inverse);
        int[] own = X25519Field.create();
        for (int i = count - 1; i >= 0; i--) {
            X25519Field.mul(inverse, products[i], own);
            X25519Field.mul(inverse, parts[i], inverse);
            point(own, points, place + i * Curve.BYTES);
        }
    }

    /** One plus twice the square; 2 is the non-square of the suite, so that it is never zero. */
    private int[] denominator(byte[] littleEndian) {
        int[] u = X25519Field.create();
        X25519Field.decode(littleEndian, u);
        X25519Field.sqr(u, u);
        X25519Field.add(u, u, u);
        X25519Field.carry(u);
        X25519Field.add(u, one, u);
        X25519Field.carry(u);
        return u;
    }

    private void point(int[] inverse, byte[] points, int place) {
        int[] x = X25519Field.create();
        X25519Field.mul(minusA, inverse, x);
        if (!isOnCurve(x)) {
            X25519Field.sub(minusA, x, x);
            X25519Field.carry(x);
        }
        X25519Field.normalize(x);
        X25519Field.encode(x, points, place);
    }

    /** Whether x³ + A x² + x is a square. */
    private boolean isOnCurve(int[] x) {
        return isSquare(right(x));
    }

    private boolean isSquare(int[] value) {
        return X25519Field.sqrtRatioVar(value, one, X25519Field.create());
    }

    private int[] right(int[] x) {
        int[] value = X25519Field.create();
        X25519Field.sub(x, minusA, value);
        X25519Field.carry(value);
        X25519Field.mul(value, x, value);
        X25519Field.add(value, one, value);
        X25519Field.carry(value);
        X25519Field.mul(value, x, value);
        return value;
    }

    /** Whether the bytes at a place are the u of a point of the curve and not of its twist. */
    boolean isOnCurve(byte[] points, int place) {
        return isSquare(right(points, place));
    }

    private int[] right(byte[] points, int place) {
        int[] x = X25519Field.create();
        X25519Field.decode(points, place, x);
        return right(x);
    }

    /**
     * Whether so many points all lie on the curve. The product of some values is a square when all of them are; when one is not, it is none in
     * half of all choices. So the products of {@value #CHOICES} random choices are looked at instead of every value, at a fifth of the price:
     * a point of the twist passes once in 2^{@value #CHOICES} times.
     */
    boolean areOnCurve(byte[] points, int place, int count, SecureRandom random) {
        int[][] values = new int[count][];
        for (int i = 0; i < count; i++) {
            values[i] = right(points, place + i * Curve.BYTES);
        }
        byte[] chosen = new byte[(count + 7) / 8];
        for (int choice = 0; choice < CHOICES; choice++) {
            random.nextBytes(chosen);
            int[] product = one.clone();
            for (int i = 0; i < count; i++) {
                if ((chosen[i >> 3] >> (i & 7) & 1) == 1) {
                    X25519Field.mul(product, values[i], product);
                }
            }
            if (!isSquare(product)) {
                return false;
            }
        }
        return true;
    }

    /** hash_to_field of RFC 9380 with one block of expand_message_xmd. */
    byte[] field(byte[] text) {
        try {
            sha512.reset();
            sha512.update(new byte[BLOCK]);
            sha512.update(text);
            sha512.update(new byte[] {0, FIELD, 0});
            sha512.update(tag);
            byte[] first = new byte[DIGEST];
            sha512.digest(first, 0, DIGEST);
            sha512.update(first);
            sha512.update((byte) 1);
            sha512.update(tag);
            byte[] block = sha512.digest();
            return Curve.littleEndian(new BigInteger(1, block, 0, FIELD).mod(PRIME));
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }
}
