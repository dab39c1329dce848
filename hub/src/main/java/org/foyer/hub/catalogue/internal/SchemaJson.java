package org.foyer.hub.catalogue.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON-LD as a stream: a part that is not known is not written, and nothing written can close a script element. */
final class SchemaJson implements SchemaWriter {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new ScriptEscapes())
            .build()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final JsonGenerator json;

    SchemaJson(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out);
    }

    /**
     * Writes the context in full, so that nobody has to fetch one. The published schema.org context would type starts
     * as schema:DateTime; those who check the data expect xsd types.
     */
    void context() throws IOException {
        json.writeObjectFieldStart("@context");
        text("@vocab", SCHEMA);
        for (String moment : List.of("startDate", "endDate")) {
            json.writeObjectFieldStart(moment);
            text("@id", SCHEMA + moment);
            text("@type", XSD + "dateTime");
            json.writeEndObject();
        }
        for (String property : SchemaWriter.ADDRESSES) {
            json.writeObjectFieldStart(property);
            text("@id", SCHEMA + property);
            text("@type", "@id");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    @Override
    public void start() throws IOException {
        json.writeStartObject();
    }

    @Override
    public void start(String property) throws IOException {
        json.writeObjectFieldStart(property);
    }

    @Override
    public void end() throws IOException {
        json.writeEndObject();
    }

    @Override
    public void startList(String property) throws IOException {
        json.writeArrayFieldStart(property);
    }

    @Override
    public void endList() throws IOException {
        json.writeEndArray();
    }

    @Override
    public void text(String property, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(property, value);
        }
    }

    @Override
    public void texts(String property, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(property);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    @Override
    public void number(String property, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(property, value);
        }
    }

    void number(String property, long value) throws IOException {
        json.writeNumberField(property, value);
    }

    @Override
    public void next(String value) throws IOException {
        json.writeString(value);
    }

    @Override
    public void textIn(String language, String value) throws IOException {
        json.writeStartObject();
        text("@language", language);
        text("@value", value);
        json.writeEndObject();
    }

    @Override
    public void moment(String property, Start start) throws IOException {
        if (start.isDayOnly()) {
            start(property);
            text("@type", XSD + "date");
            text("@value", start.text());
            end();
        } else {
            text(property, start.text());
        }
    }

    @Override
    public void reference(String property, String iri) throws IOException {
        start(property);
        text("@id", iri);
        end();
    }

    @Override
    public void named(String name) throws IOException {
        json.writeStartObject();
        text("name", name);
        json.writeEndObject();
    }

    void lineBreak() throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static final class ScriptEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] escapes = standardAsciiEscapesForJSON();

        private ScriptEscapes() {
            for (char risky : new char[] {'<', '>', '&'}) {
                escapes[risky] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
