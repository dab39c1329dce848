package org.foyer.hub.insight.internal.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.Figure;

/**
 * What is known of the buyers of a season that a survey asks too. Only what the page of the audience tells is read, small groups withheld, so that
 * weights give nothing away that is not told already.
 */
final class KnownBuyers {

    /** Known buyers under which nothing is weighted to them. */
    static final int BUYERS_MIN = 100;

    static final String VISIT = "visit";
    static final String FIRST = "first";
    static final String YEAR = "year";
    static final String THREE_YEARS = "three-years";
    static final String LONGER = "longer";

    private KnownBuyers() {}

    /** Share of buyers by distance; empty when too few are known. @return by codes of the question of residence, nearest first */
    static Map<List<String>, Double> residence(AudienceSheet sheet) {
        Map<List<String>, Double> targets = new LinkedHashMap<>();
        double buyers = 0;
        for (Figure.Part part : sheet.catchment().bands()) {
            if (part.key().startsWith("km-")) {
                targets.put(List.of(part.key()), part.value());
                buyers += part.value();
            }
        }
        return buyers < BUYERS_MIN ? Map.of() : targets;
    }

    /**
     * Share of buyers who came for the first time and of those who came back. "First" in the sales means not seen as far back as they reach: with one
     * year of history whoever came longer ago is new too, and with more whoever came more than three years ago.
     */
    static Map<List<String>, Double> visit(AudienceSheet sheet) {
        Figure first = sheet.figure("first-timers");
        Double share = first.value();
        if (share == null || first.basis() < BUYERS_MIN) {
            return Map.of();
        }
        double years = first.parts().stream()
                .filter(part -> part.key().equals("years"))
                .mapToDouble(Figure.Part::value)
                .findFirst()
                .orElse(1);
        Map<List<String>, Double> targets = new LinkedHashMap<>();
        boolean oneYear = years < 2;
        targets.put(oneYear ? List.of(FIRST, LONGER, THREE_YEARS) : List.of(FIRST, LONGER), share);
        targets.put(oneYear ? List.of(YEAR) : List.of(YEAR, THREE_YEARS), 1 - share);
        return targets;
    }
}
