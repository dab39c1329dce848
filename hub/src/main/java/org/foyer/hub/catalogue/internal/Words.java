package org.foyer.hub.catalogue.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Words of the houses and what they certainly mean, from a shipped table: one word a line, its columns after it. */
final class Words {

    /** Words remembered as they stand: a programme says the same few again and again, and folding one is slow. */
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<String, List<String>> meanings = new HashMap<>();
    private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();

    /** Reads a table of the jar. */
    static Words of(String resource) {
        Words words = new Words();
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + resource);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .forEach(columns -> words.meanings.put(folded(columns.get(0)), columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** One column of what a word means, or null when the word is not in the table or has nothing there. */
    @Nullable
    String meaning(@Nullable String word, int column) {
        if (word == null) {
            return null;
        }
        List<String> columns = remembered.get(word);
        if (columns == null) {
            columns = meanings.getOrDefault(folded(word), List.of());
            if (remembered.size() < REMEMBERED_MAX) {
                remembered.put(word, columns);
            }
        }
        return columns.isEmpty() || columns.get(column).isEmpty() ? null : columns.get(column);
    }

    private static String folded(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
