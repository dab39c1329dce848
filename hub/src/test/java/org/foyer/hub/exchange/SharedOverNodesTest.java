package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.SignedOverNodes.Side;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.internal.study.RegisterNodeStudyGate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three houses on each of two nodes that joined every purpose. Whatever is shared between them leaves by an agreement or not at all. */
class SharedOverNodesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    private static final ReachNetwork THREE = new ReachNetwork("urn:first", "urn:second", "urn:pool");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(MARCH);
    private LinkedNode home;
    private LinkedNode near;
    private SignedOverNodes network;
    private NodeStudyGate asking;
    private NodeStudyGate answering;

    @BeforeEach
    void twoNodesOfThreeHouses() {
        home = new LinkedNode("home", folder, clock);
        near = new LinkedNode("near", folder, clock);
        home.knows(near);
        near.knows(home);
        for (LinkedNode node : List.of(home, near)) {
            for (String slug : List.of("a", "b", "c")) {
                House house = node.house(slug, 0.5);
                node.doors.join(house.id(), Gate.OVERLAP, LEA);
                node.doors.join(house.id(), NodeStudyGate.PURPOSE, LEA);
                overlap(node).name(LEA, house, new Other(node == home ? near.self() : home.self(), "a"));
                reach(node).name(LEA, house, THREE);
            }
        }
        asking = study(home);
        answering = study(near);
        network = SignedOverNodes.network(side(home), List.of(side(near)));
    }

    @AfterEach
    void close() {
        home.close();
        near.close();
    }

    private static Side side(LinkedNode node) {
        return new Side(node.self(), node.base, node.pooling, node.networks, node.all);
    }

    private NodeOverlapGate overlap(LinkedNode node) {
        return new NodeOverlapGate(node.register, clock, node.doors, node.pooling.agreed(), node.audit);
    }

    private ReachGate reach(LinkedNode node) {
        return new ReachGate(node.register, clock, node.doors, node.pooling.agreed(), node.audit);
    }

    private NodeStudyGate study(LinkedNode node) {
        return new RegisterNodeStudyGate(
                node.register, clock, new SecureRandom(), node.houses, node.pooling.agreed(), node.audit);
    }

    private String shared(LinkedNode node, LinkedNode with) {
        return overlap(node).refusal(node.all.get(0), new Other(with.self(), "a"));
    }

    private static Asked question(String text) {
        return new Asked(text, new Season(2025), false, 1, 1, 1, new Epsilon(1, 2));
    }

    private static Map<HouseId, long[]> sums(List<House> houses) {
        Map<HouseId, long[]> sums = new HashMap<>();
        houses.forEach(house -> sums.put(house.id(), new long[] {500}));
        return sums;
    }

    private Given own(String text) {
        return asking.own(LEA, home.all.get(0).id(), question(text), (houses, day) -> sums(houses));
    }

    private Given given(String agreement, String text) {
        return answering.give(
                home.self(),
                new World(false, "EUR", agreement, "a"),
                question(text),
                "2026-Q1",
                (houses, day) -> sums(houses));
    }

    private static List<String> ledger(LinkedNode node, int house) {
        return node.audit.left(node.all.get(house).id(), 20).stream()
                .map(Line::detail)
                .toList();
    }

    @Test
    void withoutAnAgreementNothingLeavesEitherNode() {
        assertThat(shared(home, near)).isEqualTo("overlap-agreement");
        assertThat(shared(near, home)).isEqualTo("overlap-agreement");
        assertThat(overlap(near).giving(LEA, near.all.get(0), new Other(home.self(), "a")))
                .isEqualTo("overlap-agreement");
        assertThat(reach(near).refusal(near.all.get(0))).isEqualTo("reach-agreement");
        assertThat(own("q").withheld()).isEqualTo("study-agreement");
        assertThat(given("https://home.example/made-up", "q").withheld()).isEqualTo("study-agreement");
        for (int house = 0; house < 3; house++) {
            assertThat(ledger(home, house)).isEmpty();
            assertThat(ledger(near, house)).isEmpty();
        }
    }

    @Test
    void aWaitingSignatureOfOneOfThemLetsNothingThrough() {
        long agreement = network.opened("overlap", List.of("overlap", "sketches"), UNTIL);
        home.all.forEach(house -> network.signAtHome(agreement, house));
        near.all.subList(1, 3).forEach(house -> network.sign(side(near), house, "overlap"));
        network.carry();
        assertThat(shared(home, near)).isEqualTo("overlap-agreement");
        assertThat(shared(near, home)).isEqualTo("overlap-agreement");
        network.sign(side(near), near.all.get(0), "overlap");
        network.carry();
        assertThat(shared(home, near)).isNull();
        assertThat(shared(near, home)).isNull();
        assertThat(reach(home).refusal(home.all.get(0))).isNull();
    }

    @Test
    void theLedgerOfBothNodesNamesTheAgreementAndAWithdrawalCountsAtOnce() {
        long agreement = network.signed("overlap", List.of("overlap"), UNTIL);
        House mine = near.all.get(0);
        assertThat(overlap(home).giving(LEA, home.all.get(0), new Other(near.self(), "a")))
                .isNull();
        assertThat(overlap(near).giving(LEA, mine, new Other(home.self(), "a"))).isNull();
        assertThat(ledger(home, 0))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("blinded points, agreement " + agreement + ", version 1"));
        assertThat(ledger(near, 0))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("agreement " + agreement + ", version 1, of network"));
        assertThat(reach(near).refusal(mine)).as("sketches are not named").isEqualTo("reach-agreement");
        near.away.add(home);
        network.withdraw(side(near), mine, "overlap");
        assertThat(shared(near, home)).isEqualTo("overlap-agreement");
        assertThat(overlap(near).giving(LEA, mine, new Other(home.self(), "a"))).isEqualTo("overlap-agreement");
        near.away.clear();
        network.carry();
        assertThat(shared(home, near)).isEqualTo("overlap-agreement");
    }

    @Test
    void anExpiredAgreementLetsNothingThrough() {
        network.signed("overlap", List.of("overlap", "sketches"), UNTIL);
        assertThat(shared(near, home)).isNull();
        clock.set(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(shared(near, home)).isEqualTo("overlap-agreement");
        assertThat(reach(near).refusal(near.all.get(0))).isEqualTo("reach-agreement");
    }

    @Test
    void aSketchIsOfTheAgreementByWhichItWasGiven() {
        network.signed("overlap", List.of("sketches"), UNTIL);
        House house = near.all.get(0);
        String agreement = reach(near).agreement(house).orElseThrow();
        assertThat(reach(home).agreement(home.all.get(0))).contains(agreement);
        reach(near).giving(LEA, house, THREE, agreement);
        assertThat(ledger(near, 0))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("agreement 1"));
        assertThat(THREE.purpose(false, agreement)).isNotEqualTo(THREE.purpose(false, "another"));
        network.withdraw(side(near), house, "overlap");
        assertThat(reach(near).agreement(house)).isEmpty();
        assertThat(reach(near).given()).as("to be taken back").hasSize(1);
    }

    @Test
    void aPartIsGivenToWhoAsksByTheAgreementThatBothSigned() {
        network.signed("study", List.of("answers"), UNTIL);
        String agreement = asking.by(home.all.get(0).id()).orElseThrow().policy();
        assertThat(asking.by(home.all.get(0).id()).orElseThrow().nodes()).containsExactly(near.self());
        Given here = own("q");
        assertThat(here.part().houses()).isEqualTo(3);
        Given there = given(agreement, "q");
        assertThat(there.part().houses()).isEqualTo(3);
        assertThat(ledger(near, 2))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).startsWith("q 2026-Q1, houses 3, agreement 1, version 1, of network"));
        asking.hear(home.all.get(0).id(), question("q"), agreement, near.self(), there.part());
        assertThat(asking.told(
                                LEA,
                                home.all.get(0).id(),
                                question("q"),
                                here,
                                asking.heard(home.all.get(0).id(), question("q")))
                        .houses())
                .isEqualTo(6);
    }

    @Test
    void whoIsNoPartyAsksInVain() {
        network.signed("study", List.of("answers"), UNTIL);
        String agreement = asking.by(home.all.get(0).id()).orElseThrow().policy();
        World stranger = new World(false, "EUR", agreement, "nobody");
        assertThat(answering
                        .give(home.self(), stranger, question("q"), "2026-Q1", (houses, day) -> sums(houses))
                        .withheld())
                .isEqualTo("study-agreement");
        World elsewhere = new World(false, "EUR", agreement, "a");
        assertThat(answering
                        .give("urn:elsewhere", elsewhere, question("q"), "2026-Q1", (houses, day) -> sums(houses))
                        .withheld())
                .isEqualTo("study-agreement");
    }

    @Test
    void whatIsKeptOfAHouseThatWithdrewGoesNowhereAnyMore() {
        network.signed("study", List.of("answers"), UNTIL);
        String agreement = asking.by(home.all.get(0).id()).orElseThrow().policy();
        assertThat(given(agreement, "q").part()).isNotNull();
        network.withdraw(side(near), near.all.get(2), "study");
        assertThat(given(agreement, "q").withheld()).isEqualTo("study-withdrawn");
        assertThat(given(agreement, "fresh").withheld()).isEqualTo(NodeStudyGate.FEW_OF_NODE);
        assertThat(ledger(near, 2)).hasSize(1);
    }

    @Test
    void aPartOfAnotherAgreementIsNotKept() {
        network.signed("study", List.of("answers"), UNTIL);
        String agreement = asking.by(home.all.get(0).id()).orElseThrow().policy();
        NodeStudyGate.Part part = given(agreement, "q").part();
        assertThatThrownBy(() -> asking.hear(home.all.get(0).id(), question("q"), "another", near.self(), part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another agreement");
    }
}
