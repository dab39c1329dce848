package org.foyer.hub.simulation.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes text as bytes of one encoding without an object per line. */
final class Bytes implements Closeable {

    private static final int FLUSH_AT = 1 << 17;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final OutputStream out;
    private final byte @Nullable [] single;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int size;

    Bytes(Path file, Charset charset) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), FLUSH_AT);
        this.single = charset.equals(StandardCharsets.UTF_8) ? null : table(charset);
    }

    /** The byte of each character of a one-byte encoding; a question mark for those it lacks. */
    private static byte[] table(Charset charset) {
        byte[] table = new byte[0x10000];
        Arrays.fill(table, (byte) '?');
        CharsetEncoder encoder = charset.newEncoder();
        for (int i = 0; i < 0x3000; i++) {
            if (encoder.canEncode((char) i)) {
                ByteBuffer encoded = charset.encode(CharBuffer.wrap(new char[] {(char) i}));
                table[i] = encoded.get(0);
            }
        }
        return table;
    }

    Bytes put(char ascii) {
        buffer[size++] = (byte) ascii;
        return this;
    }

    Bytes text(String text) {
        room(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 0x80) {
                buffer[size++] = (byte) letter;
            } else if (single != null) {
                buffer[size++] = single[letter];
            } else if (letter < 0x800) {
                buffer[size++] = (byte) (0xC0 | letter >> 6);
                buffer[size++] = (byte) (0x80 | letter & 0x3F);
            } else {
                buffer[size++] = (byte) (0xE0 | letter >> 12);
                buffer[size++] = (byte) (0x80 | letter >> 6 & 0x3F);
                buffer[size++] = (byte) (0x80 | letter & 0x3F);
            }
        }
        return this;
    }

    /** Bytes that are in the encoding already. */
    Bytes raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Bytes two(int number) {
        buffer[size++] = (byte) ('0' + number / 10);
        buffer[size++] = (byte) ('0' + number % 10);
        return this;
    }

    Bytes number(long number) {
        return padded(number, 1);
    }

    /** A number with leading zeros up to a width. */
    Bytes padded(long number, int width) {
        long rest = Math.abs(number);
        if (number < 0) {
            buffer[size++] = '-';
        }
        int digits = width;
        while (digits < POWERS.length && rest >= POWERS[digits]) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Minor units as a decimal number with two places. */
    Bytes money(long minor, char point, boolean grouped) {
        long whole = Math.abs(minor) / 100;
        if (minor < 0) {
            buffer[size++] = '-';
        }
        if (grouped && whole >= 1_000) {
            number(whole / 1_000);
            text("\u00A0");
            padded(whole % 1_000, 3);
        } else {
            number(whole);
        }
        buffer[size++] = (byte) point;
        return two((int) (Math.abs(minor) % 100));
    }

    /** Where the next byte goes, until the record ends. */
    int mark() {
        return size;
    }

    /** The bytes written since a mark. */
    byte[] since(int mark) {
        return Arrays.copyOfRange(buffer, mark, size);
    }

    void backTo(int mark) {
        size = mark;
    }

    private void room(int needed) {
        if (size + needed + 64 > buffer.length) {
            buffer = Arrays.copyOf(buffer, (size + needed + 64) * 2);
        }
    }

    /** Ends a record; what was written goes out when there is enough of it. */
    void end() throws IOException {
        if (size >= FLUSH_AT) {
            out.write(buffer, 0, size);
            size = 0;
        }
        room(4096);
    }

    @Override
    public void close() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.close();
    }
}
