package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.foyer.hub.catalogue.AgendaWish;
import org.jspecify.annotations.Nullable;

/** OpenAgenda, after "Structure d'un événement", "Structure d'un lieu", "Authentification" and the routes of external identifiers. */
final class OpenAgendaStub extends AgendaStub {

    static final String AGENDA = "17026855";
    private static final Set<String> FIELDS = Set.of(
            "title",
            "description",
            "longDescription",
            "conditions",
            "keywords",
            "image",
            "imageCredits",
            "registration",
            "accessibility",
            "timings",
            "age",
            "attendanceMode",
            "onlineAccessLink",
            "locationUid",
            "status");
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "de", "nl");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    final Map<String, ObjectNode> places = new TreeMap<>();
    private int given = 1000;

    @Override
    String kind() {
        return OpenAgenda.NAME;
    }

    @Override
    AgendaWish wish() {
        return new AgendaWish(
                "Ville", kind(), peer.at("").toString(), Map.of("agenda", AGENDA, "language", "fr"), SECRET, 60);
    }

    @Override
    String titleOf(JsonNode event) {
        return event.path("title").path("fr").asText();
    }

    @Override
    Told refusal(String words) {
        return new Told(
                400,
                "{\"message\": \"data is not valid\", \"errors\": [{\"field\": \"title\", \"code\": \"invalid\", \"message\": \""
                        + words + "\"}]}");
    }

    @Override
    @Nullable
    Told login(String method, String path, String type, String body) throws IOException {
        if (!path.equals("/v2/requestAccessToken")) {
            return null;
        }
        boolean isKey = method.equals("POST")
                && type.equals("application/json")
                && JSON.readTree(body).path("code").asText().equals(SECRET);
        return isKey ? newToken() : new Told(401, "{\"error\": \"invalid key\"}");
    }

    @Override
    boolean isLetIn(HttpExchange exchange) {
        return token().equals(exchange.getRequestHeaders().getFirst("access-token"));
    }

    @Override
    Told answer(String method, String path, @Nullable String query, JsonNode body) {
        String agenda = "/v2/agendas/" + AGENDA;
        String event = agenda + "/events/ext/foyer/";
        String place = agenda + "/locations/ext/foyer/";
        if (path.startsWith(event)) {
            return event(method, path.substring(event.length()), body);
        }
        if (path.startsWith(place) && method.equals("PUT")) {
            return place(path.substring(place.length()), body);
        }
        return new Told(404, "{\"message\": \"agenda not found\"}");
    }

    private Told place(String own, JsonNode body) {
        List<String> wrong = new ArrayList<>();
        fields(body, Set.of("name", "address", "countryCode", "website"), wrong);
        text(body.path("name"), 100, "name", wrong);
        text(body.path("address"), 255, "address", wrong);
        if (!body.path("countryCode").asText().matches("[A-Z]{2}")) {
            wrong.add("countryCode");
        }
        if (!wrong.isEmpty()) {
            return invalid(wrong);
        }
        ObjectNode kept =
                places.computeIfAbsent(own, name -> JSON.createObjectNode().put("uid", given++));
        kept.setAll((ObjectNode) body);
        return new Told(200, JSON.createObjectNode().set("location", kept).toString());
    }

    private Told event(String method, String own, JsonNode body) {
        if (!own.matches("[\\w-]{1,100}")) {
            return new Told(400, "{\"message\": \"extId\"}");
        }
        JsonNode there = events.get(own);
        if (!method.equals("PUT")) {
            if (there == null) {
                return new Told(404, "{\"message\": \"event not found\"}");
            }
            if (method.equals("DELETE")) {
                events.remove(own);
            }
            return told(there);
        }
        List<String> wrong = new ArrayList<>();
        check(body, wrong);
        if (!wrong.isEmpty()) {
            return invalid(wrong);
        }
        ObjectNode kept = body.deepCopy();
        int uid = there == null ? given++ : there.path("uid").asInt();
        kept.put("uid", uid)
                .put("slug", "event-" + uid)
                .putObject("originAgenda")
                .put("slug", "ville");
        events.put(own, kept);
        return told(kept);
    }

    private static Told told(JsonNode event) {
        return new Told(
                200,
                JSON.createObjectNode().put("success", true).set("event", event).toString());
    }

    private static Told invalid(List<String> wrong) {
        ObjectNode told = JSON.createObjectNode().put("message", "data is not valid");
        wrong.forEach(field -> told.withArray("errors")
                .addObject()
                .put("field", field)
                .put("code", "invalid")
                .put("message", field + " is not valid"));
        return new Told(400, told.toString());
    }

    private void check(JsonNode body, List<String> wrong) {
        fields(body, FIELDS, wrong);
        texts(body.path("title"), 140, "title", wrong);
        texts(body.path("description"), 200, "description", wrong);
        for (Map.Entry<String, Integer> optional :
                Map.of("longDescription", 10_000, "conditions", 255).entrySet()) {
            if (body.has(optional.getKey())) {
                texts(body.path(optional.getKey()), optional.getValue(), optional.getKey(), wrong);
            }
        }
        timings(body.path("timings"), wrong);
        attendance(body, wrong);
        if (body.has("image") && !body.path("image").path("url").asText().matches("https?://.+")) {
            wrong.add("image");
        }
        if (body.has("imageCredits")
                && (!body.has("image") || body.path("imageCredits").asText().length() > 255)) {
            wrong.add("imageCredits");
        }
        if (!body.path("status").asText().matches("[1-6]")) {
            wrong.add("status");
        }
        JsonNode age = body.path("age");
        if (body.has("age")
                && (age.path("min").asInt(-1) < 0
                        || age.path("max").asInt(999) > 120
                        || age.path("min").asInt() > age.path("max").asInt())) {
            wrong.add("age");
        }
        if (body.path("registration").toString().length() > 2_000) {
            wrong.add("registration");
        }
    }

    /** 1 in a place, 2 online, 3 both; each with what it needs and nothing of the other. */
    private void attendance(JsonNode body, List<String> wrong) {
        int mode = body.path("attendanceMode").asInt();
        if (mode < 1 || mode > 3) {
            wrong.add("attendanceMode");
        }
        boolean isPlace = places.values().stream()
                .anyMatch(place ->
                        place.path("uid").asInt() == body.path("locationUid").asInt());
        if (mode == 2 ? body.has("locationUid") : !body.path("locationUid").isIntegralNumber() || !isPlace) {
            wrong.add("locationUid");
        }
        String link = body.path("onlineAccessLink").asText();
        if (mode == 1 ? body.has("onlineAccessLink") : !link.matches("https?://.+")) {
            wrong.add("onlineAccessLink");
        }
    }

    private static void fields(JsonNode body, Set<String> known, List<String> wrong) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                wrong.add(name);
            }
        }
    }

    private static void texts(JsonNode texts, int max, String field, List<String> wrong) {
        if (!texts.isObject() || texts.isEmpty()) {
            wrong.add(field);
        }
        texts.fields().forEachRemaining(text -> {
            if (!LANGUAGES.contains(text.getKey())) {
                wrong.add(field);
            }
            text(text.getValue(), max, field, wrong);
        });
    }

    private static void text(JsonNode text, int max, String field, List<String> wrong) {
        if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > max) {
            wrong.add(field);
        }
    }

    private static void timings(JsonNode timings, List<String> wrong) {
        if (!timings.isArray() || timings.isEmpty() || timings.size() > 800) {
            wrong.add("timings");
        }
        OffsetDateTime ended = OffsetDateTime.MIN;
        for (JsonNode timing : timings) {
            OffsetDateTime begin = OffsetDateTime.parse(timing.path("begin").asText(), MOMENT);
            OffsetDateTime end = OffsetDateTime.parse(timing.path("end").asText(), MOMENT);
            if (!end.isAfter(begin)
                    || begin.isBefore(ended)
                    || Duration.between(begin, end).toHours() > 24) {
                wrong.add("timings");
            }
            ended = end;
        }
    }
}
