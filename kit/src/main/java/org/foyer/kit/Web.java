package org.foyer.kit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a connector reaches the network: hosts that the house listed, within the limits of the node, politely.
 *
 * <p>Whoever stands behind it waits between requests, tries again what may pass, and refuses what is not allowed.
 */
public interface Web {

    /**
     * What is asked for.
     *
     * @param address http or https, without a name or password in it
     * @param headers besides those that every request has; where one of them is a secret, it must never stand in the address
     * @param etag what the last answer was called, to be told when nothing changed since
     * @param lastModified the same, by the hour of the last answer as it was written
     */
    record Request(
            URI address,
            Map<String, String> headers,
            @Nullable String etag,
            @Nullable String lastModified) {
        public Request {
            headers = Map.copyOf(headers);
        }

        public static Request of(URI address, Map<String, String> headers) {
            return new Request(address, headers, null, null);
        }
    }

    /**
     * Asks, and waits for the whole answer. Statuses 200 to 299 and, for a conditional request, 304 are answers; also 400, 404
     * and 410, since a tool may mean something by them. Everything else is not fetched.
     *
     * @throws NotFetched with the problem in words
     * @throws IOException when the node itself cannot go on
     */
    WebAnswer get(Request request) throws IOException;

    /**
     * Waits at least so long between the beginnings of two requests from now on, where the other side asked for that; never less
     * than the connector itself asked for. A web that reaches no network has nothing to wait for.
     */
    default void atMostEvery(Duration between) {}
}
