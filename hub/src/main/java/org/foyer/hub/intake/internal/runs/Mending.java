package org.foyer.hub.intake.internal.runs;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentence of a problem and what to do, in the language of the person who mends. */
final class Mending {

    private final ResourceBundle texts;
    private final boolean french;

    Mending(Locale language) {
        this.french = language.getLanguage().equals("fr");
        this.texts = ResourceBundle.getBundle(
                "problems.problems",
                french ? Locale.FRENCH : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String reasonHeader() {
        return french ? "motif" : "reason";
    }

    String mendHeader() {
        return french ? "correction" : "mend";
    }

    /** The sentence, with the column and the value that are to blame. */
    String reason(String code, @Nullable String column, @Nullable String value) {
        String sentence = text(code).replaceAll("\\s*\\{\\d}", "").trim();
        String place = column == null ? "" : column + ": ";
        return place + sentence + (value == null ? "" : " (" + value + ")");
    }

    String mend(String code) {
        return text(code + ".mend").replaceAll("\\s*\\{\\d}", "").trim();
    }

    private String text(String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException unknown) {
            return key;
        }
    }
}
