package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways to see some JSON records as a table: one row a record, or one row for each object of a list inside. */
final class JsonShapes {

    private static final int SHAPES_MAX = 20;
    /** Lists whose objects are what was sold. */
    private static final Set<String> SOLD = Set.of(
            "positions",
            "tickets",
            "items",
            "lines",
            "seats",
            "admissions",
            "attendees",
            "billets",
            "places",
            "lignes",
            "karten",
            "plaatsen",
            "orderlines",
            "order_lines");

    private JsonShapes() {}

    /** The likeliest first: what was sold row by row, then one row a record, then the other lists. */
    static List<JsonShape> of(String records, List<Map<String, @Nullable Object>> sample) {
        Map<String, Integer> lists = new LinkedHashMap<>();
        sample.forEach(record -> lists(record, "", lists));
        List<String> paths = new ArrayList<>(lists.keySet());
        paths.sort(Comparator.comparing((String path) -> !isSold(path)));
        List<JsonShape> shapes = new ArrayList<>();
        paths.stream().filter(JsonShapes::isSold).forEach(path -> shapes.add(shape(records, path, sample)));
        shapes.add(shape(records, "", sample));
        paths.stream().filter(path -> !isSold(path)).forEach(path -> shapes.add(shape(records, path, sample)));
        return List.copyOf(shapes.subList(0, Math.min(shapes.size(), SHAPES_MAX)));
    }

    private static boolean isSold(String path) {
        return SOLD.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static void lists(Map<?, ?> record, String prefix, Map<String, Integer> lists) {
        record.forEach((key, value) -> {
            String path = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                lists(inner, path + ".", lists);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                lists.merge(path, list.size(), Integer::sum);
            }
        });
    }

    private static JsonShape shape(String records, String exploded, List<Map<String, @Nullable Object>> sample) {
        JsonRows flat = new JsonRows(exploded);
        Set<String> columns = new LinkedHashSet<>();
        List<JsonRows.Row> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> record : sample) {
            for (JsonRows.Row row : flat.of(record)) {
                columns.addAll(row.values().keySet());
                if (rows.size() < Recognition.SAMPLE_ROWS) {
                    rows.add(row);
                }
            }
        }
        List<List<String>> texts = rows.stream()
                .map(row -> columns.stream().map(row::value).toList())
                .toList();
        return new JsonShape(records, exploded, HeaderWords.of(List.copyOf(columns), 0, "", new ArrayList<>()), texts);
    }
}
