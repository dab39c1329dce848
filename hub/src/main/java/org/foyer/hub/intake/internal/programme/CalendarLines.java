package org.foyer.hub.intake.internal.programme;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the content lines of iCalendar (RFC 5545, section 3.1) one by one; lines are folded between octets, not letters. */
final class CalendarLines {

    private static final int LINE_BYTES_MAX = 1 << 20;

    /**
     * One property.
     *
     * @param name in capitals
     * @param parameters by name in capitals
     * @param value as written, escapes and all
     */
    record Line(String name, Map<String, String> parameters, String value) {

        /** The value of a text, without its escapes. */
        String text() {
            StringBuilder text = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && i + 1 < value.length()) {
                    char escaped = value.charAt(++i);
                    text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }
    }

    private final BufferedInputStream in;
    private long line;
    private boolean ended;

    CalendarLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Physical line at which the reading stands, from 1. */
    long line() {
        return line;
    }

    /** The next property, null at the end. Lines that are none are passed over. */
    @Nullable
    Line next() throws IOException {
        while (!ended) {
            String text = unfolded();
            Line parsed = parsed(text);
            if (parsed != null) {
                return parsed;
            }
        }
        return null;
    }

    private String unfolded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(100);
        line++;
        while (true) {
            int b = in.read();
            if (b < 0) {
                ended = true;
                break;
            }
            if (b == '\n') {
                in.mark(1);
                int next = in.read();
                if (next == ' ' || next == '\t') {
                    line++;
                    continue;
                }
                in.reset();
                break;
            }
            if (b != '\r') {
                bytes.write(b);
            }
            if (bytes.size() > LINE_BYTES_MAX) {
                throw new JsonLists.Broken("record-too-long", line);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new JsonLists.Broken("encoding-broken", line);
        }
    }

    private static @Nullable Line parsed(String text) {
        int at = endOfWord(text, 0);
        String name = text.substring(0, at).strip().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        while (at < text.length() && text.charAt(at) == ';') {
            int equals = text.indexOf('=', at);
            int end = endOfParameter(text, at + 1);
            if (equals > at && equals < end) {
                parameters.put(
                        text.substring(at + 1, equals).toUpperCase(Locale.ROOT),
                        text.substring(equals + 1, end).replace("\"", ""));
            }
            at = end;
        }
        return at < text.length() && !name.isEmpty() ? new Line(name, parameters, text.substring(at + 1)) : null;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != ':') {
            at++;
        }
        return at;
    }

    private static int endOfParameter(String text, int from) {
        boolean quoted = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ':')) {
                return at;
            }
            at++;
        }
        return at;
    }
}
