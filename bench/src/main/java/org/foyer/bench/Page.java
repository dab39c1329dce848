package org.foyer.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;

/** The pages of a house, by the questions that each asks when nothing is remembered. */
enum Page {
    HOME {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            Figures figures = node.figures();
            Season season = Season.of(asOf);
            figures.seasons(house);
            figures.attention(house, asOf);
            figures.upcoming(house, asOf, 7);
            figures.season(house, season, asOf, KEYS);
            figures.season(house, season.previous(), asOf.minusYears(1), KEYS);
            figures.weeks(house, season, asOf);
        }
    },
    FIGURES {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            Season season = Season.of(asOf);
            node.figures().season(house, season, asOf);
            node.figures().weeks(house, season, asOf);
            node.figures().seasons(house);
        }
    },
    PERFORMANCES {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            node.figures().performances(house, Season.of(asOf), asOf, 0, 101);
            node.figures().seasons(house);
        }
    },
    PERFORMANCE {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            node.figures().performanceLine(house, performance, asOf);
            node.figures().performance(house, performance, asOf);
            node.figures().bookingCurve(house, performance, asOf);
        }
    },
    PROGRAMME {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            Programme programme = node.catalogue().programme();
            LocalDate to = Season.of(asOf).to();
            programme.span(house);
            programme.entries(house, asOf, to, 0, 100);
            programme.count(house, asOf, to);
        }
    },
    COMPARE {
        @Override
        void ask(Node node, HouseId house, LocalDate asOf, long performance) {
            List<PeerGroup> groups = node.comparisons().groups(house);
            node.comparisons().compare(Actor.commandLine(), house, Season.of(asOf), groups.get(0));
        }
    };

    /** The figures of the home page. */
    private static final Set<String> KEYS = Set.of("occupancy", "tickets", "revenue", "average-yield");

    /** @param performance one of the season in which {@code asOf} lies */
    abstract void ask(Node node, HouseId house, LocalDate asOf, long performance);
}
