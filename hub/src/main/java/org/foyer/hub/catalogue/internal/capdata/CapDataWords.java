package org.foyer.hub.catalogue.internal.capdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names of Cap Data's vocabulary, from a table of the jar: the model is expected to move. */
final class CapDataWords {

    private static final String TABLE = "/catalogue/capdata.csv";
    private static final Map<String, String> NAMES = read();

    private CapDataWords() {}

    private static Map<String, String> read() {
        try (InputStream in = CapDataWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + TABLE);
            }
            Map<String, String> names = new HashMap<>();
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                if (!line.startsWith("#")) {
                    names.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String namespace() {
        return of("namespace");
    }

    /** The name of a class or property for one of our words. */
    static String of(String word) {
        return Objects.requireNonNull(NAMES.get(word), word);
    }
}
