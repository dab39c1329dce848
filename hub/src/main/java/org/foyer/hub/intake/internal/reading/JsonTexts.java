package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Opens JSON within the limits and says what is wrong with broken JSON. */
final class JsonTexts {

    private static final int NUMBER_CHARS_MAX = 100;
    private static final int NAME_CHARS_MAX = 1_000;
    private static final ObjectMapper SHOWN = new ObjectMapper();

    private final JsonFactory factory;
    final ReadLimits limits;

    JsonTexts(ReadLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nestingMax())
                        .maxStringLength(limits.fieldCharsMax())
                        .maxNumberLength(NUMBER_CHARS_MAX)
                        .maxNameLength(NAME_CHARS_MAX)
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** A parser over a whole file; closing it closes the file. */
    JsonParser open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean jacksonKnows = charset.equals(StandardCharsets.UTF_8) || DelimitedReading.isUtf16(charset);
        return jacksonKnows ? factory.createParser(in) : factory.createParser(new InputStreamReader(in, charset));
    }

    JsonParser of(String text) throws IOException {
        return factory.createParser(text);
    }

    /** What stopped a parser, without any of the text around it. */
    String code(IOException broken, @Nullable JsonParser parser) {
        if (broken instanceof JsonTree.TooLarge) {
            return "record-too-long";
        }
        if (broken instanceof JsonEOFException) {
            return "file-truncated";
        }
        if (broken instanceof StreamConstraintsException) {
            boolean deep = parser == null || parser.getParsingContext().getNestingDepth() >= limits.nestingMax();
            return deep ? "json-too-deep" : "field-too-long";
        }
        boolean encoding = broken instanceof java.io.CharConversionException
                || String.valueOf(broken.getMessage()).contains("UTF-8");
        return encoding ? "encoding-broken" : "json-broken";
    }

    Problem problem(IOException broken, JsonParser parser, String fileName) {
        JsonLocation at = broken instanceof JsonProcessingException known && known.getLocation() != null
                ? known.getLocation()
                : parser.currentLocation();
        return Problem.stops(code(broken, parser), new Place(fileName, at.getLineNr(), null, null));
    }

    /** A value as JSON text, for the quarantine. */
    static String shown(@Nullable Object value) throws IOException {
        return SHOWN.writeValueAsString(value);
    }
}
