package org.foyer.hub.insight.internal.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.internal.HomeDistance;
import org.foyer.hub.model.House;

/**
 * What is kept of where someone lives: a distance from the house and a large area, never the postcode. Of a postcode with an age, an education
 * and a company a person might be guessed; of a band of kilometres hardly.
 */
final class Home {

    static final String RESIDENCE = "residence";

    private static final String FRANCE = "FR";

    private Home() {}

    /**
     * The codes of a country and a postcode.
     *
     * @param country ISO 3166-1; empty for that of the house
     * @param postcode may be empty
     * @return empty when the postcode cannot be one
     */
    static Optional<Map<String, List<String>>> codes(House house, String country, String postcode) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        if (country.equals(SurveyBank.NO_ANSWER)) {
            codes.put(RESIDENCE, List.of(SurveyBank.NO_ANSWER));
            return Optional.of(codes);
        }
        String written = postcode.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
        String own = house.address().country() == null ? "" : house.address().country();
        String where = country.isEmpty() ? own : country;
        if (where.isEmpty() && written.isEmpty() || country.isEmpty() && written.isEmpty()) {
            return Optional.of(codes);
        }
        if (!written.isEmpty() && !written.matches(where.equals(FRANCE) ? "\\d{5}" : "[0-9A-Z-]{2,10}")) {
            return Optional.empty();
        }
        boolean abroad = !own.isEmpty() && !where.equals(own);
        String band =
                abroad ? "abroad" : HomeDistance.band(house, where, written).orElse("same-country");
        codes.put(RESIDENCE, List.of(band));
        if (!where.isEmpty()) {
            codes.put(Answer.AREA, List.of(area(where, written)));
        }
        return Optional.of(codes);
    }

    /** The first two figures of a French postcode, three overseas; else the country. */
    private static String area(String country, String postcode) {
        boolean department = country.equals(FRANCE) && !postcode.isEmpty();
        int figures = postcode.startsWith("97") || postcode.startsWith("98") ? 3 : 2;
        return department ? postcode.substring(0, figures) : country.toLowerCase(Locale.ROOT);
    }
}
