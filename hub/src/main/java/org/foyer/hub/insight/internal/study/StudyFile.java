package org.foyer.hub.insight.internal.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.insight.StudyBank.Measure;
import org.foyer.hub.model.ChannelKind;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.FrenchRegions;
import org.foyer.hub.model.SizeClass;
import org.foyer.hub.model.TariffKind;
import org.foyer.hub.model.Vocabularies;

/** The bank of measures and dimensions in the jar; codes are those of the lists that houses share. */
final class StudyFile {

    static final String UNKNOWN = "unknown";

    private static final String SHIPPED = "/insight/study.yaml";
    private static final int WEEKDAYS = 7;
    private static final int MONTHS = 12;

    /** A season begins in September. */
    private static final int FIRST_MONTH = 9;

    private StudyFile() {}

    static StudyBank shipped() {
        JsonNode tree = tree();
        List<Measure> measures = new ArrayList<>();
        for (JsonNode node : tree.path("measures")) {
            measures.add(new Measure(
                    node.path("id").asText(),
                    node.path("version").asInt(),
                    node.path("unit").asText(),
                    node.path("most").asInt(),
                    text(node.path("name")),
                    text(node.path("formula")),
                    text(node.path("trap"))));
        }
        return new StudyBank(
                List.copyOf(measures),
                dimensions(tree.path("dimensions")),
                tree.path("cells").asInt());
    }

    /** The same with the dimensions that the tables of the observatory have besides. */
    static StudyBank withTraits() {
        StudyBank bank = shipped();
        List<Dimension> all = new ArrayList<>(bank.dimensions());
        all.addAll(dimensions(tree().path("observatory")));
        return new StudyBank(bank.measures(), List.copyOf(all), bank.cells());
    }

    private static List<Dimension> dimensions(JsonNode nodes) {
        List<Dimension> dimensions = new ArrayList<>();
        for (JsonNode node : nodes) {
            String id = node.path("id").asText();
            dimensions.add(new Dimension(id, node.path("person").asBoolean(), codes(id), text(node.path("name"))));
        }
        return List.copyOf(dimensions);
    }

    static JsonNode tree() {
        try (InputStream in = StudyFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last is what a code of no list counts as, where there can be one. */
    private static List<String> codes(String dimension) {
        return switch (dimension) {
            case "genre" ->
                orUnknown(Vocabularies.of("genres").concepts().stream()
                        .filter(concept -> concept.broader() == null)
                        .map(Concept::code));
            case "weekday" -> numbers(1, WEEKDAYS);
            case "month" ->
                Stream.concat(numbers(FIRST_MONTH, MONTHS).stream(), numbers(1, FIRST_MONTH - 1).stream())
                        .toList();
            case "tariff" -> orUnknown(Arrays.stream(TariffKind.values()).map(TariffKind::stored));
            case "channel" -> orUnknown(Arrays.stream(ChannelKind.values()).map(ChannelKind::stored));
            case "distance" -> orUnknown(Stream.of("km-5", "km-10", "km-30", "km-100", "km-over-100"));
            case "region" -> orUnknown(FrenchRegions.codes().stream());
            case "discipline" ->
                Arrays.stream(Discipline.values()).map(ObservatoryQuery::word).toList();
            case "size" ->
                Arrays.stream(SizeClass.values()).map(ObservatoryQuery::word).toList();
            case "price" -> List.of("free", "to-10", "to-20", "to-35", "to-50", "over-50");
            default -> throw new IllegalStateException("no codes are known of " + dimension);
        };
    }

    private static List<String> orUnknown(Stream<String> codes) {
        return Stream.concat(codes, Stream.of(UNKNOWN)).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
