package org.foyer.hub.site.internal.security;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The cookie that holds the secret of a session: for this host only, unread by scripts, over TLS where there is TLS. */
public final class SessionCookie {

    private static final String SECURE_NAME = "__Host-foyer";
    private static final String PLAIN_NAME = "foyer_session";

    /** The secure name first. */
    static final List<String> NAMES = List.of(SECURE_NAME, PLAIN_NAME);

    private static final int DAY_SECONDS = 24 * 60 * 60;

    private SessionCookie() {}

    /** Keeps the secret for a day in the browser; the session itself may end before. */
    public static NewCookie of(String secret, UriInfo asked) {
        return cookie(secret, DAY_SECONDS, asked);
    }

    /** Takes the cookie away. */
    public static NewCookie none(UriInfo asked) {
        return cookie("", 0, asked);
    }

    private static NewCookie cookie(String value, int seconds, UriInfo asked) {
        boolean secure = "https".equals(asked.getRequestUri().getScheme());
        return new NewCookie.Builder(secure ? SECURE_NAME : PLAIN_NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
