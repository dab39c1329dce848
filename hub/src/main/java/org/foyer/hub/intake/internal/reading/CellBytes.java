package org.foyer.hub.intake.internal.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a charset into UTF-8 by a table of 256 entries; UTF-8 itself is only checked. */
final class CellBytes {

    private final Charset charset;
    /** For each byte its one to three UTF-8 bytes, lowest first; 0 for a byte that means nothing; null for UTF-8. */
    private final int @Nullable [] utf8Of;

    CellBytes(Charset charset) {
        this.charset = charset;
        this.utf8Of = charset.equals(StandardCharsets.UTF_8) ? null : table(charset);
    }

    private static int[] table(Charset charset) {
        int[] table = new int[256];
        for (int b = 0; b < 256; b++) {
            try {
                CharBuffer decoded = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(new byte[] {(byte) b}));
                byte[] utf8 = decoded.toString().getBytes(StandardCharsets.UTF_8);
                for (int i = utf8.length - 1; i >= 0; i--) {
                    table[b] = table[b] << 8 | utf8[i] & 0xFF;
                }
            } catch (CharacterCodingException meansNothing) {
                table[b] = 0;
            }
        }
        return table;
    }

    boolean isUtf8() {
        return utf8Of == null;
    }

    /** Whether every byte above 127 means something in this charset. */
    boolean sound(byte[] bytes, int from, int to) {
        return utf8Of == null ? Utf8.sound(bytes, from, to) : eachKnown(utf8Of, bytes, from, to);
    }

    private static boolean eachKnown(int[] table, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 && table[bytes[i] & 0xFF] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes one byte of this charset as UTF-8 and answers where it ended. */
    int put(byte b, byte[] target, int at) {
        if (b >= 0 || utf8Of == null) {
            target[at] = b;
            return at + 1;
        }
        int end = at;
        for (int rest = utf8Of[b & 0xFF]; rest != 0; rest >>>= 8) {
            target[end++] = (byte) rest;
        }
        return end;
    }

    /** The bytes as text; what means nothing becomes U+FFFD. */
    String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, charset);
    }
}
