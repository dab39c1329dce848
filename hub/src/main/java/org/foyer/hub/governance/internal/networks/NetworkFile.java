package org.foyer.hub.governance.internal.networks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkForm.College;
import org.foyer.hub.governance.NetworkForm.Organ;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.NetworkForm.Share;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Purpose.Text;

/** The forms in the jar. A test holds them to their schema. */
final class NetworkFile {

    static final String SHIPPED = "/governance/networks.yaml";

    /** Of the words {@code more than 1/2} and {@code at least 2/3}. */
    private static final String MORE = "more than ";

    private static final String LEAST = "at least ";

    private NetworkFile() {}

    static List<NetworkForm> shipped() {
        List<NetworkForm> forms = new ArrayList<>();
        for (JsonNode entry : tree()) {
            forms.add(new NetworkForm(
                    entry.path("id").asText(),
                    text(entry.path("name")),
                    text(entry.path("what")),
                    entry.path("seen").asText(),
                    entry.path("days").asInt(),
                    colleges(entry.path("colleges")),
                    organs(entry.path("organs")),
                    rules(entry.path("rules"))));
        }
        return List.copyOf(forms);
    }

    static JsonNode tree() {
        try (InputStream in = NetworkFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<College> colleges(JsonNode nodes) {
        List<College> colleges = new ArrayList<>();
        nodes.forEach(node -> colleges.add(new College(
                node.path("id").asText(),
                text(node.path("name")),
                node.path("weight").asInt())));
        return List.copyOf(colleges);
    }

    private static List<Organ> organs(JsonNode nodes) {
        List<Organ> organs = new ArrayList<>();
        nodes.forEach(node -> organs.add(new Organ(
                node.path("id").asText(),
                text(node.path("name")),
                node.path("seats").asText().equals("elected"),
                node.path("max").asInt(0))));
        return List.copyOf(organs);
    }

    private static Map<Kind, Rule> rules(JsonNode nodes) {
        Map<Kind, Rule> rules = new EnumMap<>(Kind.class);
        nodes.properties().forEach(entry -> rules.put(Kind.of(entry.getKey()).orElseThrow(), rule(entry.getValue())));
        return Map.copyOf(rules);
    }

    private static Rule rule(JsonNode node) {
        String majority = node.path("majority").asText();
        boolean more = majority.startsWith(MORE);
        return new Rule(
                node.path("organ").asText(),
                Share.of(node.path("quorum").asText()),
                Share.of(majority.substring(more ? MORE.length() : LEAST.length())),
                more,
                node.path("of").asText().equals("seats"));
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
