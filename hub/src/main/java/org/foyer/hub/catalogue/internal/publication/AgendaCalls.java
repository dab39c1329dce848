package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foyer.hub.fetching.Sending;
import org.foyer.hub.fetching.Sending.Method;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;
import org.jspecify.annotations.Nullable;

/** Calls of one agenda: with a token that is asked for once and again when it ran out, patient where the agenda asks for patience. */
final class AgendaCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAITS_MAX = 3;
    private static final int WORDS_MAX = 300;

    /** How a token is asked for, and how it goes with a call. */
    interface Login {

        Sending.Request question();

        void with(String token, Map<String, String> headers);
    }

    private final Sending sending;
    private final Login login;
    private @Nullable String token;

    AgendaCalls(Sending sending, Login login) {
        this.sending = sending;
        this.login = login;
    }

    /** What was answered to something that is neither refused for its token nor put off. */
    record Answer(int status, JsonNode body) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }
    }

    Answer call(Method method, URI address, @Nullable JsonNode body) throws IOException {
        return body == null
                ? call(method, address, null, new byte[0])
                : call(method, address, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @param type media type of the body; null where there is none */
    Answer call(Method method, URI address, @Nullable String type, byte[] body) throws IOException {
        boolean renewed = token == null;
        for (int waits = 0; ; ) {
            WebAnswer answer = sending.send(request(method, address, type, body));
            int status = answer.status();
            if (status == 401 && !renewed) {
                token = null; // it ran out
                renewed = true;
            } else if (isPutOff(answer)) {
                if (++waits > WAITS_MAX || !sending.waited(answer)) {
                    throw busy(answer);
                }
            } else if (status == 401 || status == 403) {
                throw new NotFetched("agenda-not-allowed", host(answer), Integer.toString(status));
            } else if (status >= 500 || status >= 300 && status < 400) {
                throw new NotFetched("fetch-status", host(answer), Integer.toString(status));
            } else {
                return new Answer(status, read(answer));
            }
        }
    }

    private boolean isPutOff(WebAnswer answer) {
        return answer.status() == 429
                || answer.status() == 503 && sending.askedToWait(answer).isPresent();
    }

    private NotFetched busy(WebAnswer answer) {
        return new NotFetched(sending.askedToWait(answer).orElse(null), "fetch-busy", host(answer));
    }

    private Sending.Request request(Method method, URI address, @Nullable String type, byte[] body) throws IOException {
        if (token == null) {
            token = askForToken();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        login.with(token, headers);
        if (type != null) {
            headers.put("Content-Type", type);
        }
        return new Sending.Request(method, address, headers, body);
    }

    private String askForToken() throws IOException {
        for (int waits = 0; ; ) {
            WebAnswer answer = sending.send(login.question());
            if (isPutOff(answer)) {
                if (++waits > WAITS_MAX || !sending.waited(answer)) {
                    throw busy(answer);
                }
            } else if (answer.status() >= 500 || answer.status() >= 300 && answer.status() < 400) {
                throw new NotFetched("fetch-status", host(answer), Integer.toString(answer.status()));
            } else {
                String given = read(answer).path("access_token").asText("");
                if (!answer.isThere() || !given.matches("[\\x21-\\x7e]{1,10000}")) {
                    throw new NotFetched("agenda-not-allowed", host(answer), Integer.toString(answer.status()));
                }
                return given;
            }
        }
    }

    private static JsonNode read(WebAnswer answer) throws IOException {
        if (answer.length() == 0) {
            return MissingNode.getInstance();
        }
        try (InputStream in = answer.body()) {
            return JSON.readTree(in);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What an agenda says of itself or of us, as it may stand in a page: one line, not long, without signs that control anything. */
    static String words(String said) {
        String line = said.replaceAll("\\p{C}+|\\s+", " ").strip();
        return line.length() > WORDS_MAX ? line.substring(0, WORDS_MAX) + "…" : line;
    }

    private static String host(WebAnswer answer) {
        return String.valueOf(answer.address().getHost());
    }
}
