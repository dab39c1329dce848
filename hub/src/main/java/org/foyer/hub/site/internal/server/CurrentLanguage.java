package org.foyer.hub.site.internal.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** In which language to answer: the reader's choice, else what the browser asks for, else French. */
@RequestScoped
public class CurrentLanguage {

    /** The cookie that keeps the reader's choice: {@code fr} or {@code en}. */
    public static final String COOKIE = "foyer_language";

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final HttpHeaders headers;

    @Inject
    public CurrentLanguage(HttpHeaders headers) {
        this.headers = headers;
    }

    public Locale get() {
        Cookie chosen = headers.getCookies().get(COOKIE);
        if (chosen != null) {
            for (Locale language : SPOKEN) {
                if (language.getLanguage().equals(chosen.getValue())) {
                    return language;
                }
            }
        }
        return headers.getAcceptableLanguages().stream()
                .flatMap(asked ->
                        SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(asked.getLanguage())))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
