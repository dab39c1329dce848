package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes records as strict UTF-8 CSV; see {@link WorkingTable}. One buffer, no object per record. */
final class TableFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final OutputStream out;
    private byte[] buffer = new byte[BUFFER_BYTES + (1 << 16)];
    private int length;
    private long records;
    private int column;
    private boolean[] padded = new boolean[64];

    private TableFile(Path path) throws IOException {
        this.path = path;
        this.out = Files.newOutputStream(path);
    }

    static TableFile in(Path folder, String prefix) throws IOException {
        return new TableFile(Files.createTempFile(folder, prefix, ".csv"));
    }

    Path path() {
        return path;
    }

    long records() {
        return records;
    }

    /** Columns, from 1, of which some cell begins or ends with what may be a blank. */
    Set<Integer> padded() {
        return IntStream.range(0, padded.length)
                .filter(i -> padded[i])
                .mapToObj(i -> i + 1)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The buffer, with room for that many more bytes after {@link #length()}. */
    byte[] room(int bytes) throws IOException {
        if (length + bytes > buffer.length) {
            flush();
            if (bytes > buffer.length) {
                buffer = new byte[bytes + (1 << 16)];
            }
        }
        return buffer;
    }

    int length() {
        return length;
    }

    /** Says that whoever asked for {@link #room} wrote up to here. */
    void length(int reached) {
        length = reached;
    }

    /** Begins a record with its line number. */
    void line(long line) throws IOException {
        column = 0;
        byte[] bytes = room(20);
        int digits = 1;
        for (long rest = line; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = line;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Takes note of the edges of the next cell of the record, which stands there as it is written. */
    void next(byte[] bytes, int from, int to) {
        int at = column++;
        int quote = to - from >= 2 && bytes[from] == '"' ? 1 : 0;
        if (to - from > 2 * quote && (mayBlank(bytes[from + quote]) || mayBlank(bytes[to - 1 - quote]))) {
            if (at >= padded.length) {
                padded = Arrays.copyOf(padded, 2 * at);
            }
            padded[at] = true;
        }
    }

    /** Spaces, what stands before them in the code, and every byte of a longer character. */
    private static boolean mayBlank(byte b) {
        return b <= ' ';
    }

    /** One more cell; line ends inside become {@code \n}. */
    void cell(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        cell(utf8, 0, utf8.length);
    }

    /** One more cell from UTF-8 bytes. */
    void cell(byte[] utf8, int from, int to) throws IOException {
        byte[] bytes = room(2 * (to - from) + 3);
        int at = length;
        bytes[at++] = ',';
        if (plain(utf8, from, to)) {
            System.arraycopy(utf8, from, bytes, at, to - from);
            length = at + to - from;
            next(bytes, at, length);
            return;
        }
        bytes[at++] = '"';
        for (int i = from; i < to; i++) {
            byte b = utf8[i];
            if (b == '\r') {
                if (i + 1 == to || utf8[i + 1] != '\n') {
                    bytes[at++] = '\n';
                }
                continue;
            }
            if (b == '"') {
                bytes[at++] = '"';
            }
            bytes[at++] = b;
        }
        bytes[at++] = '"';
        next(bytes, length + 1, at);
        length = at;
    }

    private static boolean plain(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = utf8[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return false;
            }
        }
        return true;
    }

    void endRecord() throws IOException {
        room(1)[length++] = '\n';
        records++;
        if (length >= BUFFER_BYTES) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
