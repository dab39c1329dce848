package org.foyer.hub.governance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Purpose.Text;
import org.jspecify.annotations.Nullable;

/** The choices in the jar. A test holds them to their schema. */
final class ConsentFile {

    static final String SHIPPED = "/governance/consents.yaml";

    private ConsentFile() {}

    static ConsentChoices shipped() {
        JsonNode tree = tree();
        return new ConsentChoices(
                choices(tree.path("purposes")), choices(tree.path("channels")), choices(tree.path("ways")));
    }

    static JsonNode tree() {
        try (InputStream in = ConsentFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Choice> choices(JsonNode nodes) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode node : nodes) {
            choices.add(new Choice(
                    node.path("id").asText(),
                    new Text(
                            node.path("title").path("fr").asText(),
                            node.path("title").path("en").asText()),
                    what(node.path("what")),
                    node.path("dpv").asText(null)));
        }
        return List.copyOf(choices);
    }

    private static @Nullable Text what(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
