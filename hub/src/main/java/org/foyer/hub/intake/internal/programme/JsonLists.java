package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.internal.reading.JsonTree;
import org.jspecify.annotations.Nullable;

/** Passes on the records of a JSON file one by one: of a list, of named lists in an object, or the object itself. */
final class JsonLists {

    /** Takes one record and the name of the list in which it stood, empty for the file itself. */
    interface Taker {
        void take(String list, Members record) throws IOException;
    }

    /** The file is no longer JSON, or larger than is read. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final long line;

        Broken(String code, long line) {
            super(code);
            this.code = code;
            this.line = line;
        }

        String code() {
            return code;
        }

        long line() {
            return line;
        }
    }

    private JsonLists() {}

    /**
     * Reads to the end of the file.
     *
     * @param names of the lists, or of the one record, that are read where the file is an object
     * @return false when there is neither such a list nor a list
     */
    static boolean read(JsonParser parser, List<String> names, Taker taker) throws IOException {
        return read(parser, names, false, taker);
    }

    /** The same; an object without any of these names is itself the one record. */
    static boolean readAny(JsonParser parser, List<String> names, Taker taker) throws IOException {
        return read(parser, names, true, taker);
    }

    private static boolean read(JsonParser parser, List<String> names, boolean any, Taker taker) throws IOException {
        JsonToken first = next(parser);
        boolean found = first == JsonToken.START_ARRAY;
        if (found) {
            elements(parser, "", taker);
        } else if (first == JsonToken.START_OBJECT) {
            found = object(parser, names, any, taker);
        } else {
            throw new Broken(first == null ? "file-truncated" : "json-broken", 1);
        }
        if (next(parser) != null) {
            throw new Broken("json-broken", parser.currentTokenLocation().getLineNr());
        }
        return found;
    }

    private static boolean object(JsonParser parser, List<String> names, boolean whole, Taker taker)
            throws IOException {
        boolean found = false;
        boolean any = whole;
        Map<String, Object> own = new HashMap<>();
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = name(parser);
            JsonToken value = next(parser);
            if (names.contains(name) && value == JsonToken.START_ARRAY) {
                elements(parser, name, taker);
                found = true;
            } else if (names.contains(name) && value == JsonToken.START_OBJECT) {
                taker.take(name, record(parser));
                found = true;
            } else if (any && !found) {
                Object kept = value(parser);
                if (kept != null) {
                    own.put(name, kept);
                }
                // the file is one record, if it is any
                if (parser.currentLocation().getByteOffset() > Members.RECORD_MAX) {
                    own.clear();
                    any = false;
                }
            } else {
                skip(parser);
            }
        }
        if (!found && !own.isEmpty()) {
            taker.take("", new Members(own));
            return true;
        }
        return found;
    }

    private static void elements(JsonParser parser, String list, Taker taker) throws IOException {
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            if (token == null) {
                throw new Broken("file-truncated", parser.currentLocation().getLineNr());
            }
            if (token == JsonToken.START_OBJECT) {
                taker.take(list, record(parser));
            } else {
                skip(parser);
            }
        }
    }

    private static Members record(JsonParser parser) throws Broken {
        return Members.of(value(parser));
    }

    private static @Nullable Object value(JsonParser parser) throws Broken {
        try {
            return JsonTree.read(parser, Members.RECORD_MAX).value();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    private static @Nullable JsonToken next(JsonParser parser) throws Broken {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    private static String name(JsonParser parser) throws Broken {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    private static void skip(JsonParser parser) throws Broken {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    /** What is wrong, without any of the text around it. */
    static Broken broken(IOException e, JsonParser parser) {
        long line = e instanceof JsonProcessingException known && known.getLocation() != null
                ? known.getLocation().getLineNr()
                : parser.currentLocation().getLineNr();
        if (e instanceof Broken broken) {
            return broken;
        }
        if (e instanceof JsonTree.TooLarge) {
            return new Broken("record-too-long", line);
        }
        if (e instanceof JsonEOFException) {
            return new Broken("file-truncated", line);
        }
        if (e instanceof StreamConstraintsException) {
            boolean deep = String.valueOf(e.getMessage()).contains("epth");
            return new Broken(deep ? "json-too-deep" : "field-too-long", line);
        }
        boolean encoding = e instanceof CharConversionException
                || String.valueOf(e.getMessage()).contains("UTF-8");
        return new Broken(encoding ? "encoding-broken" : "json-broken", line);
    }
}
