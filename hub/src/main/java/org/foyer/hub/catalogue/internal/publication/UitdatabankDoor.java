package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.catalogue.internal.Iris;
import org.foyer.hub.fetching.Sending;
import org.foyer.hub.fetching.Sending.Method;
import org.foyer.kit.NotFetched;
import org.jspecify.annotations.Nullable;

/**
 * Sends to UiTdatabank with a client access token (OAuth 2.0, RFC 6749, 4.4). An event has an identifier of ours there: {@code PUT
 * /events/{id}} writes it whole, and creates it where there is none. Places are never made, since publiq asks to use those that are there.
 */
final class UitdatabankDoor implements AgendaDoor {

    private static final int NOT_THERE = 404;
    private static final int GONE = 410;

    private final AgendaOrder order;
    private final AgendaCalls calls;

    UitdatabankDoor(AgendaOrder order, String secret, Sending sending) {
        this.order = order;
        this.calls = new AgendaCalls(
                sending, new Client(Uitdatabank.token(order.settings()), order.setting(Uitdatabank.CLIENT), secret));
    }

    private record Client(URI address, String client, String secret) implements AgendaCalls.Login {

        @Override
        public Sending.Request question() {
            String form =
                    "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
            return new Sending.Request(
                    Method.POST,
                    address,
                    Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                    form.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void with(String token, Map<String, String> headers) {
            headers.put("Authorization", "Bearer " + token);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "client of " + address;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private URI event(String own) {
        return event(order, own);
    }

    /** Where an event stands there. */
    static URI event(AgendaOrder order, String own) {
        return order.at("/events/" + id(own));
    }

    @Override
    public Optional<PictureDoor> pictures() {
        return Optional.of(new UitdatabankPictures(order, calls));
    }

    /** The same name of ours, the same identifier there. */
    private static UUID id(String own) {
        return UUID.nameUUIDFromBytes(("foyer " + own).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Remote> find(String own) throws IOException {
        AgendaCalls.Answer answer = calls.call(Method.GET, event(own), null);
        if (answer.status() == NOT_THERE || answer.status() == GONE) {
            return Optional.empty();
        }
        JsonNode event = done(answer);
        return event.path("workflowStatus").asText("").equals("DELETED")
                ? Optional.empty()
                : Optional.of(new Remote(
                        id(own).toString(), Iris.web(event.path("@id").asText(""))));
    }

    @Override
    public Remote put(String own, ObjectNode body, @Nullable String place) throws IOException {
        ObjectNode whole = body.deepCopy();
        if (place != null) {
            whole.putObject("location").put("@id", place);
        }
        AgendaCalls.Answer answer = calls.call(Method.PUT, event(own), whole);
        if (answer.status() == NOT_THERE) {
            throw new NotFetched(
                    "agenda-unknown", String.valueOf(order.address().getHost()));
        }
        JsonNode written = done(answer);
        String id = written.path("id").asText("");
        if (!id.equalsIgnoreCase(id(own).toString())) {
            throw new NotFetched("agenda-answer-unreadable");
        }
        return new Remote(id, Iris.web(written.path("url").asText("")));
    }

    /** Events are only marked as deleted there; what was is known, but no longer shown. */
    @Override
    public void delete(String own) throws IOException {
        AgendaCalls.Answer answer = calls.call(Method.DELETE, event(own), null);
        if (answer.status() != NOT_THERE && answer.status() != GONE) {
            done(answer);
        }
    }

    @Override
    public String place(String own, Prepared.Place place) throws IOException {
        if (place.body().has("@id")) {
            return place.body().path("@id").asText();
        }
        String name = place.name().replace("\\", "\\\\").replace("\"", "\\\"");
        String query = "name.\\*:\"" + name + "\" AND address.\\*.postalCode:\""
                + place.body().path("postalCode").asText().replace("\"", "") + "\"";
        String search = Uitdatabank.search(order.settings()).toString().replaceAll("/+$", "");
        JsonNode found =
                done(calls.call(Method.GET, URI.create(search + "/places/?limit=2&q=" + encoded(query)), null));
        JsonNode members = found.path("member");
        String address =
                members.size() == 1 ? Iris.web(members.get(0).path("@id").asText("")) : null;
        if (members.size() > 1) {
            throw new EventRefused("agenda-places-several", place.name());
        }
        if (address == null) {
            throw new EventRefused("agenda-place-unknown", place.name());
        }
        return address;
    }

    /** @throws EventRefused with the words of the agenda (problem+json, RFC 9457) */
    static JsonNode done(AgendaCalls.Answer answer) throws EventRefused {
        if (answer.isDone()) {
            return answer.body();
        }
        List<String> said = new ArrayList<>();
        for (JsonNode error : answer.body().path("schemaErrors")) {
            said.add((error.path("jsonPointer").asText("") + " "
                            + error.path("error").asText(""))
                    .strip());
        }
        if (said.isEmpty()) {
            JsonNode body = answer.body();
            said.add(body.path("detail").asText(body.path("title").asText(Integer.toString(answer.status()))));
        }
        throw new EventRefused("agenda-refused", AgendaCalls.words(String.join("; ", said)));
    }
}
