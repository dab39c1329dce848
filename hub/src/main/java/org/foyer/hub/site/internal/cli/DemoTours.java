package org.foyer.hub.site.internal.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.server.TourDesk;

/**
 * A simulated house that asks three others for the figures of a show each: one grants everything, one a part with a week's delay, and one
 * has not answered yet.
 */
final class DemoTours {

    private static final int ASKER = 2;
    private static final List<Integer> GIVERS = List.of(0, 3, 9);
    private static final int DAYS = 60;
    private static final int WEEK = 7;
    private static final String TOUR = "Tournée imaginée";
    private static final List<String> ALL =
            List.of("daily-sales", "occupancy", "revenue", "lead-time", "catchment", "first-timers");
    private static final List<String> FEW = List.of("daily-sales", "occupancy");

    private final Node node;

    DemoTours(Node node) {
        this.node = node;
    }

    /** Nothing when it asked before, or when there are too few houses. */
    void fill(List<House> houses) {
        ShowGrants grants = node.touring().grants();
        if (houses.size() < 12 || !grants.sent(houses.get(ASKER).id()).isEmpty()) {
            return;
        }
        Tours tours = TourDesk.over(node, "", Optional::empty);
        House asker = houses.get(ASKER);
        LocalDate today = Parameters.today(asker, node.settings().clock());
        List<House> asked = new ArrayList<>();
        for (int place : GIVERS) {
            House giver = houses.get(place);
            show(giver, today).ifPresent(iri -> {
                Wish wish =
                        new Wish(TOUR, "Pour préparer la suite de la tournée (simulé).", ALL, today.plusDays(2 * DAYS));
                done(tours.ask(asker, iri, wish, DemoHouses.stewardOf(asker)));
                asked.add(giver);
            });
        }
        List<Granting> answers = List.of(
                new Granting(ALL, today.minusYears(1), today.plusDays(DAYS), 0, null),
                new Granting(FEW, today.minusYears(1), today.plusDays(DAYS), WEEK, null));
        for (int i = 0; i < Math.min(answers.size(), asked.size()); i++) {
            House giver = asked.get(i);
            ShowGrant request = grants.received(giver.id()).get(0);
            done(grants.grant(giver, request.id(), answers.get(i), DemoHouses.stewardOf(giver)));
        }
    }

    private static void done(ShowGrants.Done done) {
        if (!done.faults().isEmpty()) {
            throw new IllegalStateException("refused in the demonstration: " + done.faults());
        }
    }

    /** The identifier of what the house plays around this day, if it plays anything. */
    private Optional<String> show(House house, LocalDate today) {
        List<ProgrammeEntry> entries =
                node.catalogue().programme().entries(house.id(), today.minusDays(DAYS), today.plusDays(DAYS), 0, 1);
        return entries.stream()
                .filter(entry -> entry.season() != null)
                .findFirst()
                .map(entry -> "/id/run/" + entry.production().id() + "-"
                        + String.valueOf(entry.season()).substring(0, 4) + "-"
                        + (entry.venue() == null ? "0" : entry.venue().id()));
    }
}
