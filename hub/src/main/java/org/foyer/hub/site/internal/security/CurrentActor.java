package org.foyer.hub.site.internal.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.jspecify.annotations.Nullable;

/** Who makes the present request. */
@RequestScoped
public class CurrentActor {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GIVEN_CHARACTERS_MAX = 200;

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
     * a session, when nothing needs to be sent. It looks different each time, so that the length of compressed pages tells
     * nothing of it (the attack called BREACH).
     */
    public String csrfToken() {
        return session().map(CurrentActor::hidden).orElse("");
    }

    /** Whether this was such a token of the present session. */
    boolean isCsrfToken(@Nullable String given) {
        byte[] known = session().map(CurrentActor::tokenOf).orElse(new byte[0]);
        return given != null && known.length > 0 && MessageDigest.isEqual(known, shown(given));
    }

    private static String hidden(String session) {
        byte[] token = tokenOf(session);
        byte[] veil = new byte[token.length];
        RANDOM.nextBytes(veil);
        byte[] both = Arrays.copyOf(veil, 2 * token.length);
        for (int i = 0; i < token.length; i++) {
            both[token.length + i] = (byte) (veil[i] ^ token[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** The token under its veil; no bytes when this is none. */
    private static byte[] shown(String given) {
        byte[] both;
        try {
            both = given.length() > GIVEN_CHARACTERS_MAX
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(given);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
        byte[] token = new byte[both.length / 2];
        for (int i = 0; i < token.length; i++) {
            token[i] = (byte) (both[i] ^ both[token.length + i]);
        }
        return token;
    }

    private static byte[] tokenOf(String session) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("csrf:" + session).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
