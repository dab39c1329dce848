package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.foyer.hub.governance.Actor;

/** Who makes the present request. */
@RequestScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    @Inject
    public CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The signed-in person with their rights, or empty for anyone. */
    public Optional<Actor> find() {
        return Optional.ofNullable(identity.getAttribute(SecretIdentity.ACTOR));
    }

    /**
     * The signed-in person.
     *
     * @throws Refused 401 {@code not-signed-in}; for a page this leads to the sign-in page
     */
    public Actor get() {
        return find().orElseThrow(() -> new Refused(401, "not-signed-in"));
    }

    /** The secret of the session when the request came with the cookie. */
    public Optional<String> session() {
        return Optional.ofNullable(identity.getAttribute(SecretIdentity.SESSION));
    }

    /**
     * What a form or a script must send back, as field {@code csrf} or header {@code X-CSRF-Token}; empty text without
     * a session, when nothing needs to be sent.
     */
    public String csrfToken() {
        return session().map(CurrentActor::tokenOf).orElse("");
    }

    private static String tokenOf(String session) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("csrf:" + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
