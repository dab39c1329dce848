package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;

/**
 * Signs in whoever the OpenID Connect provider sent back, by issuer and subject.
 *
 * <p>The framework guards this one address with the authorization code flow; a person who comes through gets a session
 * of ours like after a password. Off unless the setting FOYER_OIDC is true.
 */
@Path("/login/oidc")
public class OidcSignIn {

    private static final Duration HANDOVER = Duration.ofMinutes(1);

    private final SecurityIdentity identity;
    private final Accounts accounts;

    @Inject
    public OidcSignIn(SecurityIdentity identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    /** Gives the session and leads to the first page. */
    @GET
    public Response signIn(@Context UriInfo asked) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refused(404, "not-found");
        }
        Actor actor = accounts.bySubject(token.getIssuer() + " " + token.getSubject())
                .orElseThrow(() -> new Refused(403, "account-unknown"));
        Accounts.Account account =
                accounts.byLogin(actor.login()).orElseThrow(() -> new Refused(403, "account-unknown"));
        Accounts.Login.Welcome welcome = accounts.useOneTimeLink(accounts.oneTimeLink(account.id(), HANDOVER))
                .orElseThrow(() -> new Refused(403, "account-unknown"));
        return Response.seeOther(URI.create("/"))
                .cookie(SessionCookie.of(welcome.sessionSecret(), asked))
                .build();
    }
}
