package org.foyer.hub.insight.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.Indicator.Text;

/** What each figure means, read from data. */
final class Dictionary {

    private static final String SHIPPED = "/indicators/dictionary.yaml";

    /** Read once, and only by who needs it. */
    private static final class Once {
        private static final Dictionary DICTIONARY = inTheJar();
    }

    private final List<Indicator> indicators;

    private Dictionary(List<Indicator> indicators) {
        this.indicators = indicators;
    }

    /** The dictionary in the jar. */
    static Dictionary shipped() {
        return Once.DICTIONARY;
    }

    private static Dictionary inTheJar() {
        try (InputStream in = Dictionary.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException naming everything that is wrong at once, since a broken dictionary is a bug */
    static Dictionary read(String yaml) {
        JsonNode entries;
        try {
            entries = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the dictionary is not YAML", e);
        }
        List<String> wrong = DictionaryCheck.wrong(entries);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("dictionary of figures:\n" + String.join("\n", wrong));
        }
        List<Indicator> indicators = new ArrayList<>();
        entries.forEach(entry -> indicators.add(indicator(entry)));
        indicators.sort(Comparator.comparingInt(Indicator::number));
        return new Dictionary(List.copyOf(indicators));
    }

    private static Indicator indicator(JsonNode entry) {
        List<String> needs = new ArrayList<>();
        entry.path("needs").forEach(column -> needs.add(column.asText()));
        return new Indicator(
                entry.path("id").asText(),
                entry.path("number").asInt(),
                entry.path("version").asInt(),
                entry.path("unit").asText(),
                List.copyOf(needs),
                entry.path("comparable").asBoolean(),
                text(entry.path("name")),
                text(entry.path("formula")),
                text(entry.path("trap")));
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }

    /** In order of number; those of one number in the order of the file. */
    List<Indicator> indicators() {
        return indicators;
    }

    /** Begins the figure of an indicator. */
    Draft draft(String id) {
        return new Draft(indicator(id));
    }

    Indicator indicator(String id) {
        return indicators.get(place(id));
    }

    /** Where an indicator stands in the dictionary, from 0. */
    int place(String id) {
        for (int place = 0; place < indicators.size(); place++) {
            if (indicators.get(place).id().equals(id)) {
                return place;
            }
        }
        throw new IllegalArgumentException("not in the dictionary: " + id);
    }
}
