package org.foyer.hub.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.simulation.SimulationPlan;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final World WORLD =
            new World(new SimulationPlan(12, 300_000, 1789, LocalDate.of(2026, 12, 1), 3, Path.of("unused")));

    private static List<Announcement> of(HouseSketch house) {
        Announcements announcements = new Announcements(WORLD.seed(), house, WORLD.words());
        return nights(house).stream().map(announcements::of).toList();
    }

    private static List<Night> nights(HouseSketch house) {
        return new SeasonPlan(WORLD.seed(), house, WORLD.repertoire(), WORLD.now()).nights(2026, WORLD.factor());
    }

    @Test
    void everyTextAndEveryPersonIsSaidToBeSimulated() {
        for (HouseSketch house : WORLD.houses()) {
            for (Announcement told : of(house)) {
                assertThat(told.description()).matches("|.*\\. Texte simulé\\.");
                assertThat(told.people()).matches("|([^();]+ \\(simulée?\\) \\([^();]+\\)(; |$))+");
            }
        }
    }

    @Test
    void someHousesFillInMuchAndOneNothing() {
        List<Long> described = WORLD.houses().stream()
                .map(house -> of(house).stream()
                        .filter(told -> !told.description().isEmpty())
                        .count())
                .toList();
        assertThat(described).contains(0L).anySatisfy(count -> assertThat(count).isGreaterThan(20));
    }

    @Test
    void aTouringProductionHasOneTextInAllHousesThatTellIt() {
        Map<String, String> texts = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (HouseSketch house : WORLD.houses()) {
            Announcements announcements = new Announcements(WORLD.seed(), house, WORLD.words());
            for (Night night : nights(house)) {
                String text = announcements.of(night).description();
                boolean own = night.show().producer().equals(house.name());
                if (!text.isEmpty() && !own) {
                    String before = texts.putIfAbsent(
                            night.show().name()
                                    + night.show().producer()
                                    + night.show().genre(),
                            text);
                    assertThat(before).isIn(null, text);
                    told.add(text);
                }
            }
        }
        assertThat(texts).hasSizeLessThan(told.size());
    }
}
