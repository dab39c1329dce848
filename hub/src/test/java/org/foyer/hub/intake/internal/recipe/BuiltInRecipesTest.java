package org.foyer.hub.intake.internal.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What no start checks any more. */
class BuiltInRecipesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BuiltInRecipesTest.class.getResourceAsStream("/recipes/" + name), name)) {
            return YAML.readTree(in);
        }
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>(List.of("totals"));
        resource("index.yaml").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<String> violations(String name, JsonNode tree) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.<JsonNode>valueToTree(resource("recipe.schema.json")));
        List<String> violations = new ArrayList<>();
        schema.validate(tree).forEach(message -> violations.add(name + ": " + message.getMessage()));
        tree.path("fields").fieldNames().forEachRemaining(key -> {
            if (Field.byKey(key).isEmpty()) {
                violations.add(name + ": $.fields: no such field: " + key);
            }
        });
        return violations;
    }

    @Test
    void eachFollowsTheSchemaAndNamesOnlyFieldsThatAreThere() throws IOException {
        for (String name : names()) {
            assertThat(violations(name, resource(name + ".yaml"))).isEmpty();
        }
        assertThat(BuiltInRecipes.read().all()).hasSize(names().size() - 1);
    }

    @Test
    void aRecipeThatDoesNotFollowItIsFound() throws IOException {
        JsonNode broken = YAML.readTree("{name: x, fields: {nonsense: {words: 3}}}");
        assertThat(violations("x", broken))
                .anyMatch(said -> said.contains("no such field: nonsense"))
                .anyMatch(said -> said.contains("required"));
    }
}
