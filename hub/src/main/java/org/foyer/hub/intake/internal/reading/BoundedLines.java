package org.foyer.hub.intake.internal.reading;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, of which only so many characters are kept. */
final class BoundedLines {

    private final Reader in;
    private final int charsMax;
    private boolean terminated;
    private boolean tooLong;

    BoundedLines(Reader in, int charsMax) {
        this.in = in;
        this.charsMax = charsMax;
    }

    /** The next line without its line feed, cut when it is too long; null at the end. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        terminated = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0; c = in.read()) {
            if (c == '\n') {
                terminated = true;
                break;
            }
            if (line.length() < charsMax) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
        }
        return line.toString();
    }

    boolean terminated() {
        return terminated;
    }

    boolean tooLong() {
        return tooLong;
    }
}
