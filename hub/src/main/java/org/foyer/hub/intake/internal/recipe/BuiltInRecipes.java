package org.foyer.hub.intake.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipes that come with Foyer. Tests check them against their schema, so that no start has to. */
public final class BuiltInRecipes {

    private static final String FOLDER = "/recipes/";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Recipe> byName = new LinkedHashMap<>();

    private BuiltInRecipes() {}

    /**
     * Reads every recipe named in {@code recipes/index.yaml}.
     *
     * @throws BrokenRecipe when one extends a recipe that is not listed before it
     */
    public static BuiltInRecipes read() {
        BuiltInRecipes recipes = new BuiltInRecipes();
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        for (JsonNode name : resource("index.yaml")) {
            JsonNode tree = resource(name.asText() + ".yaml");
            trees.put(name.asText(), tree);
            JsonNode whole = tree.has("extends") ? extended(trees, tree) : tree;
            recipes.byName.put(
                    name.asText(),
                    house(whole, JSON.createObjectNode(), whole.path("version").asInt()));
        }
        return recipes;
    }

    private static JsonNode extended(Map<String, JsonNode> trees, JsonNode tree) {
        JsonNode parent = trees.get(tree.path("extends").asText());
        if (parent == null) {
            throw new BrokenRecipe(
                    tree.path("name").asText(), List.of("extends a recipe that is not listed before it"));
        }
        ObjectNode whole = parent.deepCopy();
        tree.properties().forEach(entry -> {
            if (!entry.getKey().equals("fields")) {
                whole.set(entry.getKey(), entry.getValue());
            }
        });
        whole.remove("extends");
        ObjectNode fields = whole.withObject("/fields");
        tree.path("fields").properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                fields.remove(entry.getKey());
            } else {
                fields.set(entry.getKey(), entry.getValue());
            }
        });
        return whole;
    }

    /** Words of files that a recipe knows for a field, plain → meaning. */
    public static Map<String, String> words(String recipe, Field field) {
        return RecipeReader.rule(
                        field, resource(recipe + ".yaml").path("fields").path(field.key()))
                .values();
    }

    private static JsonNode resource(String name) {
        try (InputStream in = BuiltInRecipes.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + FOLDER + name);
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recipe with what a house said about its own files laid over it. */
    static Recipe house(JsonNode base, ObjectNode overlay, int version) {
        ObjectNode content = JSON.createObjectNode();
        content.set("base", base);
        content.set("overlay", overlay);
        return fromContent(content, version);
    }

    /** A recipe as the register keeps it. */
    public static Recipe fromContent(JsonNode content, int version) {
        ObjectNode tree = content.path("base").deepCopy();
        ObjectNode fields = tree.withObject("/fields");
        JsonNode overlay = content.path("overlay");
        overlay.path("values").forEach(word -> {
            ObjectNode rule = fields.withObject("/" + word.path("field").asText());
            rule.withObject("/values")
                    .withArray("/" + word.path("kind").asText())
                    .add(word.path("label").asText());
        });
        return RecipeReader.read(tree, version, content);
    }

    public List<Recipe> all() {
        return List.copyOf(byName.values());
    }

    /** The recipe of tables of totals, which no run takes for sales. */
    public Recipe totals() {
        JsonNode tree = resource("totals.yaml");
        return house(tree, JSON.createObjectNode(), tree.path("version").asInt());
    }

    public Optional<Recipe> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
