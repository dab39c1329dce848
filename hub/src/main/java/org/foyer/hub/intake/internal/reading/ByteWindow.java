package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.InputStream;

/** A stretch of a stream in one buffer: {@code bytes[start..end)}, always with a line feed at {@code end}. */
final class ByteWindow {

    final byte[] bytes;
    private final InputStream in;
    int start;
    int end;
    /** Whether the stream has nothing more. */
    boolean last;
    /** Bytes taken from the stream so far. */
    long taken;

    ByteWindow(InputStream in, int size) {
        this.in = in;
        this.bytes = new byte[size + 1];
    }

    boolean atEnd() {
        return last && start == end;
    }

    /** Moves what is left to the front and reads as much as fits behind it. */
    void fill() throws IOException {
        int rest = end - start;
        if (rest == bytes.length - 1) {
            throw new IllegalStateException("a record longer than the buffer");
        }
        System.arraycopy(bytes, start, bytes, 0, rest);
        start = 0;
        end = rest;
        while (end < bytes.length - 1) {
            int read = in.read(bytes, end, bytes.length - 1 - end);
            if (read < 0) {
                last = true;
                break;
            }
            end += read;
            taken += read;
        }
        bytes[end] = '\n';
    }

    void skipByteOrderMark() {
        if (end - start >= 3
                && bytes[start] == (byte) 0xEF
                && bytes[start + 1] == (byte) 0xBB
                && bytes[start + 2] == (byte) 0xBF) {
            start += 3;
        }
    }

    /** Where the line that holds {@code from} ends, without its line end; -1 when not in the buffer. */
    int lineEnd(int from) {
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                return at;
            }
        }
        return -1;
    }

    /** Goes to the next physical line, reading on as needed; answers whether the line had an end. */
    boolean skipLine() throws IOException {
        int at = lineEnd(start);
        while (at < 0 && !last) {
            start = end;
            fill();
            at = lineEnd(start);
        }
        if (at < 0) {
            start = end;
            return false;
        }
        if (bytes[at] == '\r' && at + 1 == end && !last) {
            start = at;
            fill();
            at = start;
        }
        start = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : at + 1;
        return true;
    }
}
