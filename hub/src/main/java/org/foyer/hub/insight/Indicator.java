package org.foyer.hub.insight;

import java.util.List;

/**
 * One line of the dictionary of figures. Its texts in each language stand in the dictionary under the id.
 *
 * @param id stable, for instance {@code occupancy}
 * @param number in the field's list, from 1
 * @param version rises when the formula changes
 * @param unit {@code ratio}, {@code money}, {@code tickets}, {@code visits}, {@code days}, {@code distribution}, {@code curve}
 * @param needs columns without which it is not measured
 * @param comparable whether it may be compared between houses
 */
public record Indicator(
        String id,
        int number,
        int version,
        String unit,
        List<String> needs,
        boolean comparable,
        Text name,
        Text formula,
        Text trap) {

    /** The same sentence in French and in English. */
    public record Text(String fr, String en) {
        public String in(String language) {
            return language.startsWith("fr") ? fr : en;
        }
    }
}
