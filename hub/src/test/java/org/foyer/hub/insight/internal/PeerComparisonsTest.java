package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.model.SizeClass;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerComparisonsTest {

    private static final Season SEASON = new Season(2025);
    /** Half past eleven in the evening in London, already the next day in Paris. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final TableOfFigures figures = new TableOfFigures();
    private final List<HouseId> ids = new ArrayList<>();
    private RegisterHouses houses;
    private PeerComparisons comparisons;

    @BeforeEach
    void sevenHousesAndASimulatedOne() {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        houses = new RegisterHouses(register, CLOCK, new SecureRandom());
        RegisterAudit audit = new RegisterAudit(register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
        Gate gate = new DisclosureGate(register, CLOCK, new SecureRandom(), houses, audit);
        comparisons = new PeerComparisons(gate, figures, figures, houses, CLOCK);
        for (int i = 0; i < 8; i++) {
            boolean simulated = i == 7;
            HouseId id = houses.add(new House(
                            new HouseId(1),
                            "house-" + i,
                            "House",
                            Discipline.CIRCUS,
                            500,
                            new PostalAddress(null, null, null, i == 0 ? null : "Bretagne", null),
                            null,
                            ZoneId.of("Europe/Paris"),
                            Currency.getInstance("EUR"),
                            simulated))
                    .id();
            ids.add(id);
            gate.join(id, Gate.COMPARISON, Actor.commandLine());
            figures.put(id, "occupancy", 0.30 + 0.08 * i);
            figures.put(id, "revenue", 1000 * i);
            if (i < 5) {
                figures.put(id, "lead-time", 20);
            }
        }
    }

    private Comparison compare(int house, PeerGroup group) {
        return comparisons.compare(Actor.commandLine(), ids.get(house), SEASON, group);
    }

    @Test
    void comparableFiguresAreShownBesideSixPeers() {
        Comparison comparison = compare(0, PeerGroup.ALL);
        assertThat(comparison.lines()).extracting(Line::indicator).containsExactly("occupancy", "lead-time");
        Line occupancy = comparison.lines().get(0);
        assertThat(occupancy.own()).isEqualTo(0.30);
        assertThat(occupancy.peers()).isEqualTo(6);
        assertThat(occupancy.median()).isBetween(0.54 * 0.9 - 0.01, 0.54 * 1.1 + 0.01); // of .30 .38 … .78
        assertThat(occupancy.position()).isEqualTo("below");
        assertThat(compare(6, PeerGroup.ALL).lines().get(0).position()).isEqualTo("above");
        assertThat(compare(3, PeerGroup.ALL).lines().get(0).position()).isEqualTo("middle");
    }

    @Test
    void aFigureThatTooFewMeasuredIsWithheldAndTheOwnOneStillShown() {
        Line leadTime = compare(0, PeerGroup.ALL).lines().get(1);
        assertThat(leadTime.own()).isEqualTo(20);
        assertThat(leadTime.withheld()).isEqualTo("too-few-houses");
        assertThat(leadTime.median()).isNull();
        assertThat(leadTime.position()).isNull();
        assertThat(compare(6, PeerGroup.ALL).lines().get(1).own()).isNull();
    }

    @Test
    void aHouseMayChooseAmongItsOwnGroups() {
        assertThat(comparisons.groups(ids.get(1)))
                .containsExactly(
                        PeerGroup.ALL,
                        new PeerGroup(Discipline.CIRCUS, null, null),
                        new PeerGroup(null, SizeClass.MEDIUM, null),
                        new PeerGroup(null, null, "Bretagne"));
        assertThat(comparisons.groups(ids.get(0))).hasSize(3);
    }

    @Test
    void aForeignGroupOrTwoTraitsAtOnceGiveNothing() {
        for (PeerGroup group : List.of(
                new PeerGroup(Discipline.OPERA, null, null),
                new PeerGroup(null, null, "Normandie"),
                new PeerGroup(Discipline.CIRCUS, SizeClass.MEDIUM, null))) {
            assertThat(compare(1, group).lines()).allMatch(line -> "not-own-group".equals(line.withheld()));
        }
        assertThat(figures.askedFor()).hasSize(3); // the own sheets, nobody else's
    }

    @Test
    void aSimulatedHouseIsNotMixedWithRealOnes() {
        Comparison comparison = compare(7, PeerGroup.ALL);
        assertThat(comparison.simulated()).isTrue();
        assertThat(comparison.lines()).allMatch(line -> "too-few-houses".equals(line.withheld()));
    }

    @Test
    void figuresAreThoseOfTodayAtTheHouse() {
        compare(1, PeerGroup.ALL);
        assertThat(figures.askedFor()).containsOnly(LocalDate.of(2026, 3, 3));
    }

    @Test
    void whatIsFixedIsNotComputedAgain() {
        ids.subList(5, 7).forEach(id -> figures.put(id, "lead-time", 30));
        compare(0, PeerGroup.ALL);
        int before = figures.askedFor().size();
        comparisons.compare(Actor.commandLine(), ids.get(1), SEASON, new PeerGroup(Discipline.CIRCUS, null, null));
        assertThat(figures.askedFor()).hasSize(before + 1); // the asker's own sheet
    }
}
