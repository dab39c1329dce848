package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;

/**
 * The answers to all surveys of a house in some months. A survey counts when nobody or at least five people answered it inside, and the same outside, so that
 * nobody comes out by taking these months from what the page of the survey tells.
 */
final class RecentAnswers {

    /** Surveys of a house that are read, the latest. */
    static final int SURVEYS_READ_MAX = 20;

    private final Register register;

    RecentAnswers(Register register) {
        this.register = register;
    }

    /**
     * @param from first day
     * @param to last day
     * @param today in the zone of the house
     */
    List<Answer> of(House house, LocalDate from, LocalDate to, LocalDate today) {
        return register.read(handle -> {
            SurveyTable table = new SurveyTable(handle);
            List<Answer> counted = new ArrayList<>();
            table.of(house.id()).stream()
                    .filter(survey -> !survey.opens().isAfter(to))
                    .limit(SURVEYS_READ_MAX)
                    .forEach(survey -> counted.addAll(inside(table, survey, from, to, today)));
            return counted;
        });
    }

    private static List<Answer> inside(
            SurveyTable table, Survey survey, LocalDate from, LocalDate to, LocalDate today) {
        List<Answer> told = Settled.of(table.answers(survey), today);
        List<Answer> inside = Settled.of(
                told.stream()
                        .filter(answer ->
                                !answer.day().isBefore(from) && !answer.day().isAfter(to))
                        .toList(),
                today);
        boolean enough = SmallGroups.mayBeTold(inside.size()) && SmallGroups.mayBeTold(told.size() - inside.size());
        return enough ? inside : List.of();
    }
}
