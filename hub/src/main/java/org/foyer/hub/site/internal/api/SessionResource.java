package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.security.SessionCookie;

/** Signing in and out with a password, and who one is. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    /** Shortest password, as NIST SP 800-63B-4 asks when it is the only factor. */
    private static final int PASSWORD_CHARACTERS_MIN = 15;

    private static final int PASSWORD_CHARACTERS_MAX = 200;

    private final Accounts accounts;
    private final Houses houses;
    private final CurrentActor current;

    @Inject
    public SessionResource(Accounts accounts, Houses houses, CurrentActor current) {
        this.accounts = accounts;
        this.houses = houses;
        this.current = current;
    }

    /** A name and its password. */
    public record Credentials(String login, String password) {}

    /** The key of a one-time link and the password that the person chooses. */
    public record LinkUse(String key, String password) {}

    /**
     * Who one is.
     *
     * @param roles short name of a house → role there
     * @param csrf to be sent back as header X-CSRF-Token with each change; empty with an API token
     */
    public record Me(String login, boolean operator, boolean readOnly, Map<String, String> roles, String csrf) {}

    /** Who asks. */
    @GET
    public Me me() {
        Actor actor = current.get();
        Map<String, String> roles = new TreeMap<>();
        houses.all().stream()
                .filter(house -> actor.roles().containsKey(house.id()))
                .forEach(house -> roles.put(
                        house.slug(),
                        String.valueOf(actor.roles().get(house.id())).toLowerCase(java.util.Locale.ROOT)));
        return new Me(actor.login(), actor.operator(), actor.readOnly(), roles, current.csrfToken());
    }

    /** Signs in: the session's secret comes back in a cookie. 401 {@code login-refused}, 429 {@code login-throttled}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(Credentials credentials, @Context UriInfo asked, @Context RoutingContext context) {
        if (credentials.login() == null || credentials.password() == null) {
            throw new Refused(401, "login-refused");
        }
        String client = context.request().remoteAddress().hostAddress();
        Accounts.Login outcome = accounts.login(credentials.login(), credentials.password(), client);
        if (outcome instanceof Accounts.Login.Welcome welcome) {
            return Response.noContent()
                    .cookie(SessionCookie.of(welcome.sessionSecret(), asked))
                    .build();
        }
        if (outcome instanceof Accounts.Login.Throttled throttled) {
            throw new Refused(
                    429, "login-throttled", Long.toString(throttled.delay().toSeconds() + 1));
        }
        throw new Refused(401, "login-refused");
    }

    /** Uses a one-time link: sets the password and signs in. */
    @POST
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response useLink(LinkUse use, @Context UriInfo asked) {
        String password = use.password() == null ? "" : use.password();
        if (password.length() < PASSWORD_CHARACTERS_MIN || password.length() > PASSWORD_CHARACTERS_MAX) {
            throw new Refused(422, "password-too-short", Integer.toString(PASSWORD_CHARACTERS_MIN));
        }
        Accounts.Login.Welcome welcome = accounts.useOneTimeLink(use.key() == null ? "" : use.key())
                .orElseThrow(() -> new Refused(410, "link-ended"));
        accounts.setPassword(welcome.account().id(), password);
        return Response.noContent()
                .cookie(SessionCookie.of(welcome.sessionSecret(), asked))
                .build();
    }

    /** Signs out. */
    @DELETE
    public Response signOut(@Context UriInfo asked) {
        current.session().ifPresent(accounts::logout);
        return Response.noContent().cookie(SessionCookie.none(asked)).build();
    }
}
