package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.insight.Surveys.Way;

/**
 * What one person answered.
 *
 * @param codes ids of codes by question; questions that were passed over are not in it
 */
record Answer(LocalDate day, Way way, String language, Map<String, List<String>> codes) {

    /** Where someone lives, beside the distance: a French département, elsewhere a country. Nobody is asked for it by this name. */
    static final String AREA = "area";

    /** What was said to a question; empty when it was passed over. */
    List<String> to(String question) {
        return codes.getOrDefault(question, List.of());
    }

    /** As it is kept: {@code visit=first;heard=press+poster}. Ids have none of these signs. */
    static String kept(Map<String, List<String>> codes) {
        return codes.entrySet().stream()
                .map(said -> said.getKey() + "=" + String.join("+", said.getValue()))
                .collect(Collectors.joining(";"));
    }

    static Map<String, List<String>> read(String kept) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (String said : kept.split(";")) {
            int equals = said.indexOf('=');
            if (equals > 0) {
                codes.put(
                        said.substring(0, equals),
                        Arrays.asList(said.substring(equals + 1).split("\\+")));
            }
        }
        return codes;
    }
}
