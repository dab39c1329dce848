package org.foyer.hub.insight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with a dictionary of figures, each as one line for whoever edits it. */
final class DictionaryCheck {

    private static final Set<String> KEYS =
            Set.of("id", "number", "version", "unit", "needs", "comparable", "name", "formula", "trap");
    private static final Set<String> UNITS =
            Set.of("ratio", "money", "tickets", "visits", "days", "distribution", "curve");
    private static final Set<String> WITHOUT_ONE_VALUE = Set.of("distribution", "curve");
    private static final Set<String> COLUMNS = Set.of(
            "capacity",
            "potential",
            "day",
            "genre",
            "operation",
            "sold",
            "amount",
            "list_amount",
            "tariff",
            "channel",
            "zone",
            "person",
            "order_ref",
            "scanned",
            "contact");

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private DictionaryCheck() {}

    /** Nothing when the dictionary is right. */
    static List<String> wrong(JsonNode entries) {
        DictionaryCheck check = new DictionaryCheck();
        check.require(entries.isArray() && !entries.isEmpty(), "dictionary", "is not a list of figures");
        entries.forEach(check::entry);
        return check.wrong;
    }

    private void entry(JsonNode entry) {
        String id = entry.path("id").asText();
        String unit = entry.path("unit").asText();
        require(id.matches("[a-z]+(-[a-z]+)*"), id, "has an id that is not lower-case words joined by hyphens");
        require(ids.add(id), id, "stands twice");
        require(entry.path("number").asInt() >= 1, id, "has no number from 1");
        require(entry.path("version").asInt() >= 1, id, "has no version from 1");
        require(UNITS.contains(unit), id, "has an unknown unit: " + unit);
        require(entry.path("comparable").isBoolean(), id, "does not say whether it is comparable");
        require(
                !(entry.path("comparable").asBoolean() && WITHOUT_ONE_VALUE.contains(unit)),
                id,
                "cannot be comparable, as it has no single value");
        require(!entry.path("needs").isEmpty(), id, "does not say which columns it needs");
        entry.path("needs")
                .forEach(column ->
                        require(COLUMNS.contains(column.asText()), id, "needs an unknown column: " + column.asText()));
        entry.fieldNames().forEachRemaining(key -> require(KEYS.contains(key), id, "has an unknown key: " + key));
        for (String text : List.of("name", "formula", "trap")) {
            for (String language : List.of("fr", "en")) {
                boolean said = !entry.path(text).path(language).asText().isBlank();
                require(said, id, "has no " + text + " in " + language);
            }
        }
    }

    private void require(boolean right, String id, String otherwise) {
        if (!right) {
            wrong.add(id + " " + otherwise);
        }
    }
}
