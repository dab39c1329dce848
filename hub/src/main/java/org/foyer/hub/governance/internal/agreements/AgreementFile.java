package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Clause;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Purpose.Text;

/** The templates in the jar. A test holds them to their schema. */
final class AgreementFile {

    static final String SHIPPED = "/governance/agreements.yaml";

    private AgreementFile() {}

    static List<AgreementTemplate> shipped() {
        List<AgreementTemplate> templates = new ArrayList<>();
        for (JsonNode entry : tree()) {
            templates.add(new AgreementTemplate(
                    entry.path("id").asText(),
                    text(entry.path("title")),
                    text(entry.path("what")),
                    entry.path("action").asText(),
                    entry.path("purpose").path("id").asText(),
                    text(entry.path("purpose")),
                    entry.path("indicators").asBoolean(),
                    entry.path("joint").asBoolean(),
                    entry.path("grouped").asBoolean(),
                    texts(entry.path("forbidden")),
                    data(entry.path("data")),
                    clauses(entry.path("clauses")),
                    clauses(entry.path("essence"))));
        }
        return List.copyOf(templates);
    }

    static JsonNode tree() {
        try (InputStream in = AgreementFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Data> data(JsonNode nodes) {
        List<Data> data = new ArrayList<>();
        nodes.forEach(node -> data.add(new Data(node.path("id").asText(), text(node))));
        return List.copyOf(data);
    }

    private static List<Clause> clauses(JsonNode nodes) {
        List<Clause> clauses = new ArrayList<>();
        nodes.forEach(node -> clauses.add(new Clause(text(node.path("title")), text(node.path("text")))));
        return List.copyOf(clauses);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
