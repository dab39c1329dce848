package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The secret that a request carries: of a session when it came in the cookie, else of an API token. */
final class SecretRequest extends BaseAuthenticationRequest {

    private final boolean session;
    private final String secret;

    SecretRequest(boolean session, String secret) {
        this.session = session;
        this.secret = secret;
    }

    boolean session() {
        return session;
    }

    String secret() {
        return secret;
    }
}
