package org.foyer.hub.insight.internal.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.Observatory.Agreed;

/** The agreed tables of the observatory, read from data. */
public final class TableFile {

    private static final String SHIPPED = "/insight/observatory.yaml";

    private TableFile() {}

    public static List<Agreed> shipped() {
        List<Agreed> agreed = new ArrayList<>();
        try (InputStream in = TableFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            for (JsonNode node : new YAMLMapper().readTree(in)) {
                agreed.add(new Agreed(
                        node.path("id").asText(),
                        node.path("version").asInt(),
                        node.path("measure").asText(),
                        node.path("rows").asText(),
                        node.path("columns").asText(),
                        text(node.path("name")),
                        text(node.path("note"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(agreed);
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
