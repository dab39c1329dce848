package org.foyer.hub.site.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences behind stable codes, in French and English. Placeholders are {0}, {1}…; {0?ticket:tickets} is the word that
 * fits argument 0, which is a count; everything else is kept as it stands, apostrophes too.
 */
public final class Sentences {

    private static final Properties FRENCH = load("fr");
    private static final Properties ENGLISH = load("en");

    private static final Pattern FORMS = Pattern.compile("\\{(\\d)\\?([^:{}]*):([^{}]*)}");

    private final Properties properties;
    private final boolean french;

    private Sentences(boolean french) {
        this.properties = french ? FRENCH : ENGLISH;
        this.french = french;
    }

    /** French for French readers, English for all others. */
    public static Sentences in(Locale language) {
        return new Sentences("fr".equals(language.getLanguage()));
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

    private String fill(String text, List<String> arguments) {
        String filled = FORMS.matcher(text)
                .replaceAll(form -> Matcher.quoteReplacement(form.group(isOne(form, arguments) ? 2 : 3)));
        for (int i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", arguments.get(i));
        }
        return filled;
    }

    /** French counts nought as one; an argument that is missing is many. */
    private boolean isOne(MatchResult form, List<String> arguments) {
        int place = Integer.parseInt(form.group(1));
        String count = place < arguments.size() ? arguments.get(place).replaceFirst("^[-−]", "") : "";
        return count.equals("1") || french && count.matches("[01](,\\d+)?");
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
