package org.foyer.hub.linking.internal.overlap;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Iterator;
import org.foyer.hub.linking.OverlapRefused;

/** Keys of people as points, multiplied by a secret: what may leave a house, and what comes back of it. */
final class Blinding {

    static final String DOMAIN = "FOYER-V01-CS01-with-curve25519_XMD:SHA-512_ELL2_NU_";

    /** Keys read at once, so that what is held of them in the clear stays small. */
    private static final int AT_ONCE = 16_384;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Blinding() {}

    /**
     * The sorted products of keys, each once.
     *
     * @param context comes before every key, so that points of one question are none of another
     * @throws OverlapRefused {@code overlap-set-large}
     */
    static Column ofKeys(Iterator<String> keys, byte[] context, byte[] scalar, int most) throws OverlapRefused {
        Column points = new Column(Curve.BYTES, AT_ONCE);
        byte[][] texts = new byte[AT_ONCE][];
        while (keys.hasNext()) {
            int count = 0;
            while (count < AT_ONCE && keys.hasNext()) {
                texts[count++] = text(context, keys.next());
            }
            if (points.size() + count > most) {
                throw new OverlapRefused("overlap-set-large");
            }
            int place = points.grow(count);
            byte[] cells = points.cells();
            Lanes.each(count, (from, to) -> {
                new Elligator(DOMAIN).encode(texts, from, to, cells, place + from * Curve.BYTES);
                multiply(Curve.by(scalar), cells, place + from * Curve.BYTES, to - from);
            });
        }
        points.sort();
        points.distinct();
        return points;
    }

    static byte[] text(byte[] context, String key) {
        byte[] own = key.getBytes(StandardCharsets.UTF_8);
        byte[] text = java.util.Arrays.copyOf(context, context.length + own.length);
        System.arraycopy(own, 0, text, context.length, own.length);
        return text;
    }

    private static void multiply(Curve.Multiplier multiplier, byte[] cells, int place, int count)
            throws OverlapRefused {
        for (int i = 0; i < count; i++) {
            multiplier.multiply(cells, place + i * Curve.BYTES, cells, place + i * Curve.BYTES);
        }
    }

    /**
     * Products of points that came from elsewhere. They must be points of the curve: those of its twist are refused like those of small
     * order.
     *
     * @return as many points, in the order of the given ones
     */
    static byte[] ofPoints(byte[] points, byte[] scalar) throws OverlapRefused {
        byte[] products = points.clone();
        Lanes.each(points.length / Curve.BYTES, (from, to) -> {
            if (!new Elligator(DOMAIN).areOnCurve(points, from * Curve.BYTES, to - from, RANDOM)) {
                throw new OverlapRefused("overlap-point");
            }
            multiply(Curve.by(scalar), products, from * Curve.BYTES, to - from);
        });
        return products;
    }
}
