package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON file, asked without fear of what is not there.
 *
 * @param map name → map, list, text or null
 */
record Members(Map<?, ?> map) {

    /** Characters of one record with everything in it. */
    static final int RECORD_MAX = 4 << 20;

    static final Members NONE = new Members(Map.of());

    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build()
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    static Members of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Members(map) : NONE;
    }

    boolean has(String name) {
        return map.get(name) != null;
    }

    @Nullable
    Object get(String name) {
        return map.get(name);
    }

    /** A plain value as it is written; empty for none. */
    String text(String name) {
        return map.get(name) instanceof String text ? text.strip() : "";
    }

    Members object(String name) {
        return of(map.get(name));
    }

    /** The elements of a list; a value that is none counts as a list of one. */
    List<Object> list(String name) {
        return list(map.get(name));
    }

    static List<Object> list(@Nullable Object value) {
        List<Object> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> {
                if (element != null) {
                    elements.add(element);
                }
            });
        } else if (value != null) {
            elements.add(value);
        }
        return elements;
    }

    /** The objects of a list. */
    List<Members> objects(String name) {
        return list(name).stream()
                .filter(Map.class::isInstance)
                .map(Members::of)
                .toList();
    }
}
