package org.foyer.hub.insight.internal.forecast;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.insight.ForecastFileRefused;

/** Which columns of a file say what, by their names in French and English, accents and case aside. */
final class ForecastColumns {

    private static final Map<String, List<String>> NAMES = Map.of(
            "performance",
                    List.of(
                            "performance",
                            "performance_id",
                            "representation",
                            "seance",
                            "date_id",
                            "event",
                            "event_id"),
            "before", List.of("days_before", "days_before_performance", "jours_avant", "jours_avant_representation"),
            "tickets", List.of("tickets", "net_tickets", "billets", "billets_nets", "places", "quantity", "quantite"),
            "production", List.of("production", "production_id", "spectacle", "show", "titre", "title"),
            "genre", List.of("genre", "discipline"),
            "price", List.of("price", "mean_price", "prix", "prix_moyen", "tarif"),
            "capacity", List.of("capacity", "seats", "jauge"),
            "starts", List.of("starts", "performance_date", "date_representation", "debut"),
            "ended", List.of("ended", "played", "terminee", "jouee"),
            "week", List.of("week", "semaine", "date", "day", "jour", "monday", "lundi"));

    private final Map<String, Integer> found = new LinkedHashMap<>();
    private final List<String> header;

    /** @param header the file's own names */
    ForecastColumns(List<String> header) {
        this.header = header;
        NAMES.forEach((meaning, names) -> {
            for (int place = header.size() - 1; place >= 0; place--) {
                if (names.contains(plain(header.get(place)))) {
                    found.put(meaning, place);
                }
            }
        });
        boolean weeks = found.containsKey("week") && found.containsKey("tickets");
        if (!bookings() && !weeks) {
            throw ForecastFileRefused.whole("forecast-columns-missing", String.join(", ", header));
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ '’-]+", "_");
    }

    /** Whether each row is a booking of a performance; else it is a week. */
    boolean bookings() {
        return found.containsKey("performance") && found.containsKey("before") && found.containsKey("tickets");
    }

    boolean has(String meaning) {
        return found.containsKey(meaning);
    }

    /** From 1 on; 0 when the file lacks it. */
    int place(String meaning) {
        return found.getOrDefault(meaning, -1) + 1;
    }

    /** The column as SQL, trimmed, null when empty; or null when the file lacks it. */
    String sql(String meaning) {
        Integer place = found.get(meaning);
        return place == null
                ? "null::varchar"
                : "nullif(trim(\"" + header.get(place).replace("\"", "\"\"") + "\"), '')";
    }
}
