package org.foyer.hub.exchange.internal.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductKind.Column;
import org.foyer.hub.exchange.ProductKind.Text;
import org.foyer.hub.model.HouseId;

/** The kinds of data products in the jar, with the questions that make them. */
final class ProductFile {

    private static final String SHIPPED = "/exchange/products.yaml";

    private ProductFile() {}

    /**
     * A kind and how it is made.
     *
     * @param sql its rows, of the house {@code :house}
     * @param upTo column of the last day that it tells of
     * @param unclassified one number
     */
    record Made(ProductKind kind, String sql, String upTo, String unclassified) {

        static String of(HouseId house, String sql) {
            return sql.replace(":house", Integer.toString(house.value()));
        }
    }

    static List<Made> shipped() {
        List<Made> kinds = new ArrayList<>();
        for (JsonNode entry : tree()) {
            kinds.add(new Made(
                    new ProductKind(
                            entry.path("id").asText(),
                            text(entry.path("title")),
                            text(entry.path("what")),
                            text(entry.path("rows")),
                            words(entry.path("key")),
                            columns(entry.path("columns"))),
                    entry.path("sql").asText(),
                    entry.path("up_to").asText(),
                    entry.path("unclassified").asText()));
        }
        return List.copyOf(kinds);
    }

    private static JsonNode tree() {
        try (InputStream in = ProductFile.class.getResourceAsStream(SHIPPED)) {
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

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asText()));
        return List.copyOf(words);
    }

    private static List<Column> columns(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : node) {
            columns.add(new Column(
                    column.path("name").asText(),
                    column.path("type").asText(),
                    column.has("unit") ? column.path("unit").asText() : null,
                    text(column)));
        }
        return List.copyOf(columns);
    }
}
