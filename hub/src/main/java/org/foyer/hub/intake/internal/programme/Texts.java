package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.internal.loading.PlainText;

/** Texts of a show in several languages, cleaned of markup, as one cell of a row. */
final class Texts {

    /** Characters of all texts of a show together. */
    static final int CHARACTERS_MAX = 200_000;

    /** @param language ISO 639-1 code, empty for a word of no language */
    private record Text(String property, String language, String value) {}

    private final List<Text> texts = new ArrayList<>();

    /** Adds a text; an empty one says that there is none. */
    void add(String property, String language, String value) {
        texts.add(new Text(
                property, language, property.equals("description") ? PlainText.lines(value) : PlainText.line(value)));
    }

    /** The cell; empty when there are no texts. */
    String cell() throws IOException {
        if (texts.isEmpty()) {
            return "";
        }
        StringWriter written = new StringWriter();
        try (JsonGenerator json = Members.FACTORY.createGenerator(written)) {
            json.writeStartArray();
            for (Text text : texts) {
                json.writeStartObject();
                json.writeStringField("property", text.property());
                json.writeStringField("language", text.language());
                json.writeStringField("value", text.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return written.toString();
    }
}
