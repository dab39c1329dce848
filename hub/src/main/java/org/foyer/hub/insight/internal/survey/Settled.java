package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.Surveys.Way;

/**
 * Which answers may be counted by now. Whoever watches the page while one person answers must not see what changes, so answers of a day count when it is
 * over, and the last days count together once there are five of them. Answers on paper have been seen by whoever typed them and count at once.
 */
final class Settled {

    private Settled() {}

    /** @param today in the zone of the house */
    static List<Answer> of(List<Answer> answers, LocalDate today) {
        List<Answer> settled = new ArrayList<>();
        TreeMap<LocalDate, List<Answer>> days = new TreeMap<>();
        for (Answer answer : answers) {
            if (answer.way() == Way.PAPER) {
                settled.add(answer);
            } else if (answer.day().isBefore(today)) {
                days.computeIfAbsent(answer.day(), day -> new ArrayList<>()).add(answer);
            }
        }
        List<Answer> waiting = new ArrayList<>();
        for (List<Answer> day : days.values()) {
            waiting.addAll(day);
            if (waiting.size() >= SmallGroups.PEOPLE_MIN) {
                settled.addAll(waiting);
                waiting.clear();
            }
        }
        return settled;
    }
}
