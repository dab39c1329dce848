package org.foyer.hub.intake.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foyer.hub.intake.Matching;

/** What a house said about its own files, laid over a recipe. */
public final class Overlay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Overlay() {}

    /** The newest base with the house's earlier words and, above them, those said now. */
    public static Recipe over(Recipe base, JsonNode earlier, Matching now, int version) {
        ObjectNode overlay = JSON.createObjectNode();
        Map<String, String> columns = new LinkedHashMap<>(columns(earlier));
        now.columns().forEach((column, field) -> columns.put(Words.plain(column), field));
        ObjectNode columnNode = overlay.putObject("columns");
        columns.forEach(columnNode::put);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        earlier.path("values").forEach(word -> values.put(key(word), word));
        now.values().forEach(word -> {
            ObjectNode node = JSON.createObjectNode()
                    .put("field", word.field())
                    .put("label", word.label())
                    .put("kind", word.kind());
            values.put(key(node), node);
        });
        overlay.putArray("values").addAll(values.values());
        return BuiltInRecipes.house(base.content().path("base"), overlay, version);
    }

    private static String key(JsonNode word) {
        return word.path("field").asText()
                + '/'
                + Words.plain(word.path("label").asText());
    }

    /** Plain header word → field key, empty to keep the column aside. */
    public static Map<String, String> columns(JsonNode overlay) {
        Map<String, String> columns = new LinkedHashMap<>();
        overlay.path("columns")
                .properties()
                .forEach(entry -> columns.put(entry.getKey(), entry.getValue().asText()));
        return columns;
    }
}
