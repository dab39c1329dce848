package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The records of a JSON file one after the other: elements of one array, one record a line, or the file itself. */
final class JsonRecords {

    /** Who receives them. */
    interface Taker {
        /**
         * @param number of the record from 1; in JSON lines the physical line
         * @return whether to go on
         */
        boolean record(long number, Map<String, @Nullable Object> record) throws IOException;

        /** A record that is none. */
        void refused(RefusedRecord refused) throws IOException;

        /** A line without anything. */
        void blank();

        /** Something that ends the reading. */
        void problem(Problem problem);
    }

    private final JsonTexts texts;
    private final Path file;
    private final String fileName;
    private final Charset charset;
    private final Taker taker;
    private long number;

    JsonRecords(JsonTexts texts, Path file, String fileName, Charset charset, Taker taker) {
        this.texts = texts;
        this.file = file;
        this.fileName = fileName;
        this.charset = charset;
        this.taker = taker;
    }

    /** @param path of the array in the document, from the outside in; empty when the document is the array or record */
    void document(List<String> path) throws IOException {
        try (JsonParser parser = texts.open(file, charset)) {
            try {
                parser.nextToken();
                boolean all = descend(parser, path);
                if (all && parser.nextToken() != null) {
                    taker.problem(Problem.stops(
                            "json-broken",
                            new Place(fileName, parser.currentLocation().getLineNr(), null, null)));
                }
            } catch (IOException broken) {
                if (isFromStore(broken)) {
                    throw broken;
                }
                taker.problem(texts.problem(broken, parser, fileName));
            }
        }
    }

    /** A disk that fails is no property of the file. */
    static boolean isFromStore(IOException broken) {
        return !(broken instanceof com.fasterxml.jackson.core.JacksonException
                || broken instanceof JsonTree.TooLarge
                || broken instanceof java.io.CharConversionException);
    }

    private boolean descend(JsonParser parser, List<String> path) throws IOException {
        if (path.isEmpty()) {
            return parser.currentToken() == JsonToken.START_ARRAY ? each(parser) : one(parser);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return true;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(path.get(0));
            parser.nextToken();
            if (wanted) {
                if (!descend(parser, path.subList(1, path.size()))) {
                    return false;
                }
            } else {
                parser.skipChildren();
            }
        }
        return true;
    }

    private boolean each(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!one(parser)) {
                return false;
            }
        }
        return true;
    }

    private boolean one(JsonParser parser) throws IOException {
        number++;
        JsonTree.Read read = JsonTree.read(parser, texts.limits.documentCharsMax());
        return take(read, null);
    }

    @SuppressWarnings("unchecked") // JsonTree makes objects of text keys only
    private boolean take(JsonTree.Read read, @Nullable String raw) throws IOException {
        String shown = raw;
        if (read.duplicateKey() != null) {
            shown = raw == null ? JsonTexts.shown(read.value()) : raw;
            taker.refused(new RefusedRecord(number, "json-duplicate-key", read.duplicateKey(), null, shown));
            return true;
        }
        if (read.value() instanceof Map<?, ?> record) {
            return taker.record(number, (Map<String, @Nullable Object>) record);
        }
        shown = raw == null ? JsonTexts.shown(read.value()) : raw;
        taker.refused(new RefusedRecord(number, "record-not-an-object", null, null, shown));
        return true;
    }

    /** One record a line; a broken line costs that line. */
    void lines() throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(
                                in,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .replaceWith("\uFFFD")),
                        1 << 16)) {
            BoundedLines lines = new BoundedLines(reader, texts.limits.recordBytesMax());
            boolean more = true;
            for (String line = lines.next(); more && line != null; line = lines.next()) {
                number++;
                more = line(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line, lines);
            }
        }
    }

    private boolean line(String line, BoundedLines lines) throws IOException {
        if (line.isBlank()) {
            taker.blank();
            return true;
        }
        String code = lines.tooLong() ? "line-too-long" : line.indexOf('\uFFFD') >= 0 ? "encoding-broken" : "";
        if (code.isEmpty()) {
            try (JsonParser parser = texts.of(line)) {
                try {
                    parser.nextToken();
                    JsonTree.Read read = JsonTree.read(parser, texts.limits.documentCharsMax());
                    code = parser.nextToken() == null ? "" : "json-broken";
                    if (code.isEmpty()) {
                        return take(read, line);
                    }
                } catch (IOException broken) {
                    code = texts.code(broken, parser);
                }
            }
        }
        if (code.equals("file-truncated")) {
            code = "json-broken";
            if (!lines.terminated()) {
                taker.problem(Problem.stops("file-truncated", new Place(fileName, number, null, null)));
            }
        }
        taker.refused(new RefusedRecord(number, code, null, null, line));
        return true;
    }
}
