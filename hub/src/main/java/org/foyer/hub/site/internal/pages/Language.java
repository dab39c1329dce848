package org.foyer.hub.site.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * One of the languages that pages speak: its messages and its way of writing numbers and dates.
 *
 * <p>The messages stand in {@code messages/pages_fr.properties} and {@code pages_en.properties}. Placeholders are {0},
 * {1}…; everything else is kept as it stands, apostrophes too. A message that counts has two forms, {@code key_one} and
 * {@code key_many}.
 */
public final class Language {

    public static final Language FRENCH = new Language(Locale.FRENCH);
    public static final Language ENGLISH = new Language(Locale.ENGLISH);

    /** All of them, the default first. */
    public static final List<Language> ALL = List.of(FRENCH, ENGLISH);

    private final Locale locale;
    private final Formats formats;
    private final Properties messages;

    private Language(Locale locale) {
        this.locale = locale;
        this.formats = new Formats(locale);
        this.messages = load("/messages/pages_%s.properties".formatted(locale.getLanguage()));
    }

    /** English for English readers, French for all others. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    public Locale locale() {
        return locale;
    }

    /** Two letters, as in the attribute {@code lang}. */
    public String code() {
        return locale.getLanguage();
    }

    public Formats formats() {
        return formats;
    }

    /** What somebody did, as a line of the audit calls it; the code itself where an older Foyer wrote another. */
    public String did(String action) {
        String key = "did_" + action.replace('-', '_');
        return knows(key) ? say(key) : action;
    }

    /** Who did something, as a line of the audit calls it; people by their login. */
    public String who(String actor) {
        return sayOr(actor, "actor_" + actor.replace('-', '_').replace(' ', '_'));
    }

    public boolean knows(String key) {
        return messages.containsKey(key);
    }

    Set<String> keys() {
        return messages.stringPropertyNames();
    }

    /**
     * The message with its arguments in their places.
     *
     * @throws IllegalArgumentException when no one wrote it; a test looks for every key
     */
    public String say(String key, Object... arguments) {
        String text = messages.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key + " in " + code());
        }
        return fill(text, arguments);
    }

    /** The message if there is one, else the text given. */
    public String sayOr(String otherwise, String key, Object... arguments) {
        String text = messages.getProperty(key);
        return text == null ? otherwise : fill(text, arguments);
    }

    /**
     * The form that fits the count. {0} is the count itself, written as numbers are; the arguments follow from {1}.
     */
    public String count(String key, long count, Object... arguments) {
        boolean one = this == FRENCH ? Math.abs(count) < 2 : Math.abs(count) == 1;
        Object[] all = new Object[arguments.length + 1];
        all[0] = formats.number(count);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return say(key + (one ? "_one" : "_many"), all);
    }

    private static String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }

    private static Properties load(String resource) {
        Properties loaded = new Properties();
        try (InputStream in = Language.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing " + resource);
            }
            loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
