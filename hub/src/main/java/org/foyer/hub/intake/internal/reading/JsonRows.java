package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flattens one JSON record into rows of dotted names. Lists of plain values are joined with {@code |}. Of a list of
 * objects that is not exploded the length ({@code name.count}) and the first object ({@code name.0.…}) are kept.
 */
final class JsonRows {

    /** Of a list that is empty nothing tells what it would hold: its count is 0 where such a column exists. */
    private static final String COUNT = ".count";

    private final String exploded;

    /** @param exploded dotted path of the list that gives a row for each object; empty for none */
    JsonRows(String exploded) {
        this.exploded = exploded;
    }

    /**
     * One row.
     *
     * @param values by column
     * @param emptyCounts columns that hold 0 if they exist
     */
    record Row(Map<String, String> values, List<String> emptyCounts) {
        String value(String column) {
            String value = values.get(column);
            if (value != null) {
                return value;
            }
            return emptyCounts.contains(column) ? "0" : "";
        }
    }

    List<Row> of(Map<String, @Nullable Object> record) {
        Row shared = new Row(new LinkedHashMap<>(), new ArrayList<>());
        List<@Nullable Object> elements = new ArrayList<>();
        object(record, "", shared, elements);
        if (elements.isEmpty()) {
            return List.of(shared);
        }
        List<Row> rows = new ArrayList<>(elements.size());
        for (Object element : elements) {
            Row row = new Row(new LinkedHashMap<>(shared.values()), new ArrayList<>(shared.emptyCounts()));
            value(element, exploded, row, new ArrayList<>());
            rows.add(row);
        }
        return rows;
    }

    private void object(Map<?, ?> object, String prefix, Row row, List<@Nullable Object> elements) {
        for (Map.Entry<?, ?> field : object.entrySet()) {
            String path = prefix + field.getKey();
            if (path.equals(exploded) && field.getValue() instanceof List<?> list) {
                elements.addAll(list);
            } else {
                value(field.getValue(), path, row, elements);
            }
        }
    }

    private void value(@Nullable Object value, String path, Row row, List<@Nullable Object> elements) {
        if (value instanceof Map<?, ?> object) {
            object(object, path + ".", row, elements);
        } else if (value instanceof List<?> list) {
            list(list, path, row, elements);
        } else {
            row.values().putIfAbsent(path, value == null ? "" : value.toString());
        }
    }

    private void list(List<?> list, String path, Row row, List<@Nullable Object> elements) {
        if (list.isEmpty()) {
            row.emptyCounts().add(path + COUNT);
            return;
        }
        if (list.stream().noneMatch(JsonRows::holdsMore)) {
            StringBuilder joined = new StringBuilder();
            for (Object element : list) {
                joined.append(joined.isEmpty() ? "" : "|").append(element == null ? "" : element);
            }
            row.values().putIfAbsent(path, joined.toString());
            return;
        }
        row.values().put(path + COUNT, Integer.toString(list.size()));
        value(list.get(0), path + ".0", row, elements);
    }

    private static boolean holdsMore(@Nullable Object element) {
        return element instanceof Map || element instanceof List;
    }
}
