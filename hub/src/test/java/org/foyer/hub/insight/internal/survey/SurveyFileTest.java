package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Question;
import org.junit.jupiter.api.Test;

/** The bank of questions, against its schema and against what registers hold. */
class SurveyFileTest {

    private final SurveyBank bank = SurveyFile.shipped();

    @Test
    void theFileFollowsItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in = SurveyFile.class.getResourceAsStream("/insight/survey.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(SurveyFile.tree()))
                .isEmpty();
    }

    @Test
    void theIdsThatStandInRegistersStay() {
        assertThat(bank.core())
                .extracting(Question::id)
                .containsExactly(
                        "visit", "company", "heard", "motive", "overall", "show", "age", "education", "residence");
        assertThat(codes("age"))
                .containsExactly("under-18", "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-plus");
        assertThat(codes("visit")).containsExactly("first", "year", "three-years", "longer");
        assertThat(codes("residence"))
                .containsExactly("km-5", "km-10", "km-30", "km-100", "km-over-100", "same-country", "abroad");
        assertThat(codes("overall")).hasSize(11).startsWith("0").endsWith("10");
        assertThat(codes("show")).containsExactly("very-good", "good", "fair", "poor", "very-poor");
    }

    private List<String> codes(String question) {
        return SurveyBank.find(bank.core(), question).orElseThrow().codes().stream()
                .map(Code::id)
                .toList();
    }

    @Test
    void everyIdIsThereOnceAndReadsBackFromTheWayItIsKept() {
        List<Question> all = new ArrayList<>(bank.core());
        all.addAll(bank.optional());
        assertThat(all).extracting(Question::id).doesNotHaveDuplicates();
        for (Question question : all) {
            List<String> ids = question.codes().stream().map(Code::id).toList();
            assertThat(ids).doesNotHaveDuplicates().doesNotContain(SurveyBank.NO_ANSWER);
            assertThat(Answer.read(Answer.kept(java.util.Map.of(question.id(), ids))))
                    .isEqualTo(java.util.Map.of(question.id(), ids));
        }
    }

    @Test
    void marksCountAsSaid() {
        Question overall = SurveyBank.find(bank.core(), "overall").orElseThrow();
        assertThat(overall.value("10")).contains(10.0);
        assertThat(overall.value("0")).contains(0.0);
        Question show = SurveyBank.find(bank.core(), "show").orElseThrow();
        assertThat(show.value("very-good")).contains(5.0);
        assertThat(show.value("very-poor")).contains(1.0);
        assertThat(show.value(SurveyBank.NO_ANSWER)).isEmpty();
        assertThat(SurveyBank.find(bank.core(), "age").orElseThrow().value("18-24"))
                .isEmpty();
    }
}
