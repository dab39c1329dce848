package org.foyer.hub.simulation;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.simulation.internal.Questionnaires;

/** Makes questionnaires on paper of people who do not exist, for a survey of a simulated house. */
public final class SurveySimulator {

    private SurveySimulator() {}

    /**
     * Rows of a file of answers on paper, the header first. As in real surveys, older people, regulars and neighbours answer more readily than
     * they come, so that weights have something to mend. The same arguments give the same rows.
     *
     * @param postcode of the house, in France
     * @param from first day on which people answer
     * @param to last day
     */
    public static List<List<String>> papers(long seed, String postcode, LocalDate from, LocalDate to, int answers) {
        return new Questionnaires(seed, postcode, from, to).rows(answers);
    }
}
