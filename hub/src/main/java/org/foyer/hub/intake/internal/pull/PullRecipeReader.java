package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a recipe in YAML and tells everything that is wrong with it at once. */
final class PullRecipeReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SCHEMA = "/pull/pull.schema.json";

    /** Headers that the request itself needs, or that would make it somebody else's. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "te",
            "upgrade",
            "cookie",
            "expect",
            "trailer");

    private PullRecipeReader() {}

    /**
     * What was read.
     *
     * @param faults where and what, in the words of the schema
     */
    record Read(List<String> faults, @Nullable PullRecipe recipe) {}

    /** A recipe that comes with Foyer. */
    static PullRecipe shipped(String name) {
        try (InputStream in = resource("/pull/" + name + ".yaml")) {
            Read read = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (read.recipe() == null) {
                throw new IllegalStateException(name + ": " + read.faults());
            }
            return read.recipe();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = PullRecipeReader.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing in the jar: " + name);
        }
        return in;
    }

    /** Loaded when the first recipe is read. */
    private static final class Schema {
        static final JsonSchema FOUND = load();

        private static JsonSchema load() {
            try (InputStream in = resource(SCHEMA)) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(new ObjectMapper().readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Read read(String text) {
        JsonNode tree;
        try {
            tree = YAML.readTree(text);
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            return new Read(List.of("line " + line), null);
        }
        List<String> faults = new ArrayList<>();
        Schema.FOUND.validate(tree).forEach(message -> faults.add(message.getMessage()));
        if (faults.isEmpty()) {
            lists(tree, faults);
        }
        return faults.isEmpty() ? new Read(List.of(), recipe(tree)) : new Read(faults, null);
    }

    /** What the schema cannot say. */
    private static void lists(JsonNode tree, List<String> faults) {
        Set<String> before = new HashSet<>();
        for (JsonNode list : tree.path("lists")) {
            String name = list.path("name").asText();
            String of = list.path("of").asText("");
            if (!of.isEmpty() && !before.contains(of)) {
                faults.add("$.lists: " + name + ": of: " + of);
            }
            if (of.isEmpty() && list.path("path").asText().contains("{")) {
                faults.add("$.lists: " + name + ": path");
            }
            if (!before.add(name)) {
                faults.add("$.lists: " + name);
            }
        }
        String header = tree.path("auth").path("header").asText("");
        if (RESERVED.contains(header.toLowerCase(Locale.ROOT))) {
            faults.add("$.auth.header: " + header);
        }
    }

    private static PullRecipe recipe(JsonNode tree) {
        JsonNode auth = tree.path("auth");
        List<PullRecipe.Asked> lists = new ArrayList<>();
        tree.path("lists").forEach(list -> lists.add(asked(list)));
        return new PullRecipe(
                tree.path("mark").asText(null),
                new PullRecipe.Auth(
                        PullRecipe.Auth.Kind.valueOf(
                                auth.path("kind").asText("none").toUpperCase(Locale.ROOT)),
                        auth.path("header").asText("Authorization"),
                        auth.path("prefix").asText("")),
                tree.path("per_minute").asInt(300),
                lists);
    }

    private static PullRecipe.Asked asked(JsonNode list) {
        return new PullRecipe.Asked(
                list.path("name").asText(),
                list.path("of").asText(null),
                list.path("path").asText(""),
                texts(list.path("query")),
                list.path("at").asText(""),
                list.path("whole").asBoolean(false),
                list.path("since").asText(""),
                list.has("paging") ? paging(list.path("paging")) : PullRecipe.Paging.NONE,
                texts(list.path("when")),
                list.path("once").asText(""),
                texts(list.path("put")));
    }

    private static PullRecipe.Paging paging(JsonNode paging) {
        PullRecipe.Paging.Kind kind =
                PullRecipe.Paging.Kind.valueOf(paging.path("kind").asText().toUpperCase(Locale.ROOT));
        return new PullRecipe.Paging(
                kind,
                paging.path("parameter").asText(kind.name().toLowerCase(Locale.ROOT)),
                paging.path("first").asInt(kind == PullRecipe.Paging.Kind.PAGE ? 1 : 0),
                paging.path("size").asInt(0),
                paging.path("size_parameter").asText(""),
                paging.path("at").asText("next"));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
