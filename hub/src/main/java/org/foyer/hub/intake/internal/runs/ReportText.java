package org.foyer.hub.intake.internal.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SaidWord;

/** Reports and words as the register keeps them. */
final class ReportText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ReportText() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text as it stands between the quotes of a report. */
    static String inside(String text) {
        String quoted = write(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    static RunReport report(String text) {
        try {
            return JSON.readValue(text, RunReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report in the register cannot be read", e);
        }
    }

    static List<SaidWord> words(String text) {
        try {
            return List.of(JSON.readValue(text, SaidWord[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words in the register cannot be read", e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text in the register cannot be read", e);
        }
    }
}
