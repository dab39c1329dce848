package org.foyer.hub.intake.internal.loading;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Codes of ISO 639-1 by what people and tools call a language. */
public final class LanguageNames {

    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            for (Locale in : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("nl"))) {
                CODES.putIfAbsent(language.getDisplayLanguage(in).toLowerCase(Locale.ROOT), code);
            }
            CODES.put(language.getISO3Language(), code);
        }
        for (String code : Locale.getISOLanguages()) {
            CODES.put(code, code);
        }
    }

    private LanguageNames() {}

    /** Names in French, English, German and Dutch, and codes of two and three letters, in lower case → code of two letters. */
    public static Map<String, String> codes() {
        return Collections.unmodifiableMap(CODES);
    }
}
