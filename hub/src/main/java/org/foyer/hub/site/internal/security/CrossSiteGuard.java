package org.foyer.hub.site.internal.security;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site makes a browser ask for.
 *
 * <p>Whoever is asked: the browser's own word on where the request comes from must be this site. With a session
 * cookie: the token of the session as well. A request with an API token carries nothing that a browser adds by itself.
 */
public class CrossSiteGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Asked by POST because questions are long; they change nothing, and their specification wants them open to other sites. */
    private static final Set<String> QUESTIONS = Set.of("/api/reconciliation");

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final CurrentActor current;

    @Inject
    public CrossSiteGuard(CurrentActor current) {
        this.current = current;
    }

    @ServerRequestFilter
    @WithFormRead
    public void check(ContainerRequestContext request, UriInfo asked) {
        if (SAFE.contains(request.getMethod()) || QUESTIONS.contains(asked.getPath())) {
            return;
        }
        if (fromElsewhere(request, asked)) {
            throw new Refused(403, "cross-site");
        }
        if (current.session().isPresent() && !current.isCsrfToken(sent(request))) {
            throw new Refused(403, "csrf-missing");
        }
    }

    private static boolean fromElsewhere(ContainerRequestContext request, UriInfo asked) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && !origin.equals(originOf(asked.getBaseUri()));
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static @Nullable String sent(ContainerRequestContext request) {
        String header = request.getHeaderString("X-CSRF-Token");
        if (header != null) {
            return header;
        }
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        FormValue field =
                context.getFormData() == null ? null : context.getFormData().getFirst("csrf");
        return field == null || field.isFileItem() ? null : field.getValue();
    }
}
