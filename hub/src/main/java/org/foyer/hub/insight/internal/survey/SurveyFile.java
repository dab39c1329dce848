package org.foyer.hub.insight.internal.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;

/** The bank of questions in the jar. A test holds it to its schema. */
final class SurveyFile {

    private static final String SHIPPED = "/insight/survey.yaml";
    private static final int SCALE_MAX = 10;

    private SurveyFile() {}

    static SurveyBank shipped() {
        JsonNode tree = tree();
        List<Code> rating = codes(tree.path("rating"));
        return new SurveyBank(
                questions(tree.path("core"), rating),
                questions(tree.path("optional"), rating),
                codes(tree.path("countries")));
    }

    static JsonNode tree() {
        try (InputStream in = SurveyFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Question> questions(JsonNode nodes, List<Code> rating) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : nodes) {
            Kind kind = Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT));
            List<Code> codes = switch (kind) {
                case SCALE -> scale();
                case RATING -> rating;
                default -> codes(node.path("codes"));
            };
            questions.add(new Question(
                    node.path("id").asText(),
                    kind,
                    text(node.path("title")),
                    text(node.path("asks")),
                    codes,
                    node.path("sensitive").asBoolean()));
        }
        return List.copyOf(questions);
    }

    private static List<Code> scale() {
        return IntStream.rangeClosed(0, SCALE_MAX)
                .mapToObj(Integer::toString)
                .map(mark -> new Code(mark, new Text(mark, mark)))
                .toList();
    }

    private static List<Code> codes(JsonNode nodes) {
        List<Code> codes = new ArrayList<>();
        nodes.forEach(node -> codes.add(new Code(node.path("id").asText(), text(node))));
        return List.copyOf(codes);
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("fr").asText(), node.path("en").asText());
    }
}
