package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes iCalendar lines of at most 75 octets ended by CRLF, never cutting a character in two (RFC 5545, 3.1). */
final class OctetFolding {

    private static final int LINE_OCTETS = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private final OutputStream out;

    OctetFolding(OutputStream out) {
        this.out = out;
    }

    /** Writes text whose lines end with CRLF. */
    void write(String lines) throws IOException {
        for (String line : lines.split("\r\n")) {
            writeLine(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeLine(byte[] line) throws IOException {
        int from = 0;
        int room = LINE_OCTETS;
        while (line.length - from > room) {
            int end = from + room;
            while ((line[end] & CONTINUATION_MASK) == CONTINUATION) {
                end--;
            }
            out.write(line, from, end - from);
            out.write(FOLD);
            from = end;
            room = LINE_OCTETS - 1;
        }
        out.write(line, from, line.length - from);
        out.write(FOLD, 0, 2);
    }
}
