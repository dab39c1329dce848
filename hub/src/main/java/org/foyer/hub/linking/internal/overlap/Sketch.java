package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.foyer.hub.linking.OverlapRefused;

/**
 * A theta sketch (Dasgupta, Lang, Rhodes and Thaler 2016): of many values the smallest, from which unions and intersections are estimated by {@link SketchPool}.
 * The values are pseudonyms, which are even over all numbers already. A sketch holds at most one in {@value #SHARE} of its people, so that it is no
 * list of them, and small sets have none.
 *
 * @param theta all values below it are held, none other; the whole range is 2^62
 * @param values sorted, each once
 */
record Sketch(long theta, long[] values) {

    /** Values held at most: an error of 0.4 per cent of a union at one sigma. */
    static final int HELD_MAX = 65_536;

    static final int HELD_MIN = 1_024;
    static final int SHARE = 4;

    /** People without whom there is no sketch. */
    static final int PEOPLE_MIN = HELD_MIN * SHARE;

    private static final double RANGE = 0x1p62;
    private static final int HEAD = Long.BYTES;

    static Sketch of(Column pseudonyms) throws OverlapRefused {
        if (pseudonyms.size() < PEOPLE_MIN) {
            throw new OverlapRefused("overlap-sketch-small");
        }
        ByteBuffer cells = ByteBuffer.wrap(pseudonyms.cells());
        long[] all = new long[pseudonyms.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = cells.getLong(i * Pseudonyms.BYTES) >>> 2;
        }
        Arrays.sort(all);
        long[] distinct = LongStream.of(all).distinct().toArray();
        int held = Math.min(HELD_MAX, distinct.length / SHARE);
        return new Sketch(distinct[held], Arrays.copyOf(distinct, held));
    }

    /** Share of all people that are held. */
    double share() {
        return shareBelow(theta);
    }

    static double shareBelow(long theta) {
        return theta / RANGE;
    }

    /** For the pool alone. */
    byte[] bytes(byte[] scope) {
        ByteBuffer content =
                ByteBuffer.allocate(HEAD + values.length * Long.BYTES).putLong(theta);
        LongStream.of(values).forEach(content::putLong);
        return Message.of(Message.Kind.SKETCH, scope, content.array());
    }

    /** @throws OverlapRefused {@code overlap-sketch-small}, {@code overlap-message}, {@code overlap-order} */
    static Sketch read(byte[] message, byte[] scope) throws OverlapRefused {
        ByteBuffer in = ByteBuffer.wrap(
                Message.read(message, Message.Kind.SKETCH, scope, Long.BYTES).content());
        long theta = in.getLong();
        long[] values = new long[in.remaining() / Long.BYTES];
        long before = -1;
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getLong();
            if (values[i] <= before || values[i] >= theta) {
                throw new OverlapRefused("overlap-order");
            }
            before = values[i];
        }
        if (values.length < HELD_MIN || values.length > HELD_MAX || shareBelow(theta) > 1.2 / SHARE) {
            throw new OverlapRefused("overlap-sketch-small");
        }
        double least = values.length < HELD_MAX ? 0.8 / SHARE : 0.8 * HELD_MAX / SetRules.SET_MAX;
        if (shareBelow(theta) < least) { // of more people than a house may have: it would make everybody's sample small
            throw new OverlapRefused("overlap-set-large");
        }
        return new Sketch(theta, values);
    }
}
