package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted for the tables of the observatory before the gate. */
class ObservatoryCountsTest {

    @TempDir
    Path folder;

    /** A gate that keeps what was brought to it. */
    private static final class Keeping implements ObservatoryGate {
        private final House house;
        private final List<String> asked = new ArrayList<>();
        private List<Wanted> wanted = List.of();
        private Map<HouseId, Map<String, Given>> brought = Map.of();

        Keeping(House house) {
            this.house = house;
        }

        @Override
        public List<Published> season(
                Actor actor, boolean simulated, Season season, List<Wanted> tables, Contributions contributions) {
            asked.add(actor.login() + " " + simulated + " " + season.label());
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
        public @Nullable String refusal(HouseId one) {
            return null;
        }

        @Override
        public boolean isOpenTo(HouseId one, boolean simulated, Season season) {
            return true;
        }

        @Override
        public Season newest() {
            return new Season(2024);
        }

        @Override
        public boolean isOpen(boolean simulated, Season season) {
            return false;
        }

        @Override
        public boolean isOpenToObservers(boolean simulated, Season season) {
            return false;
        }
    }

    @Test
    void theNodeItselfPublishesWhatIsDueOfRealAndOfSimulatedHouses() {
        try (BoxOffice office = new BoxOffice(folder)) {
            Keeping gate = new Keeping(angers(office.house().productions("1 | Hamlet | Théâtre")));
            new GatedObservatory(office.warehouse, gate).publishDue();
            assertThat(gate.asked).containsExactly("foyer false 2024-25", "foyer true 2024-25");
            assertThat(gate.brought.values())
                    .singleElement()
                    .satisfies(tables -> assertThat(tables).hasSize(9));
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
            Keeping gate = new Keeping(angers(rows));
            GatedObservatory observatory = new GatedObservatory(office.warehouse, gate);

            assertThat(observatory.tables(Actor.commandLine(), false, new Season(2025)))
                    .isEmpty();
            assertThat(gate.wanted)
                    .as("a season that goes on is not even counted")
                    .isEmpty();
            observatory.tables(Actor.commandLine(), false, new Season(2024));
            assertThat(gate.wanted)
                    .extracting(ObservatoryGate.Wanted::id)
                    .startsWith("tickets-genre-weekday", "tickets-genre-month")
                    .hasSize(9);
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
            Map<String, ObservatoryGate.Given> brought = gate.brought.get(rows.id);
            for (ObservatoryGate.Wanted table : gate.wanted) {
                long sum = sum(brought.get(table.id()).values());
                assertThat(sum)
                        .as(table.id())
                        .isEqualTo(
                                switch (table.measure()) {
                                    case "performances" -> 2;
                                    case "seats" -> 200;
                                    default -> 4;
                                });
            }
            assertThat(at(gate, rows, "tickets-region-discipline", "52", "theatre"))
                    .as("Angers is in the Pays de la Loire")
                    .isEqualTo(4);
            assertThat(at(gate, rows, "tickets-size-price", "medium", "to-10")).isEqualTo(4);
            assertThat(at(gate, rows, "tickets-genre-tariff", "theatre", "unknown"))
                    .isEqualTo(3);
            assertThat(at(gate, rows, "filled-genre-month", "music", "3")).isEqualTo(1);
        }
    }

    private static long sum(long[][] values) {
        return Arrays.stream(values).flatMapToLong(Arrays::stream).sum();
    }

    private static long at(Keeping gate, BoxOffice.House house, String id, String row, String column) {
        ObservatoryGate.Wanted table = gate.wanted.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return gate.brought
                .get(house.id)
                .get(id)
                .values()[table.rows().codes().indexOf(row)][
                table.columns().codes().indexOf(column)];
    }

    /** Tickets that come back under another tariff or price than they went leave no cell below nothing, and every table its sums. */
    @Test
    void whatIsTakenBackElsewhereLeavesNoCellBelowNothing() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House rows = office.house()
                    .productions("1 | Hamlet | Théâtre\n2 | Trio | Musique de chambre")
                    .performances("""
                            24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -
                            25 | 2 | 2025-03-09T20:00 | scheduled | 100 | - | -
                            """)
                    .labels("tariff | 1 | Plein | full\ntariff | 2 | Jeune | youth")
                    .lines("""
                            24 | 2024-12-01 | - | sale         | 1500 | - | 1 | - | - | 100 | o | a
                            24 | 2024-12-01 | - | sale         | 1500 | - | 1 | - | - | 100 | o | b
                            24 | 2024-12-02 | - | cancellation | -600 | - | 2 | - | - | 100 | o | a
                            25 | 2024-12-02 | - | cancellation | -600 | - | 2 | - | - | 100 | o | c
                            """)
                    .counted();
            Keeping gate = new Keeping(angers(rows));
            new GatedObservatory(office.warehouse, gate).tables(Actor.commandLine(), false, new Season(2024));
            for (ObservatoryGate.Wanted table : gate.wanted) {
                long[][] values = gate.brought.get(rows.id).get(table.id()).values();
                assertThat(Arrays.stream(values).flatMapToLong(Arrays::stream).min())
                        .as(table.id())
                        .hasValue(0);
                if (table.measure().equals("tickets")) {
                    assertThat(sum(values)).as(table.id()).isEqualTo(1);
                }
            }
            assertThat(at(gate, rows, "tickets-genre-tariff", "theatre", "full"))
                    .isEqualTo(1);
        }
    }

    private static House angers(BoxOffice.House rows) {
        return new House(
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
    }
}
