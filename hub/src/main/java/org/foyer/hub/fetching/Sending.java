package org.foyer.hub.fetching;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;

/**
 * Asks others to keep something, change it or take it away. Each request goes out once: nobody here knows whether it may be
 * repeated. Redirects are not followed, and what was answered is given whole, refusals with their words too.
 */
public interface Sending {

    /** Bytes of one request: a picture is the largest thing that is sent. */
    int BODY_BYTES_MAX = 6 << 20;

    /** What is asked. */
    enum Method {
        GET,
        PUT,
        POST,
        DELETE
    }

    /**
     * A request.
     *
     * @param address https, of a host that the visit lists; http only on a port of this machine that the settings allow, since what
     *     is sent proves who sends it
     * @param body empty for none; its type stands in the headers
     */
    record Request(Method method, URI address, Map<String, String> headers, byte[] body) {
        public Request {
            headers = Map.copyOf(headers);
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }
    }

    /**
     * Sends it once and waits for the whole answer, whatever its status.
     *
     * @throws NotFetched when it was not sent, or when nobody can know whether it arrived
     * @throws IOException when the node itself cannot go on
     */
    WebAnswer send(Request request) throws IOException;

    /** How long the other side asks to be left alone (RFC 9110, 10.2.3). */
    Optional<Duration> askedToWait(WebAnswer answer);

    /**
     * Waits as long as the other side asked; false at once when it asked for nothing, or for longer than a visit waits.
     *
     * @throws NotFetched when the waiting was interrupted
     */
    boolean waited(WebAnswer answer) throws NotFetched;
}
