package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Gives a UTF-16 file as UTF-8. What is not UTF-16 becomes U+FFFF, which {@link Utf8} refuses in its line. */
final class Utf16AsUtf8 extends InputStream {

    private static final int CHARS = 1 << 15;

    private final InputStreamReader chars;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer decoded = CharBuffer.allocate(CHARS).flip();
    private final ByteBuffer encoded = ByteBuffer.allocate(4 * CHARS).flip();
    private boolean ended;

    Utf16AsUtf8(InputStream in, Charset charset) {
        this.chars = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith("\uFFFF"));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!encoded.hasRemaining()) {
            if (ended) {
                return -1;
            }
            refill();
        }
        int given = Math.min(length, encoded.remaining());
        encoded.get(target, offset, given);
        return given;
    }

    private void refill() throws IOException {
        decoded.compact();
        ended = chars.read(decoded) < 0;
        decoded.flip();
        encoded.clear();
        encoder.encode(decoded, encoded, ended);
        encoded.flip();
    }

    @Override
    public void close() throws IOException {
        chars.close();
    }
}
