package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every byte of a file once to tell its encoding, because the first accent may stand in line 100,000.
 *
 * <p>UTF-8 shows by its sequences; {@link WesternMarks} tells the western one-byte encodings apart.
 */
final class EncodingScan {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");

    private static final int BUFFER_BYTES = 1 << 20;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    long bytes;
    long zeros;
    long zerosAtEvenPlaces;
    long sequences;
    long strays;
    /** Offset of the first byte that is not UTF-8, or -1. */
    long firstStray = -1;

    private final WesternMarks marks = new WesternMarks();

    /** Scans the beginning of a file only. */
    static EncodingScan of(Head head) {
        EncodingScan scan = new EncodingScan();
        scan.bytes = scan.look(head.bytes(), head.bytes().length, head.whole());
        return scan;
    }

    /** Scans the whole file. */
    static EncodingScan of(Path file) throws IOException {
        EncodingScan scan = new EncodingScan();
        byte[] buffer = new byte[BUFFER_BYTES];
        int rest = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(buffer, rest, buffer.length - rest);
                    rest + read > 0;
                    read = in.readNBytes(buffer, rest, buffer.length - rest)) {
                int end = rest + read;
                boolean last = end < buffer.length;
                int done = scan.look(buffer, end, last);
                rest = end - done;
                scan.bytes += done;
                if (last) {
                    break;
                }
                System.arraycopy(buffer, done, buffer, 0, rest);
            }
        }
        return scan;
    }

    /** Answers how far it came: up to three bytes of a sequence that may go on are left. */
    private int look(byte[] buffer, int end, boolean last) {
        int at = 0;
        while (at < end) {
            if (at + 8 <= end) {
                long eight = (long) LONGS.get(buffer, at);
                if ((eight & HIGH_BITS) == 0 && ((eight - ONES) & ~eight & HIGH_BITS) == 0) {
                    at += 8;
                    continue;
                }
            }
            byte b = buffer[at];
            if (b == 0) {
                zeros++;
                zerosAtEvenPlaces += 1 - ((bytes + at) & 1);
                at++;
            } else if (b > 0) {
                at++;
            } else if (!last && at + 4 > end) {
                return at;
            } else {
                at += high(buffer, at, end);
            }
        }
        return at;
    }

    private int high(byte[] buffer, int at, int end) {
        int length = Utf8.length(buffer, at, end);
        if (length > 1) {
            sequences++;
            return length;
        }
        strays++;
        if (firstStray < 0) {
            firstStray = bytes + at;
        }
        marks.look(buffer, at, end);
        return 1;
    }

    /** Whether every second byte is zero: UTF-16 of western text, with or without a byte order mark. */
    @Nullable
    Charset utf16(Head head) {
        if (head.begins(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.begins(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (zeros * 10 < bytes * 3 || zeros * 10 > bytes * 6) {
            return null;
        }
        if (zerosAtEvenPlaces * 20 < zeros) {
            return StandardCharsets.UTF_16LE;
        }
        return zerosAtEvenPlaces * 20 > zeros * 19 ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-8 unless more bytes speak against it than for it. */
    Charset charset() {
        if (strays <= sequences) {
            return StandardCharsets.UTF_8;
        }
        return marks.speakFor15() ? ISO_8859_15 : WINDOWS_1252;
    }

    /** Whether some bytes are of another encoding than the rest. */
    boolean mixed() {
        return strays > 0 && strays <= sequences;
    }

    /** Physical line of an offset, from 1. */
    static long lineAt(Path file, long offset) throws IOException {
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            boolean afterCr = false;
            long left = offset;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\r' || buffer[i] == '\n' && !afterCr) {
                        line++;
                    }
                    afterCr = buffer[i] == '\r';
                }
                left -= read;
            }
        }
        return line;
    }
}
