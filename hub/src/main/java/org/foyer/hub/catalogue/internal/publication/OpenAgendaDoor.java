package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.fetching.Sending;
import org.foyer.hub.fetching.Sending.Method;
import org.foyer.kit.NotFetched;
import org.jspecify.annotations.Nullable;

/**
 * Sends to OpenAgenda: a token for the secret key ({@code /v2/requestAccessToken}), events and locations by an external identifier
 * ({@code /ext/foyer/…}), which creates what is not there and changes what is (developers.openagenda.com, "Authentification", "Création
 * par identifiant externe").
 */
final class OpenAgendaDoor implements AgendaDoor {

    /** Whose external identifiers these are. */
    private static final String KEY = "foyer";

    private static final int NOT_THERE = 404;
    private static final int GONE = 410;

    private final AgendaOrder order;
    private final AgendaCalls calls;
    private final String agenda;

    OpenAgendaDoor(AgendaOrder order, String secret, Sending sending) {
        this.order = order;
        this.agenda = "/v2/agendas/" + order.setting(OpenAgenda.AGENDA);
        this.calls = new AgendaCalls(sending, new SecretKey(order.at("/v2/requestAccessToken"), secret));
    }

    private record SecretKey(URI address, String secret) implements AgendaCalls.Login {

        @Override
        public Sending.Request question() {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("grant_type", "authorization_code")
                    .put("code", secret);
            return new Sending.Request(
                    Method.POST,
                    address,
                    Map.of("Content-Type", "application/json", "Accept", "application/json"),
                    body.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void with(String token, Map<String, String> headers) {
            headers.put("access-token", token);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "key for " + address;
        }
    }

    private URI event(String own) {
        return order.at(agenda + "/events/ext/" + KEY + "/" + own);
    }

    @Override
    public Optional<Remote> find(String own) throws IOException {
        AgendaCalls.Answer answer = calls.call(Method.GET, event(own), null);
        if (answer.status() == NOT_THERE || answer.status() == GONE) {
            return Optional.empty();
        }
        return Optional.of(remote(done(answer)));
    }

    @Override
    public Remote put(String own, ObjectNode body, @Nullable String place) throws IOException {
        ObjectNode whole = body.deepCopy();
        if (place != null) {
            if (!place.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("no location of OpenAgenda: " + place);
            }
            whole.put("locationUid", Long.parseLong(place));
        }
        return remote(done(calls.call(Method.PUT, event(own), whole)));
    }

    @Override
    public void delete(String own) throws IOException {
        AgendaCalls.Answer answer = calls.call(Method.DELETE, event(own), null);
        if (answer.status() != NOT_THERE && answer.status() != GONE) {
            done(answer);
        }
    }

    @Override
    public String place(String own, Prepared.Place place) throws IOException {
        URI address = order.at(agenda + "/locations/ext/" + KEY + "/" + own);
        JsonNode made = done(calls.call(Method.PUT, address, place.body()));
        return number(made.path("location").path("uid"));
    }

    /** @throws EventRefused with the words of the agenda */
    private JsonNode done(AgendaCalls.Answer answer) throws IOException {
        if (answer.isDone()) {
            return answer.body();
        }
        if (answer.status() == NOT_THERE) {
            throw new NotFetched("agenda-unknown", order.setting(OpenAgenda.AGENDA));
        }
        List<String> said = new ArrayList<>();
        for (JsonNode error : answer.body().path("errors")) {
            said.add((error.path("field").asText("") + " "
                            + error.path("message").asText(error.path("code").asText("")))
                    .strip());
        }
        if (said.isEmpty()) {
            said.add(answer.body().path("message").asText(Integer.toString(answer.status())));
        }
        throw new EventRefused("agenda-refused", AgendaCalls.words(String.join("; ", said)));
    }

    private static Remote remote(JsonNode answer) throws NotFetched {
        JsonNode event = answer.path("event");
        String agenda = event.path("originAgenda").path("slug").asText("");
        String slug = event.path("slug").asText("");
        boolean isLink = agenda.matches("[\\w-]{1,200}") && slug.matches("[\\w-]{1,200}");
        return new Remote(
                number(event.path("uid")), isLink ? "https://openagenda.com/" + agenda + "/events/" + slug : null);
    }

    private static String number(JsonNode uid) throws NotFetched {
        if (!uid.asText("").matches("[0-9]{1,18}")) {
            throw new NotFetched("agenda-answer-unreadable");
        }
        return uid.asText();
    }
}
