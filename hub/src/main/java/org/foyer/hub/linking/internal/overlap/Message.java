package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.foyer.hub.linking.OverlapRefused;

/**
 * A message of the protocol: {@code FOVL}, edition 1, kind, 32 bytes of the question, 4 bytes of length, content. At most
 * {@value #BYTES_MAX} bytes.
 */
record Message(Kind kind, byte[] content) {

    /** Points in one message. */
    static final int POINTS_MAX = 32_000;

    static final int DIGEST = 32;
    private static final int HEAD = 42;
    static final int BYTES_MAX = HEAD + POINTS_MAX * Curve.BYTES;

    private static final int MARK = 0x464f564c;
    private static final byte EDITION = 1;

    enum Kind {
        OFFER,
        ACCEPT,
        ASKED_POINTS,
        DOUBLED,
        OWN_POINTS,
        RESULT,
        SKETCH
    }

    static byte[] of(Kind kind, byte[] question, byte[] content) {
        return ByteBuffer.allocate(HEAD + content.length)
                .putInt(MARK)
                .put(EDITION)
                .put((byte) kind.ordinal())
                .put(question)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** @param unit the content is a multiple of it, and not empty @throws OverlapRefused unless it is of this kind and question */
    static Message read(byte[] bytes, Kind kind, byte[] question, int unit) throws OverlapRefused {
        if (bytes.length <= HEAD || bytes.length > BYTES_MAX) {
            throw new OverlapRefused("overlap-message");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean ours = in.getInt() == MARK && in.get() == EDITION && in.get() == (byte) kind.ordinal();
        byte[] asked = new byte[DIGEST];
        in.get(asked);
        if (!ours || in.getInt() != bytes.length - HEAD || (bytes.length - HEAD) % unit != 0) {
            throw new OverlapRefused("overlap-message");
        }
        if (!Arrays.equals(asked, question)) {
            throw new OverlapRefused("overlap-other-question");
        }
        return new Message(kind, Arrays.copyOfRange(bytes, HEAD, bytes.length));
    }

    static Kind kind(byte[] bytes) throws OverlapRefused {
        if (bytes.length <= HEAD || bytes[5] < 0 || bytes[5] >= Kind.values().length) {
            throw new OverlapRefused("overlap-message");
        }
        return Kind.values()[bytes[5]];
    }
}
