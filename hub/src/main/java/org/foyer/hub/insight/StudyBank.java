package org.foyer.hub.insight;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.Indicator.Text;

/**
 * What free questions are composed of: measures and dimensions, each with a fixed list of codes that all houses share, so that the shape of an
 * answer tells nothing of the data.
 *
 * @param cells in how many cells of a house one person counts at most, when a dimension is not of the person
 */
public record StudyBank(List<Measure> measures, List<Dimension> dimensions, int cells) {

    /** Dimensions of one question at most. */
    public static final int DIMENSIONS_MAX = 2;

    /** Conditions of one question at most. */
    public static final int CONDITIONS_MAX = 2;

    /**
     * What is counted or added up.
     *
     * @param version rises when the formula changes
     * @param unit {@code people}, {@code visits}, {@code tickets} or {@code money}
     * @param most with how much one person counts in one cell, in that unit
     */
    public record Measure(String id, int version, String unit, int most, Text name, Text formula, Text trap) {
        public boolean money() {
            return unit.equals("money");
        }
    }

    /**
     * By what an answer is broken down.
     *
     * @param person whether each person has one code, whatever they bought
     * @param codes in the order in which they are shown
     */
    public record Dimension(String id, boolean person, List<String> codes, Text name) {}

    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    public Optional<Dimension> dimension(String id) {
        return dimensions.stream()
                .filter(dimension -> dimension.id().equals(id))
                .findFirst();
    }
}
