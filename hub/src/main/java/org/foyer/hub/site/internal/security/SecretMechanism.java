package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who asks by the session cookie or by an API token in {@code Authorization: Bearer}.
 *
 * <p>A secret that is unknown or ended leaves the asker anonymous; what needs an account then answers 401 itself.
 */
@ApplicationScoped
public class SecretMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    /** Who asks there proves it by tokens of the data space, which are none of this node's accounts. */
    private static final String DATA_SPACE = "/dsp/";

    private static final int SECRET_CHARACTERS_MAX = 200;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        SecretRequest request = context.normalizedPath().startsWith(DATA_SPACE) ? null : secret(context);
        return request == null ? Uni.createFrom().nullItem() : identities.authenticate(request);
    }

    private static @Nullable SecretRequest secret(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return bounded(false, authorization.substring(BEARER.length()).strip());
        }
        for (String name : SessionCookie.NAMES) {
            Cookie cookie = context.request().getCookie(name);
            if (cookie != null) {
                return bounded(true, cookie.getValue());
            }
        }
        return null;
    }

    private static @Nullable SecretRequest bounded(boolean session, String secret) {
        return secret.isEmpty() || secret.length() > SECRET_CHARACTERS_MAX ? null : new SecretRequest(session, secret);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"foyer\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SecretRequest.class);
    }

    /** Before OpenID Connect, which only serves its own sign-in address. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }
}
