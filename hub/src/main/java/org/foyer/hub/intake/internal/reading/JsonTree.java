package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value in memory: objects as maps, arrays as lists, everything else as its text, so that numbers keep every
 * digit. The depth is bounded by the parser's own limit.
 */
public final class JsonTree {

    /** A record holds more text than one record may. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final JsonParser parser;
    private final int charsMax;
    private int chars;
    private @Nullable String duplicateKey;

    private JsonTree(JsonParser parser, int charsMax) {
        this.parser = parser;
        this.charsMax = charsMax;
    }

    /**
     * What was read.
     *
     * @param value map, list or text; null for JSON's null
     * @param duplicateKey the first key that stands twice in one object
     */
    public record Read(@Nullable Object value, @Nullable String duplicateKey) {}

    /** Reads the value whose first token is the parser's current one. */
    public static Read read(JsonParser parser, int charsMax) throws IOException {
        JsonTree tree = new JsonTree(parser, charsMax);
        return new Read(tree.value(), tree.duplicateKey);
    }

    private @Nullable Object value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object();
        }
        if (token == JsonToken.START_ARRAY) {
            return array();
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return counted(parser.getText());
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = counted(parser.currentName());
            parser.nextToken();
            if (object.containsKey(key) && duplicateKey == null) {
                duplicateKey = key;
            }
            object.put(key, value());
        }
        return object;
    }

    private List<@Nullable Object> array() throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            chars++;
            array.add(value());
        }
        return array;
    }

    private String counted(String text) throws IOException {
        chars += text.length() + 1;
        if (chars > charsMax) {
            throw new TooLarge();
        }
        return text;
    }
}
