package org.foyer.hub.site.internal.cli;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.simulation.SurveySimulator;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;

/**
 * One survey of each of the first simulated houses with simulated questionnaires; its title says so too. The first house has as many answers as a house that asks all year,
 * the others as many as it takes to be counted among peers.
 */
final class DemoSurvey {

    private static final String NAME = "demonstration";
    private static final String PARIS = "75011";
    private static final long SEED = 1789;
    private static final int ANSWERS = 900;
    /** One more than it takes to be compared; each takes a fifth of a second. */
    private static final int HOUSES = 7;

    private static final int PEER_ANSWERS = 200;
    private static final int MONTHS = 15;

    private final Node node;

    DemoSurvey(Node node) {
        this.node = node;
    }

    void fill(List<House> houses) {
        for (int place = 0; place < Math.min(HOUSES, houses.size()); place++) {
            fill(houses.get(place), SEED + place, place == 0 ? ANSWERS : PEER_ANSWERS);
        }
    }

    /** Nothing when it is there already. */
    private void fill(House house, long seed, int answers) {
        Surveys surveys = node.surveys();
        if (surveys.find(house.id(), NAME).isPresent()) {
            return;
        }
        LocalDate today = Parameters.today(house, node.settings().clock());
        LocalDate opens = today.minusMonths(MONTHS).withDayOfMonth(1);
        Wish wish = new Wish(
                NAME,
                "Enquête permanente (réponses simulées)",
                "Continuous survey (simulated answers)",
                List.of("welcome", "price", "again"),
                opens,
                null);
        Survey survey = surveys.make(house, wish, Actor.commandLine()).survey();
        if (survey == null) {
            throw new IllegalStateException("the survey of the demonstration was refused");
        }
        String postcode =
                house.address().postcode() == null ? PARIS : house.address().postcode();
        String csv = SurveySimulator.papers(seed, postcode, opens, today, answers).stream()
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n"));
        Surveys.Paper paper =
                surveys.paper(house, survey, csv.getBytes(StandardCharsets.UTF_8), today, Actor.commandLine());
        if (paper.batch() == null) {
            throw new IllegalStateException("questionnaires of the demonstration were refused: " + paper.faults());
        }
    }
}
