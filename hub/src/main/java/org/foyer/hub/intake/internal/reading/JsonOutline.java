package org.foyer.hub.intake.internal.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON document and notes where its records may be: each array of objects that objects alone lead to, with its
 * first records, and how much else the outermost object says.
 */
final class JsonOutline {

    private static final int DEPTH_MAX = 3;
    private static final int ARRAYS_MAX = 20;
    /** Names of what only pages through a list. */
    private static final Set<String> PAGING = Set.of(
            "count",
            "next",
            "previous",
            "page",
            "pages",
            "per_page",
            "total",
            "total_pages",
            "limit",
            "offset",
            "has_more",
            "hasmore",
            "status",
            "success",
            "@context",
            "@id",
            "@type");

    private final JsonParser parser;
    private final ReadLimits limits;
    private final boolean wholeFile;

    /** Dotted path → first records. */
    final Map<String, List<Map<String, @Nullable Object>>> arrays = new LinkedHashMap<>();

    /** Arrays without any object in them. */
    final Set<String> emptyArrays = new TreeSet<>();

    boolean isArray;
    /** Plain values of the outermost object that do more than page. */
    int ownValues;

    /** @param wholeFile whether to walk on to the end when there are enough records, to find what is broken there */
    JsonOutline(JsonParser parser, ReadLimits limits, boolean wholeFile) {
        this.parser = parser;
        this.limits = limits;
        this.wholeFile = wholeFile;
    }

    /** Answers whether the document ends where the file ends, as far as it was walked. */
    boolean walk() throws IOException {
        JsonToken first = parser.nextToken();
        isArray = first == JsonToken.START_ARRAY;
        boolean all = isArray ? array("") : object("", 1);
        return !all || parser.nextToken() == null;
    }

    private boolean object(String prefix, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            boolean more = true;
            if (token == JsonToken.START_ARRAY) {
                more = array(prefix + name);
            } else if (token == JsonToken.START_OBJECT && depth < DEPTH_MAX) {
                more = object(prefix + name + ".", depth + 1);
            } else {
                parser.skipChildren();
                ownValues += depth == 1 && !PAGING.contains(name.toLowerCase(java.util.Locale.ROOT)) ? 1 : 0;
            }
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private boolean array(String path) throws IOException {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean wanted = records.size() < Recognition.SAMPLE_ROWS && arrays.size() < ARRAYS_MAX;
            if (parser.currentToken() != JsonToken.START_OBJECT || !wanted) {
                parser.skipChildren();
                continue;
            }
            add(records);
            if (records.size() == Recognition.SAMPLE_ROWS && !wholeFile) {
                arrays.put(path, records);
                return false;
            }
        }
        if (records.isEmpty()) {
            emptyArrays.add(path);
        } else {
            arrays.put(path, records);
        }
        return true;
    }

    @SuppressWarnings("unchecked") // JsonTree makes objects of text keys only
    private void add(List<Map<String, @Nullable Object>> records) throws IOException {
        JsonTree.Read read = JsonTree.read(parser, limits.documentCharsMax());
        if (read.value() instanceof Map<?, ?> record && read.duplicateKey() == null) {
            records.add((Map<String, @Nullable Object>) record);
        }
    }
}
