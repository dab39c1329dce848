package org.foyer.hub.site.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration has one of each thing that people decide, and says that it is imagined. */
class DemoProgrammeTest {

    @TempDir
    Path folder;

    private static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                slug,
                Discipline.THEATRE,
                400,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                true);
    }

    @Test
    void oneOfEachAndNothingTwice() {
        try (Node node = Node.open(NodeSettings.of(folder, name -> null))) {
            List<House> houses =
                    List.of(node.houses().add(house("one")), node.houses().add(house("two")));
            new DemoProgramme(node).fill(houses);
            new DemoProgramme(node).fill(houses);
            House first = houses.get(0);
            assertThat(node.intake().doubles().doubtful(first.id()))
                    .extracting(DoublePair::kind)
                    .containsExactlyInAnyOrder(DoublePair.Kind.PRODUCTION, DoublePair.Kind.PERSON);
            assertThat(node.intake().doubles().decided(first.id(), 10))
                    .extracting(Doubles.Decided::kind)
                    .containsExactly(DoublePair.Kind.TOUR);
            List<Contradiction> contradictions = node.intake().sheets().contradictions(first.id(), 0, 10);
            assertThat(contradictions).hasSize(1);
            assertThat(node
                            .catalogue()
                            .programme()
                            .entries(first.id(), LocalDate.EPOCH, LocalDate.of(9999, 12, 31), 0, 50)
                            .stream()
                            .map(entry -> entry.production().title()))
                    .isNotEmpty()
                    .allMatch(title -> title.contains("imaginé"));
            var listings = node.catalogue().listings();
            long venue = listings.places(10).stream()
                    .filter(place -> place.house().equals(first.id()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(listings.halls(first, venue))
                    .singleElement()
                    .satisfies(hall -> assertThat(hall.configurations())
                            .extracting(one -> one.name() + " " + one.places().capacity())
                            .containsExactlyInAnyOrder("frontal 420", "bifrontal 300"));
        }
    }
}
