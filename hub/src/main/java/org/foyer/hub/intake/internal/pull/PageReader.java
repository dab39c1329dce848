package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;
import org.jspecify.annotations.Nullable;

/** Passes on the records of one answer, one at a time, and finds how the list goes on. Numbers keep every digit. */
final class PageReader {

    static final ObjectMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** Takes one record. */
    @FunctionalInterface
    interface Taker {
        void take(JsonNode record) throws IOException;
    }

    private final PullRecipe.Asked list;
    private final Taker taker;
    private int records;
    private boolean found;
    private @Nullable String next;

    private PageReader(PullRecipe.Asked list, Taker taker) {
        this.list = list;
        this.taker = taker;
    }

    /**
     * What stood in a page.
     *
     * @param next word or address of the next page, if the page names one
     */
    record Page(int records, Optional<String> next) {}

    /** @throws NotFetched when it is no such page */
    static Page read(WebAnswer answer, PullRecipe.Asked list, Taker taker) throws IOException {
        String host = String.valueOf(answer.address().getHost());
        if (answer.isPage()) {
            throw new NotFetched("pull-page-for-people", host);
        }
        PageReader reader = new PageReader(list, taker);
        try (InputStream in = answer.body();
                JsonParser parser = MAPPER.getFactory().createParser(in)) {
            reader.root(parser);
            if (parser.nextToken() != null) {
                throw new NotFetched("pull-no-json", host);
            }
        } catch (JsonProcessingException broken) {
            throw new NotFetched("pull-no-json", host);
        }
        if (!reader.found) {
            throw new NotFetched("pull-list-missing", list.name());
        }
        return new Page(reader.records, Optional.ofNullable(reader.next));
    }

    private void root(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT && list.whole()) {
            found = true;
            record(parser);
        } else if (token == JsonToken.START_ARRAY && list.at().isEmpty()) {
            elements(parser);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, "");
        } else if (token != null) {
            parser.skipChildren();
        }
    }

    private void object(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String here = path + parser.currentName();
            JsonToken value = parser.nextToken();
            if (here.equals(list.at()) && value == JsonToken.START_ARRAY) {
                elements(parser);
            } else if (here.equals(list.paging().at()) && value.isScalarValue()) {
                next = value == JsonToken.VALUE_NULL || parser.getText().isEmpty() ? null : parser.getText();
            } else if (value == JsonToken.START_OBJECT
                    && (leads(here, list.at()) || leads(here, list.paging().at()))) {
                object(parser, here + ".");
            } else {
                parser.skipChildren();
            }
        }
    }

    private static boolean leads(String here, String to) {
        return to.startsWith(here + ".");
    }

    private void elements(JsonParser parser) throws IOException {
        found = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return; // told where the document ends too early
            }
            if (token == JsonToken.START_OBJECT) {
                record(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void record(JsonParser parser) throws IOException {
        records++;
        taker.take(MAPPER.readTree(parser));
    }
}
