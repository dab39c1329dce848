package org.foyer.hub.site.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The sentences behind stable codes, in French and English. Placeholders are {0}, {1}…; everything else is kept as it
 * stands, apostrophes too.
 */
public final class Sentences {

    private static final Properties FRENCH = load("fr");
    private static final Properties ENGLISH = load("en");

    private final Properties properties;

    private Sentences(Properties properties) {
        this.properties = properties;
    }

    /** French for French readers, English for all others. */
    public static Sentences in(Locale language) {
        return new Sentences("fr".equals(language.getLanguage()) ? FRENCH : ENGLISH);
    }

    /** What happened; the code itself when no one wrote a sentence for it. */
    public String sentence(String code, List<String> arguments) {
        return fill(properties.getProperty(code, code), arguments);
    }

    /** What to do about it, or empty text. */
    public String mend(String code, List<String> arguments) {
        return fill(properties.getProperty(code + ".mend", ""), arguments);
    }

    public boolean knows(String code) {
        return properties.containsKey(code);
    }

    private static String fill(String text, List<String> arguments) {
        String filled = text;
        for (int i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", arguments.get(i));
        }
        return filled;
    }

    private static Properties load(String language) {
        Properties all = new Properties();
        for (String family : List.of("problems", "attention")) {
            String resource = "/%s/%s_%s.properties".formatted(family, family, language);
            try (InputStream in = Sentences.class.getResourceAsStream(resource)) {
                if (in != null) {
                    all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
