package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Recognises JSON documents and JSON lines, and the shapes they can be seen in. */
final class JsonRecognition {

    /** Shorter files are walked to their end, so that the proof already says what is broken there. */
    private static final long WALKED_WHOLE_BYTES = 32 << 20;

    private static final Set<String> ENVELOPES = Set.of(
            "results",
            "data",
            "items",
            "orders",
            "events",
            "records",
            "rows",
            "value",
            "values",
            "member",
            "members",
            "hydra:member",
            "list",
            "content",
            "entries",
            "transactions",
            "tickets");

    private final Path file;
    private final String fileName;
    private final Charset charset;
    private final ReadLimits limits;
    private final JsonTexts texts;
    private final List<Problem> problems = new ArrayList<>();

    JsonRecognition(Path file, String fileName, Charset charset, ReadLimits limits) {
        this.file = file;
        this.fileName = fileName;
        this.charset = charset;
        this.limits = limits;
        this.texts = new JsonTexts(limits);
    }

    /** Whether a text begins as JSON does: a header of a table may begin with a bracket too. */
    static boolean looksLikeJson(String text) {
        String start = text.substring(0, Math.min(text.length(), 4_096)).stripLeading();
        if (start.isEmpty()) {
            return false;
        }
        String next = start.substring(1).stripLeading();
        char follows = next.isEmpty() ? '}' : next.charAt(0);
        return start.charAt(0) == '{' && (follows == '"' || follows == '}')
                || start.charAt(0) == '[' && "{[]\"}".indexOf(follows) >= 0;
    }

    Recognition recognise(String beginning) throws IOException {
        return byLine(beginning) ? lines() : document();
    }

    /** One whole object in the first line that is not blank, another one after it. */
    private boolean byLine(String beginning) {
        String text = beginning.stripLeading();
        int end = text.indexOf('\n');
        if (end < 0
                || !text.startsWith("{")
                || !text.substring(end).stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = texts.of(text.substring(0, end))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException broken) {
            return text.substring(0, end).stripTrailing().endsWith("}");
        }
    }

    private Recognition document() throws IOException {
        boolean wholeFile = Files.size(file) <= WALKED_WHOLE_BYTES;
        try (JsonParser parser = texts.open(file, charset)) {
            JsonOutline outline = new JsonOutline(parser, limits, wholeFile);
            try {
                if (!outline.walk()) {
                    long line = parser.currentLocation().getLineNr();
                    problems.add(Problem.stops("json-broken", new Place(fileName, line, null, null)));
                }
            } catch (IOException broken) {
                if (JsonRecords.isFromStore(broken)) {
                    throw broken;
                }
                problems.add(texts.problem(broken, parser, fileName));
            }
            return recognition(Recognition.JSON, shapes(outline));
        }
    }

    private List<JsonShape> shapes(JsonOutline outline) throws IOException {
        List<JsonShape> shapes = new ArrayList<>();
        boolean enveloped = Stream.concat(outline.arrays.keySet().stream(), outline.emptyArrays.stream())
                .anyMatch(JsonRecognition::isEnvelope);
        boolean isRecord = !outline.isArray && !enveloped && outline.ownValues > 0;
        if (isRecord && problems.isEmpty() && Files.size(file) <= limits.documentCharsMax()) {
            shapes.addAll(JsonShapes.of("", sampleOf(List.of())));
        }
        outline.arrays.entrySet().stream()
                .filter(array -> isEnvelope(array.getKey()))
                .forEach(array -> shapes.addAll(JsonShapes.of(array.getKey(), array.getValue())));
        outline.arrays.entrySet().stream()
                .filter(array -> !isEnvelope(array.getKey()))
                .forEach(array -> shapes.addAll(JsonShapes.of(array.getKey(), array.getValue())));
        return shapes;
    }

    private static boolean isEnvelope(String path) {
        return ENVELOPES.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private List<Map<String, @Nullable Object>> sampleOf(List<String> path) throws IOException {
        Sample sample = new Sample();
        new JsonRecords(texts, file, fileName, charset, sample).document(path);
        return sample.records;
    }

    private Recognition lines() throws IOException {
        Sample sample = new Sample();
        new JsonRecords(texts, file, fileName, charset, sample).lines();
        problems.addAll(sample.problems);
        return recognition(Recognition.JSON_LINES, JsonShapes.of("", sample.records));
    }

    private Recognition recognition(String format, List<JsonShape> shapes) {
        boolean stops = problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
        if (!stops && (shapes.isEmpty() || shapes.get(0).columns().isEmpty())) {
            problems.add(Problem.stops("no-rows", Place.of(fileName)));
        }
        List<String> header = shapes.isEmpty() ? List.of() : shapes.get(0).columns();
        List<List<String>> rows = shapes.isEmpty() ? List.of() : shapes.get(0).sample();
        return new Recognition(format, charset, null, 0, 1, false, header, rows, shapes, null, problems);
    }

    /** The first records of a file. */
    private static final class Sample implements JsonRecords.Taker {
        private final List<Map<String, @Nullable Object>> records = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public boolean record(long number, Map<String, @Nullable Object> record) {
            records.add(record);
            return records.size() < Recognition.SAMPLE_ROWS;
        }

        @Override
        public void refused(RefusedRecord refused) {}

        @Override
        public void blank() {}

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
