package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.SignedOverNodes.Side;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.internal.study.RegisterNodeStudyGate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Seven houses of three nodes that ask for sums of one another. Sums and parts with one that withdrew are forgotten by whoever kept them. */
class ForgottenSumsTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2027, 6, 30);
    private static final Season SEASON = new Season(2025);

    @TempDir
    private static Path folder;

    private static SavedNodes saved;

    private final MovingClock clock = new MovingClock(MARCH);
    private LinkedNode home;
    private LinkedNode near;
    private LinkedNode far;
    private SignedOverNodes network;
    private NodeStudyGate asking;
    private House asker;
    private House leaver;

    @BeforeAll
    static void threeNodesWithTwoAgreements() {
        MovingClock clock = new MovingClock(MARCH);
        List<String> names = List.of("home", "near", "far");
        List<LinkedNode> nodes =
                names.stream().map(name -> new LinkedNode(name, folder, clock)).toList();
        for (LinkedNode node : nodes) {
            nodes.stream().filter(other -> other != node).forEach(node::knows);
        }
        house(nodes.get(0), "a", "b", "c");
        house(nodes.get(1), "a", "b", "c");
        house(nodes.get(2), "a");
        SignedOverNodes made =
                SignedOverNodes.network(side(nodes.get(0)), List.of(side(nodes.get(1)), side(nodes.get(2))));
        made.signed("comparison", List.of("occupancy"), UNTIL);
        made.signed("study", List.of("answers"), UNTIL);
        saved = new SavedNodes(folder, names);
        saved.save(nodes);
    }

    private static void house(LinkedNode node, String... slugs) {
        for (String slug : slugs) {
            node.doors.join(node.house(slug, 0.5).id(), NodeStudyGate.PURPOSE, LEA);
        }
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        List<LinkedNode> nodes = saved.open(folder.resolve(test.getDisplayName().replaceAll("\\W", "")), clock);
        home = nodes.get(0);
        near = nodes.get(1);
        far = nodes.get(2);
        network = SignedOverNodes.known(side(home), List.of(side(near), side(far)));
        asking = study(home);
        asker = home.all.get(0);
        leaver = near.all.get(2);
    }

    @AfterEach
    void close() {
        home.close();
        near.close();
        far.close();
    }

    private static Side side(LinkedNode node) {
        return new Side(node.self(), node.base, node.pooling, node.networks, node.all);
    }

    private NodeStudyGate study(LinkedNode node) {
        return new RegisterNodeStudyGate(
                node.register, clock, new SecureRandom(), node.houses, node.pooling.agreed(), node.audit);
    }

    private static Asked question(String text) {
        return new Asked(text, SEASON, false, 1, 1, 1, new Epsilon(1, 2));
    }

    private static Map<HouseId, long[]> sums(List<House> houses) {
        Map<HouseId, long[]> sums = new HashMap<>();
        houses.forEach(house -> sums.put(house.id(), new long[] {500}));
        return sums;
    }

    private String policy() {
        return asking.by(asker.id()).orElseThrow().policy();
    }

    private Given own(String text) {
        return asking.own(LEA, asker.id(), question(text), (houses, day) -> sums(houses));
    }

    private Given given(String text) {
        return study(near)
                .give(
                        home.self(),
                        new World(false, "EUR", policy(), "a"),
                        question(text),
                        "2026-Q1",
                        (houses, day) -> sums(houses));
    }

    private void compare(LinkedNode node, House house) {
        assertThat(node.together
                        .ask(LEA, house.id(), SEASON, new TreeMap<>())
                        .lines()
                        .get(0)
                        .peers())
                .isEqualTo(6);
        assertThat(node.together.kept(house.id(), SEASON)).isPresent();
    }

    private static List<String> forgotten(LinkedNode node, House house) {
        return node.audit.lines(house.id(), 0, 500).stream()
                .filter(line -> line.action().equals("answers-forgotten"))
                .map(Line::detail)
                .toList();
    }

    @Test
    void sumsOfTheMonthAreForgottenByEachNodeAndNotMadeAgainUntilItEnds() {
        House third = far.all.get(0);
        House beside = near.all.get(0);
        compare(home, asker);
        compare(far, third);
        compare(near, beside);
        network.withdraw(side(near), leaver, "comparison");
        assertThat(near.together.kept(beside.id(), SEASON))
                .as("of its own node")
                .isEmpty();
        assertThat(far.together.kept(third.id(), SEASON))
                .as("who has not heard")
                .isPresent();
        network.carry();
        assertThat(home.together.kept(asker.id(), SEASON)).isEmpty();
        assertThat(far.together.kept(third.id(), SEASON)).isEmpty();
        assertThat(forgotten(far, third))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("sums, 1, agreement 1")
                        .endsWith("c of node " + near.self() + " withdrew"));
        assertThatThrownBy(() -> far.together.ask(LEA, third.id(), SEASON, new TreeMap<>()))
                .hasMessageContaining("sum-withdrawn");
        clock.set(Instant.parse("2026-04-02T10:00:00Z"));
        assertThat(far.together
                        .ask(LEA, third.id(), SEASON, new TreeMap<>())
                        .lines()
                        .get(0)
                        .peers())
                .isEqualTo(5);
    }

    @Test
    void aSumThatItIsNotInStays() {
        network.withdraw(side(near), leaver, "study");
        network.carry();
        compare(home, asker);
        network.withdraw(side(far), far.all.get(0), "study");
        network.carry();
        assertThat(home.together.kept(asker.id(), SEASON)).isPresent();
    }

    @Test
    void partsOfAnswersAreForgottenWhereTheyWereMadeAndWhereTheyWereHeard() {
        assertThat(own("q").part()).isNotNull();
        Given there = given("q");
        asking.hear(asker.id(), question("q"), policy(), near.self(), there.part());
        network.withdraw(side(near), leaver, "study");
        assertThat(given("q").withheld()).isEqualTo(StudyGate.WITHDRAWN);
        assertThat(given("q").left()).isEqualTo(there.left());
        assertThat(asking.heard(asker.id(), question("q")))
                .as("who has not heard")
                .hasSize(1);
        network.carry();
        assertThat(asking.heard(asker.id(), question("q"))).isEmpty();
        assertThat(asking.known(asker.id(), question("q")))
                .as("its own houses are in it still")
                .isPresent();
        assertThat(forgotten(near, leaver))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("answers, 1, agreement 2"));
    }

    @Test
    void theAskersOwnPartIsForgottenWhenOneOfItsHousesLeaves() {
        Given first = own("q");
        assertThat(first.part().houses()).isEqualTo(3);
        House gone = home.all.get(2);
        home.pooling
                .networks()
                .leave(gone, home.pooling.networks().of(gone.id()).get(0).slug(), LEA);
        assertThat(asking.known(asker.id(), question("q"))).isEmpty();
        Given second = own("q");
        assertThat(second.withheld()).isEqualTo(StudyGate.WITHDRAWN);
        assertThat(second.left()).isEqualTo(first.left());
    }
}
