package org.foyer.hub.site.internal.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.insight.Observatory.Agreed;
import org.jspecify.annotations.Nullable;

/** A published table as a data set of JSON-stat 2.0 (json-stat.org): values row by row, hidden ones null with the status {@code c}. */
public final class JsonStat {

    public static final String MEDIA_TYPE = "application/json";

    /** The code of a margin, in the word list of SDMX. */
    public static final String TOTAL = "_T";

    /** Hidden: confidential, in the code list of SDMX for the status of an observation. */
    static final String HIDDEN = "c";

    private JsonStat() {}

    /**
     * @param language two letters, of labels and notes
     * @param name of a dimension or, with a code, of the code
     * @param notes how it was counted and what was hidden
     */
    public static Map<String, Object> of(
            Agreed agreed,
            Published table,
            String language,
            BiFunction<String, @Nullable String, String> name,
            List<String> notes) {
        List<@Nullable Long> values = new ArrayList<>();
        Map<String, String> status = new LinkedHashMap<>();
        table.cells()
                .forEach(row -> row.forEach(value -> {
                    if (value == null) {
                        status.put(Integer.toString(values.size()), HIDDEN);
                    }
                    values.add(value);
                }));
        Map<String, Object> dimension = new LinkedHashMap<>();
        dimension.put(table.rows().id(), dimension(table.rows(), name));
        dimension.put(table.columns().id(), dimension(table.columns(), name));
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("version", "2.0");
        dataset.put("class", "dataset");
        dataset.put("label", agreed.name().in(language));
        dataset.put("source", "Foyer");
        dataset.put("updated", table.at().toString());
        dataset.put("note", notes);
        dataset.put("id", List.of(table.rows().id(), table.columns().id()));
        dataset.put(
                "size",
                List.of(table.rows().codes().size() + 1, table.columns().codes().size() + 1));
        dataset.put("dimension", dimension);
        dataset.put("value", values);
        if (!status.isEmpty()) {
            dataset.put("status", status);
        }
        dataset.put(
                "extension",
                Map.of(
                        "season", table.season(),
                        "simulated", table.simulated(),
                        "houses", table.houses(),
                        "definition", agreed.id() + " v" + table.version(),
                        "definitionStanding", table.definition().standing().key(),
                        "definitionAdopted", table.definition().networks()));
        return dataset;
    }

    private static Map<String, Object> dimension(Axis axis, BiFunction<String, @Nullable String, String> name) {
        List<String> index = new ArrayList<>(axis.codes());
        index.add(TOTAL);
        Map<String, String> label = new LinkedHashMap<>();
        index.forEach(code -> label.put(code, name.apply(axis.id(), code)));
        return Map.of("label", name.apply(axis.id(), null), "category", Map.of("index", index, "label", label));
    }
}
