package org.foyer.hub.site.internal.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foyer.hub.site.internal.security.CurrentActor;

/** Shows a problem to a person with a browser. */
public interface ProblemPage {

    /**
     * The page for a request that may not have reached the framework yet.
     *
     * @param arguments of the code's sentence
     * @return HTML of the whole page
     */
    String html(int status, String code, List<String> arguments, RoutingContext asked, CurrentActor asker);

    /** Whether who asks reads pages: a browser says that it takes HTML, and our API has none. */
    static boolean isWanted(RoutingContext asked) {
        String accepted = asked.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && !asked.request().path().startsWith("/api")
                && Stream.of(accepted.split(","))
                        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                        .anyMatch(type -> type.equals("text/html") || type.equals("text/*"));
    }
}
