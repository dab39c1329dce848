package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.catalogue.AgendaWish;
import org.jspecify.annotations.Nullable;

/** UiTdatabank, after {@code entry.json}, {@code event.json}, "Client access token" and "Finding and reusing existing places" of publiq. */
final class UitdatabankStub extends AgendaStub {

    static final String PLACE = "https://io.uitdatabank.be/place/8248e289-c986-4006-902f-b0616dcbcde7";
    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";
    static final String IMAGE = "https://io.uitdatabank.be/images/";
    private static final Pattern PART = Pattern.compile(
            "\r\nContent-Disposition: form-data; name=\"([a-zA-Z]+)\"(; filename=\"picture.jpg\"\r\nContent-Type: image/jpeg)?\r\n\r\n(.*)\r\n",
            Pattern.DOTALL);
    private static final Set<String> FIELDS = Set.of(
            "mainLanguage",
            "name",
            "terms",
            "location",
            "attendanceMode",
            "onlineUrl",
            "calendarType",
            "subEvent",
            "description",
            "typicalAgeRange",
            "audience",
            "priceInfo",
            "contactPoint",
            "mediaObject",
            "workflowStatus");

    /** How many places the search finds. */
    int found = 1;

    final List<String> questions = new ArrayList<>();

    @Override
    String kind() {
        return Uitdatabank.NAME;
    }

    @Override
    AgendaWish wish() {
        return new AgendaWish(
                "Vlaanderen",
                kind(),
                peer.at("").toString(),
                Map.of(
                        "client",
                        "our-client",
                        "language",
                        "fr",
                        "token",
                        peer.at("/realms/uitid/protocol/openid-connect/token").toString(),
                        "search",
                        peer.at("").toString()),
                SECRET,
                60);
    }

    @Override
    String titleOf(JsonNode event) {
        return event.path("name").path("fr").asText();
    }

    @Override
    Told refusal(String words) {
        return new Told(
                400,
                "{\"type\": \"https://api.publiq.be/probs/body/invalid-data\", \"title\": \"Invalid body data\", \"status\": 400,"
                        + " \"schemaErrors\": [{\"jsonPointer\": \"/name\", \"error\": \"" + words + "\"}]}");
    }

    @Override
    @Nullable
    Told login(String method, String path, String type, String body) {
        if (!path.equals("/realms/uitid/protocol/openid-connect/token")) {
            return null;
        }
        boolean isClient = method.equals("POST")
                && type.equals("application/x-www-form-urlencoded")
                && body.equals("grant_type=client_credentials&client_id=our-client&client_secret=" + SECRET);
        return isClient ? newToken() : new Told(401, "{\"error\": \"invalid_client\"}");
    }

    @Override
    boolean isLetIn(HttpExchange exchange) {
        return ("Bearer " + token()).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** Pictures that were given, by their names there, with what was said of them. */
    final Map<String, Map<String, String>> images = new TreeMap<>();

    @Override
    @Nullable
    Told form(String method, String path, String type, String body) {
        if (!type.startsWith("multipart/form-data; boundary=")) {
            return null;
        }
        String boundary = type.substring(type.indexOf('=') + 1);
        Map<String, String> parts = new TreeMap<>();
        for (String part : body.split(java.util.regex.Pattern.quote("--" + boundary))) {
            Matcher named = PART.matcher(part);
            if (named.matches()) {
                parts.put(named.group(1), named.group(3));
            }
        }
        boolean whole = method.equals("POST")
                && path.equals("/images/")
                && body.endsWith("--" + boundary + "--\r\n")
                && parts.keySet().equals(Set.of("copyrightHolder", "description", "file", "language"))
                && parts.get("copyrightHolder").length() >= 2
                && parts.get("language").matches("nl|fr|de|en")
                && parts.get("file").startsWith("\u00ff\u00d8\u00ff");
        if (!whole) {
            return new Told(400, "{\"title\": \"Invalid image\", \"status\": 400}");
        }
        String id = IMAGE + UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        images.put(id, parts);
        return new Told(201, "{\"@id\": \"" + id + "\", \"imageId\": \"" + id.substring(IMAGE.length()) + "\"}");
    }

    @Override
    Told answer(String method, String path, @Nullable String query, JsonNode body) {
        if (path.equals("/places/") && method.equals("GET")) {
            questions.add(URLDecoder.decode(String.valueOf(query), StandardCharsets.UTF_8));
            ObjectNode page = JSON.createObjectNode().put("totalItems", found);
            page.putArray("member");
            for (int i = 0; i < found; i++) {
                page.withArray("member").addObject().put("@id", PLACE).put("@type", "Place");
            }
            return new Told(200, page.toString());
        }
        String id = path.replaceFirst("^/events/", "");
        if (!path.startsWith("/events/") || !id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return new Told(404, "{\"title\": \"Not found\", \"status\": 404}");
        }
        return event(method, id, body);
    }

    private Told event(String method, String id, JsonNode body) {
        if (!method.equals("PUT")) {
            if (!events.containsKey(id)) {
                return new Told(404, "{\"title\": \"Not found\", \"status\": 404}");
            }
            if (method.equals("DELETE")) {
                events.remove(id);
                return new Told(204, "");
            }
            ObjectNode whole = events.get(id).deepCopy();
            return new Told(200, whole.put("@id", link(id)).toString());
        }
        List<String> wrong = new ArrayList<>();
        check(body, wrong);
        if (!wrong.isEmpty()) {
            ObjectNode told =
                    JSON.createObjectNode().put("title", "Invalid body data").put("status", 400);
            wrong.forEach(field -> told.withArray("schemaErrors")
                    .addObject()
                    .put("jsonPointer", "/" + field)
                    .put("error", "invalid"));
            return new Told(400, told.toString());
        }
        int status = events.put(id, body) == null ? 201 : 200;
        return new Told(
                status,
                JSON.createObjectNode().put("id", id).put("url", link(id)).toString());
    }

    private static String link(String id) {
        return "https://io.uitdatabank.be/event/" + id;
    }

    private void check(JsonNode body, List<String> wrong) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                wrong.add(name);
            }
        }
        String main = body.path("mainLanguage").asText();
        if (!main.matches("nl|fr|de|en")
                || body.path("name").path(main).asText().isBlank()) {
            wrong.add("name");
        }
        long types = 0;
        for (JsonNode term : body.path("terms")) {
            types += term.path("id").asText().startsWith("0.") ? 1 : 0;
        }
        if (types != 1) {
            wrong.add("terms");
        }
        attendance(body, wrong);
        dates(body, wrong);
        if (body.has("typicalAgeRange")
                && !body.path("typicalAgeRange").asText().matches("\\d*-\\d*")) {
            wrong.add("typicalAgeRange");
        }
        for (JsonNode picture : body.path("mediaObject")) {
            if (!images.containsKey(picture.path("@id").asText())
                    || picture.path("description").asText().isBlank()
                    || picture.path("copyrightHolder").asText().length() < 2
                    || !picture.path("language").asText().matches("nl|fr|de|en")) {
                wrong.add("mediaObject");
            }
        }
        if (body.has("audience")
                && !body.path("audience").path("audienceType").asText().matches("everyone|members|education")) {
            wrong.add("audience");
        }
        for (JsonNode price : body.path("priceInfo")) {
            if (!price.path("price").isNumber()
                    || !price.path("priceCurrency").asText().equals("EUR")) {
                wrong.add("priceInfo");
            }
        }
        if (!body.path("workflowStatus").asText().equals("READY_FOR_VALIDATION")) {
            wrong.add("workflowStatus");
        }
    }

    /** "Location is not required for online events"; "it cannot be set to the online location"; "onlineUrl is optional". */
    private static void attendance(JsonNode body, List<String> wrong) {
        String mode = body.path("attendanceMode").asText();
        boolean isPlaced = body.path("location").path("@id").asText().startsWith("https://io.uitdatabank.be/place/");
        if (!mode.matches("offline|online|mixed")) {
            wrong.add("attendanceMode");
        }
        if (mode.equals("online") ? body.has("location") : !isPlaced) {
            wrong.add("location");
        }
        if (body.has("onlineUrl")
                && (mode.equals("offline") || !body.path("onlineUrl").asText().matches("https?://.+"))) {
            wrong.add("onlineUrl");
        }
    }

    private static void dates(JsonNode body, List<String> wrong) {
        JsonNode dates = body.path("subEvent");
        String type = body.path("calendarType").asText();
        boolean isType = type.equals("single") && dates.size() == 1 || type.equals("multiple") && dates.size() > 1;
        for (JsonNode date : dates) {
            String begin = date.path("startDate").asText();
            String end = date.path("endDate").asText();
            isType &= begin.matches(MOMENT)
                    && end.matches(MOMENT)
                    && OffsetDateTime.parse(end).isAfter(OffsetDateTime.parse(begin))
                    && date.path("status").path("type").asText().matches("Available|Unavailable|TemporarilyUnavailable")
                    && date.path("bookingAvailability").path("type").asText().matches("Available|Unavailable");
        }
        if (!isType) {
            wrong.add("subEvent");
        }
    }
}
