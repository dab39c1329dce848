package org.foyer.hub.site.internal.server;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** In which language to answer: the reader's choice, else what the browser asks for, else French. */
@RequestScoped
public class CurrentLanguage {

    /** The cookie that keeps the reader's choice: {@code fr} or {@code en}. */
    public static final String COOKIE = "foyer_language";

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final RoutingContext asked;

    @Inject
    public CurrentLanguage(RoutingContext asked) {
        this.asked = asked;
    }

    public Locale get() {
        Cookie chosen = asked.request().getCookie(COOKIE);
        if (chosen != null) {
            for (Locale language : SPOKEN) {
                if (language.getLanguage().equals(chosen.getValue())) {
                    return language;
                }
            }
        }
        return asked.acceptableLanguages().stream()
                .flatMap(wanted ->
                        SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(wanted.tag())))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
