package org.foyer.hub.governance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Purpose;
import org.foyer.hub.governance.Purpose.Basis;
import org.foyer.hub.governance.Purpose.Retention;
import org.foyer.hub.governance.Purpose.Text;

/** The purposes in the jar. A test holds them to their schema and to the real tables. */
final class PurposeFile {

    static final String SHIPPED = "/governance/purposes.yaml";

    private PurposeFile() {}

    static List<Purpose> shipped() {
        List<Purpose> purposes = new ArrayList<>();
        for (JsonNode entry : tree()) {
            purposes.add(new Purpose(
                    entry.path("id").asText(),
                    text(entry.path("title")),
                    text(entry.path("what")),
                    Basis.valueOf(entry.path("basis").asText().replace('-', '_').toUpperCase(Locale.ROOT)),
                    entry.path("people").asBoolean(),
                    entry.path("joined").asText(null),
                    retention(entry.path("retention")),
                    texts(entry.path("recipients")),
                    columns(entry.path("columns"))));
        }
        return List.copyOf(purposes);
    }

    static JsonNode tree() {
        try (InputStream in = PurposeFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }

    private static Retention retention(JsonNode node) {
        return new Retention(
                node.has("months") ? node.path("months").asInt() : null,
                node.path("rule").asText(null),
                node.path("from").asText());
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    /** In the order of the file. */
    private static Map<String, Map<String, List<String>>> columns(JsonNode stores) {
        Map<String, Map<String, List<String>>> columns = new LinkedHashMap<>();
        stores.properties().forEach(store -> {
            Map<String, List<String>> tables = new LinkedHashMap<>();
            store.getValue().properties().forEach(table -> tables.put(table.getKey(), texts(table.getValue())));
            columns.put(store.getKey(), tables);
        });
        return columns;
    }
}
