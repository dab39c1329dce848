package org.foyer.hub.site.internal.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Question;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what a client asks. Whoever asks unreadably is told where. */
public final class ReconciliationQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STRICT = Set.of("all", "any");

    private ReconciliationQuestions() {}

    /**
     * More about entities.
     *
     * @param properties identifiers
     */
    public record Extension(List<String> ids, List<String> properties) {}

    /**
     * A batch of questions by their keys.
     *
     * @throws Refused 400 {@code reconciliation-unreadable}, 413 {@code reconciliation-batch}
     */
    public static Map<String, Optional<Question>> batch(String text) {
        JsonNode batch = object(text, "queries");
        if (batch.size() > Reconciliation.BATCH_MAX) {
            throw new Refused(413, "reconciliation-batch", Integer.toString(Reconciliation.BATCH_MAX));
        }
        Map<String, Optional<Question>> questions = new LinkedHashMap<>();
        batch.fields().forEachRemaining(one -> questions.put(one.getKey(), question(one.getValue(), one.getKey())));
        return questions;
    }

    /** One question, as API 0.1 allowed: a name, or an object. */
    public static Optional<Question> one(String text) {
        return text.strip().startsWith("{")
                ? question(object(text, "query"), "query")
                : question(JSON.createObjectNode().put("query", text), "query");
    }

    private static JsonNode object(String text, String where) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(where);
        }
        throw unreadable(where);
    }

    private static Refused unreadable(String where) {
        return new Refused(400, "reconciliation-unreadable", where);
    }

    /** Empty when only types are asked for that nothing here has. */
    private static Optional<Question> question(JsonNode node, String key) {
        if (!node.isObject()) {
            throw unreadable(key);
        }
        String name = node.path("query").isMissingNode() || node.path("query").isNull()
                ? ""
                : text(node.path("query"), key + ".query");
        Map<String, List<String>> properties = properties(node.path("properties"), key);
        if (name.isBlank() && properties.isEmpty()) {
            throw unreadable(key + ".query");
        }
        JsonNode limit = node.path("limit");
        if (!limit.isMissingNode() && !limit.isNull() && (!limit.canConvertToInt() || limit.asInt() < 1)) {
            throw unreadable(key + ".limit");
        }
        List<String> types = types(node.path("type"), key);
        Set<EntityKind> kinds = EnumSet.noneOf(EntityKind.class);
        types.forEach(type -> EntityKind.ofType(type).ifPresent(kinds::add));
        if (kinds.isEmpty() && !types.isEmpty()) {
            return Optional.empty();
        }
        String strictness = node.path("type_strict").asText("any");
        return Optional.of(new Question(
                name,
                kinds,
                STRICT.contains(strictness),
                Math.min(limit.asInt(Reconciliation.CANDIDATES), Reconciliation.CANDIDATES_MAX),
                properties));
    }

    private static List<String> types(JsonNode types, String key) {
        List<String> ids = new ArrayList<>();
        if (types.isArray()) {
            types.forEach(type -> ids.add(id(type, key + ".type")));
        } else if (!types.isMissingNode() && !types.isNull()) {
            ids.add(id(types, key + ".type"));
        }
        return ids;
    }

    /** A text, or an object that has one under {@code id}; identifiers may be whole addresses of schema.org. */
    private static String id(JsonNode node, String where) {
        String id = text(node.isObject() ? node.path("id") : node, where);
        return id.replaceFirst("^https?://schema\\.org/", "");
    }

    private static String text(JsonNode node, String where) {
        if (!node.isValueNode() || node.isNull()) {
            throw unreadable(where);
        }
        return node.asText();
    }

    private static Map<String, List<String>> properties(JsonNode properties, String key) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        if (properties.isMissingNode() || properties.isNull()) {
            return read;
        }
        if (!properties.isArray()) {
            throw unreadable(key + ".properties");
        }
        for (JsonNode property : properties) {
            String where = key + ".properties";
            String id = text(property.path("pid"), where + ".pid");
            List<String> values = new ArrayList<>();
            JsonNode given = property.path("v");
            if (given.isArray()) {
                given.forEach(value -> values(value, where + ".v", values));
            } else {
                values(given, where + ".v", values);
            }
            read.merge(id, values, ReconciliationQuestions::both);
        }
        return read;
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** An entity counts by its identifier and by its name. */
    private static void values(JsonNode value, String where, List<String> into) {
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        if (value.isObject()) {
            for (String part : List.of("id", "name")) {
                if (value.path(part).isTextual()) {
                    into.add(value.path(part).asText());
                }
            }
            return;
        }
        String text = text(value, where);
        if (!text.isBlank()) {
            into.add(text);
        }
    }

    /** @throws Refused 400 {@code reconciliation-unreadable}, 413 {@code reconciliation-batch} */
    public static Extension extension(String text) {
        JsonNode node = object(text, "extend");
        List<String> ids = texts(node.path("ids"), "extend.ids", false);
        List<String> properties = texts(node.path("properties"), "extend.properties", true);
        if (ids.size() > Reconciliation.EXTENDED_MAX || properties.size() > Reconciliation.EXTENDED_MAX) {
            throw new Refused(413, "reconciliation-batch", Integer.toString(Reconciliation.EXTENDED_MAX));
        }
        return new Extension(ids, properties);
    }

    private static List<String> texts(JsonNode list, String where, boolean objects) {
        if (!list.isArray()) {
            throw unreadable(where);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            texts.add(text(objects && one.isObject() ? one.path("id") : one, where));
        }
        return texts.stream().distinct().toList();
    }

    /** The kind of a type; null when none is asked for. */
    public static @Nullable EntityKind kind(@Nullable String type) {
        return type == null
                ? null
                : EntityKind.ofType(type.replaceFirst("^https?://schema\\.org/", ""))
                        .orElse(null);
    }
}
