package org.foyer.hub.linking.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a delimited file (RFC 4180) record by record: comma, semicolon, tab or bar as the header shows; UTF-8, else Windows-1252.
 */
final class Delimited implements AutoCloseable {

    private static final int BUFFER_CHARS = 1 << 16;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final Reader reader;
    private final char[] buffer = new char[BUFFER_CHARS];
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int at;
    private int end;
    private int line = 1;
    private int recordLine = 1;
    private char separator = ',';

    Delimited(Path file) throws IOException {
        reader = new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), 1 << 18), charset(file));
        fill();
        if (end > 0 && buffer[0] == '\uFEFF') {
            at = 1;
        }
        separator = separator();
    }

    private static Charset charset(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(1 << 16);
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            while (true) {
                int read = in.read(bytes, kept, bytes.length - kept);
                ByteBuffer some = ByteBuffer.wrap(bytes, 0, kept + Math.max(0, read));
                if (decoder.decode(some, decoded.clear(), read < 0).isError()) {
                    return Charset.forName("windows-1252");
                }
                if (read < 0) {
                    return StandardCharsets.UTF_8;
                }
                kept = some.remaining();
                System.arraycopy(bytes, some.position(), bytes, 0, kept);
            }
        }
    }

    /** The separator that stands most often in the first line outside quotes. */
    private char separator() {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = at; i < end && (quoted || buffer[i] != '\n' && buffer[i] != '\r'); i++) {
            quoted ^= buffer[i] == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += buffer[i] == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < counts.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** The next character, −1 at the end. */
    private int next() throws IOException {
        return at < end || fill() ? buffer[at++] : -1;
    }

    /** The physical line on which the last record began, from 1. */
    int line() {
        return recordLine;
    }

    /** Cells of the next record that is not blank, empty at the end of the file. The list is used again. */
    List<String> record() throws IOException {
        do {
            cells.clear();
            recordLine = line;
            if (!read()) {
                return List.of();
            }
        } while (cells.size() == 1 && cells.get(0).isBlank());
        return cells;
    }

    private boolean read() throws IOException {
        cell.setLength(0);
        int letter = next();
        if (letter < 0) {
            return false;
        }
        while (true) {
            if (letter == '"' && cell.isEmpty()) {
                letter = quoted();
            } else if (letter == separator) {
                endCell();
                letter = next();
            } else if (letter == '\n' || letter == '\r' || letter < 0) {
                endCell();
                endLine(letter);
                return true;
            } else {
                cell.append((char) letter);
                letter = next();
            }
        }
    }

    /** Reads to the end of the quotes and gives the character after them. */
    private int quoted() throws IOException {
        while (true) {
            int letter = next();
            if (letter == '"') {
                int after = next();
                if (after != '"') {
                    return after;
                }
            } else if (letter < 0) {
                return letter;
            }
            line += letter == '\n' ? 1 : 0;
            cell.append((char) letter);
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine(int letter) throws IOException {
        line++;
        if (letter == '\r') {
            int after = next();
            at -= after >= 0 && after != '\n' ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
