package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.jspecify.annotations.Nullable;

/** Looks a secret up in the accounts, off the event loop. */
@ApplicationScoped
public class SecretIdentity implements IdentityProvider<SecretRequest> {

    static final String ACTOR = "foyer.actor";
    static final String SESSION = "foyer.session";

    private final Accounts accounts;

    @Inject
    public SecretIdentity(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<SecretRequest> getRequestType() {
        return SecretRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SecretRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    @SuppressWarnings("NullAway") // no identity means anonymous
    private @Nullable SecurityIdentity identity(SecretRequest request) {
        Optional<Actor> actor =
                request.session() ? accounts.bySession(request.secret()) : accounts.byToken(request.secret());
        return actor.map(found -> {
                    var identity = QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal(found.login()))
                            .addAttribute(ACTOR, found);
                    if (request.session()) {
                        identity.addAttribute(SESSION, request.secret());
                    }
                    return identity.build();
                })
                .orElse(null);
    }
}
