package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.insight.internal.study.GatedObservatory;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted for the tables of the observatory before the gate. */
class ObservatoryCountsTest {

    @TempDir
    Path folder;

    /** A gate that keeps what was brought to it. */
    private static final class Keeping implements ObservatoryGate {
        private final House house;
        private List<Wanted> wanted = List.of();
        private Map<HouseId, Map<String, Given>> brought = Map.of();

        Keeping(House house) {
            this.house = house;
        }

        @Override
        public List<Published> season(
                Actor actor, boolean simulated, Season season, List<Wanted> tables, Contributions contributions) {
            wanted = tables;
            brought = contributions.of(List.of(house));
            return List.of();
        }

        @Override
        public List<Published> published(boolean simulated, Season season) {
            return List.of();
        }

        @Override
        public List<Season> seasons(boolean simulated) {
            return List.of();
        }

        @Override
        public Season newest() {
            return new Season(2024);
        }

        @Override
        public boolean isOpen(boolean simulated, Season season) {
            return false;
        }
    }

    @Test
    void ticketsAndBuyersStandInTheirCells() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House rows = office.house()
                    .productions("1 | Hamlet | Théâtre\n2 | Trio | Musique de chambre")
                    .performances("""
                            24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -
                            25 | 2 | 2025-03-09T20:00 | scheduled | 100 | - | -
                            27 | 1 | 2025-03-10T20:00 | cancelled | 100 | - | -
                            """)
                    .lines("""
                            24 | 2024-12-01 | - | sale | 100 | - | - | - | - | 100 | o | a
                            24 | 2024-12-01 | - | sale | 100 | - | - | - | - | 100 | o | b
                            24 | 2024-12-01 | - | sale | 100 | - | - | - | - | -   | o | c
                            25 | 2024-12-01 | - | sale | 100 | - | - | - | - | 101 | o | d
                            27 | 2024-12-01 | - | sale | 100 | - | - | - | - | 101 | o | e
                            """)
                    .counted();
            House house = new House(
                    rows.id,
                    "angers",
                    "Angers",
                    Discipline.THEATRE,
                    300,
                    new PostalAddress(null, "49100", "Angers", null, "FR"),
                    null,
                    ZoneId.of("Europe/Paris"),
                    Currency.getInstance("EUR"),
                    false);
            Keeping gate = new Keeping(house);
            GatedObservatory observatory = new GatedObservatory(office.warehouse, gate);

            assertThat(observatory.tables(Actor.commandLine(), false, new Season(2025)))
                    .isEmpty();
            assertThat(gate.wanted)
                    .as("a season that goes on is not even counted")
                    .isEmpty();
            observatory.tables(Actor.commandLine(), false, new Season(2024));
            assertThat(gate.wanted)
                    .extracting(ObservatoryGate.Wanted::id)
                    .containsExactly("tickets-genre-weekday", "tickets-genre-month");
            assertThat(gate.wanted.get(0).rows()).isEqualTo(gate.wanted.get(1).rows());
            int theatre = gate.wanted.get(0).rows().codes().indexOf("theatre");
            int music = gate.wanted.get(0).rows().codes().indexOf("music");
            ObservatoryGate.Given weekday = gate.brought.get(rows.id).get("tickets-genre-weekday");
            assertThat(weekday.values()[theatre][4]).isEqualTo(3);
            assertThat(weekday.buyers()[theatre][4]).isEqualTo(1);
            assertThat(weekday.values()[music][6]).isEqualTo(1);
            ObservatoryGate.Given month = gate.brought.get(rows.id).get("tickets-genre-month");
            assertThat(month.values()[theatre][4])
                    .as("January is the fifth month of a season")
                    .isEqualTo(3);
            long all = 0;
            for (long[] row : month.values()) {
                for (long value : row) {
                    all += value;
                }
            }
            assertThat(all).as("what was cancelled is not counted").isEqualTo(4);
        }
    }
}
