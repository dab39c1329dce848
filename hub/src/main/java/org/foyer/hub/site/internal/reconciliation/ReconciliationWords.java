package org.foyer.hub.site.internal.reconciliation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What types, properties and features are called, in both languages, from a table of the jar. */
public final class ReconciliationWords {

    private static final String TABLE = "/catalogue/reconciliation.csv";
    private static final int FRENCH = 1;
    private static final int EXPLAINED = 2;
    private static final Map<String, String[]> WORDS = read();

    private ReconciliationWords() {}

    private static Map<String, String[]> read() {
        try (InputStream in = ReconciliationWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + TABLE);
            }
            Map<String, String[]> words = new LinkedHashMap<>();
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split(";", -1);
                    words.put(columns[0], columns);
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> all() {
        return WORDS.keySet();
    }

    /** The name of a type, property or feature; what is unknown is called as it was asked for. */
    public static String name(String id, Locale language) {
        String[] columns = WORDS.get(id);
        return columns == null ? id : columns[FRENCH + offset(language)];
    }

    /** One sentence on it; empty when the name says it all. */
    public static String explained(String id, Locale language) {
        String[] columns = WORDS.get(id);
        return columns == null ? "" : columns[FRENCH + EXPLAINED + offset(language)];
    }

    public static boolean knows(String id) {
        return WORDS.containsKey(id);
    }

    private static int offset(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? 1 : 0;
    }
}
