package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.SignedOverNodes.Side;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.ForgottenAnswers.Forgotten;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Houses of three nodes that know how many buyers they share. Once one withdraws or leaves, no node keeps a number of it. */
class ForgottenAnswersTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2027, 6, 30);

    private static final List<String> NAMES = List.of("home", "near", "far");

    @TempDir
    private static Path folder;

    private static SavedNodes saved;
    private static long agreement;

    private final MovingClock clock = new MovingClock(MARCH);
    private LinkedNode home;
    private LinkedNode near;
    private LinkedNode far;
    private SignedOverNodes network;

    /** Made once, because many votes are taken; each test opens what was saved. */
    @BeforeAll
    static void threeNodesWithAnAgreement() {
        MovingClock clock = new MovingClock(MARCH);
        List<LinkedNode> nodes =
                NAMES.stream().map(name -> new LinkedNode(name, folder, clock)).toList();
        for (LinkedNode node : nodes) {
            nodes.stream().filter(other -> other != node).forEach(node::knows);
            for (String slug : node == nodes.get(0) ? List.of("a", "b") : List.of("a")) {
                node.doors.join(node.house(slug, 0.5).id(), Gate.OVERLAP, LEA);
            }
        }
        SignedOverNodes made =
                SignedOverNodes.network(side(nodes.get(0)), List.of(side(nodes.get(1)), side(nodes.get(2))));
        agreement = made.signed("overlap", List.of("overlap"), UNTIL);
        nodes.forEach(node -> nodes.stream().filter(other -> other != node).forEach(other -> know(node, other, clock)));
        saved = new SavedNodes(folder, NAMES);
        saved.save(nodes);
    }

    @BeforeEach
    void theyAreOpened(TestInfo test) throws IOException {
        List<LinkedNode> nodes = saved.open(folder.resolve(test.getDisplayName().replaceAll("\\W", "")), clock);
        home = nodes.get(0);
        near = nodes.get(1);
        far = nodes.get(2);
        network = SignedOverNodes.known(side(home), List.of(side(near), side(far)));
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

    private NodeOverlapGate overlap(LinkedNode node) {
        return overlap(node, clock);
    }

    private static NodeOverlapGate overlap(LinkedNode node, Clock clock) {
        return new NodeOverlapGate(node.register, clock, node.doors, node.pooling.agreed(), node.audit);
    }

    /** Each house of a node keeps a number with each of another. */
    private static void know(LinkedNode node, LinkedNode with, Clock clock) {
        for (House house : node.all) {
            for (House one : with.all) {
                keep(node, house, new Other(with.self(), one.slug()), clock);
            }
        }
    }

    private static Kept keep(LinkedNode node, House house, Other other, Clock clock) {
        NodeOverlapGate gate = overlap(node, clock);
        return gate.keep(LEA, house, other, gate.answer(other, gate.period(), true, 640, 40, null));
    }

    /** With whom a house knows a number, as house and node. */
    private List<String> numbers(LinkedNode node, House house) {
        return overlap(node).answers(house.id()).stream()
                .filter(kept -> kept.withheld() == null && kept.about() == 640)
                .map(kept -> kept.other().house() + " "
                        + Stream.of(home, near, far)
                                .filter(one -> one.self().equals(kept.other().node()))
                                .findFirst()
                                .orElseThrow()
                                .base)
                .sorted()
                .toList();
    }

    private void nobodyKeepsANumberOf(String slug, LinkedNode leaver) {
        for (LinkedNode node : List.of(home, near, far)) {
            for (House house : node.all) {
                assertThat(numbers(node, house))
                        .as(house.slug() + " of " + node.base)
                        .isEqualTo(known(node).stream()
                                .filter(one -> !one.equals(slug + " " + leaver.base))
                                .filter(one -> node != leaver || !house.slug().equals(slug))
                                .toList());
            }
        }
    }

    /** What it knew before anybody left. */
    private List<String> known(LinkedNode node) {
        return Stream.of(home, near, far)
                .filter(other -> other != node)
                .flatMap(other -> other.all.stream().map(one -> one.slug() + " " + other.base))
                .sorted()
                .toList();
    }

    private static List<String> forgotten(LinkedNode node, House house) {
        return node.audit.lines(house.id(), 0, 500).stream()
                .filter(line -> line.action().equals("answers-forgotten"))
                .map(Line::detail)
                .toList();
    }

    @Test
    void whoWithdrawsIsForgottenByItsOwnNodeAtOnceAndByTheOthersOnceTheyHear() {
        House mine = near.all.get(0);
        assertThat(numbers(home, home.all.get(0))).isEqualTo(known(home)).hasSize(2);
        network.withdraw(side(near), mine, "overlap");
        assertThat(numbers(near, mine)).isEmpty();
        assertThat(numbers(home, home.all.get(0))).isEqualTo(known(home));
        network.carry();
        nobodyKeepsANumberOf("a", near);
        assertThat(forgotten(home, home.all.get(0)))
                .containsExactly("shared-buyers, 1, agreement " + agreement + ", version 1, a of node " + near.self()
                        + " withdrew");
        assertThat(forgotten(near, mine))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("shared-buyers, 3, ").endsWith(", a withdrew"));
        assertThat(forgotten(far, far.all.get(0))).hasSize(1);
        assertThat(near.pooling.forgotten().of(mine.id()))
                .containsExactly(new Forgotten(MARCH, true, "a", "", "shared-buyers", 3));
        assertThat(far.pooling.forgotten().of(far.all.get(0).id()))
                .containsExactly(new Forgotten(MARCH, false, "a", near.self(), "shared-buyers", 1));
    }

    @Test
    void whoLeavesTheNetworkIsForgotten() {
        House mine = near.all.get(0);
        near.networks.leave(mine, SignedOverNodes.abroad(side(near), mine).uid(), LEA);
        network.carry();
        nobodyKeepsANumberOf("a", near);
    }

    @Test
    void whoIsExcludedByAVoteIsForgottenOnItsOwnNodeToo() {
        House mine = near.all.get(0);
        network.exclude(side(near), mine);
        assertThat(SignedOverNodes.abroad(side(near), mine).state()).isEqualTo(NetworkAbroad.State.EXCLUDED);
        nobodyKeepsANumberOf("a", near);
    }

    @Test
    void aHouseOfTheHomeIsForgottenToo() {
        House mine = home.all.get(1);
        home.pooling.agreements().withdraw(mine, agreement, 1, LEA);
        network.carry();
        nobodyKeepsANumberOf("b", home);
    }

    @Test
    void aHouseThatLeavesTheNetworkOfItsOwnNodeIsForgottenToo() {
        House mine = home.all.get(1);
        String slug = home.pooling.networks().of(mine.id()).get(0).slug();
        home.pooling.networks().leave(mine, slug, LEA);
        network.carry();
        nobodyKeepsANumberOf("b", home);
    }

    @Test
    void untilTheQuarterEndsNoSecondNumberCanBeTakenFromTheFirst() {
        House asker = home.all.get(0);
        Other gone = new Other(near.self(), "a");
        network.withdraw(side(near), near.all.get(0), "overlap");
        network.carry();
        network.signed("overlap", List.of("overlap"), UNTIL.plusDays(1));
        assertThat(overlap(home).refusal(asker, gone)).isEqualTo(NodeOverlapGate.NOT_NAMED);
        assertThat(keep(home, asker, gone, clock).withheld()).isEqualTo(NodeOverlapGate.WITHDRAWN);
        assertThat(overlap(home).answers(asker.id()))
                .filteredOn(kept -> kept.other().equals(gone))
                .singleElement()
                .satisfies(kept -> assertThat(kept.about() + kept.within()).isZero());
        clock.set(Instant.parse("2026-04-02T10:00:00Z"));
        assertThat(keep(home, asker, gone, clock).about()).isEqualTo(640);
    }

    @Test
    void whatAnotherAgreementCoversStays() {
        long second = network.signed("overlap", List.of("overlap"), UNTIL.plusDays(1));
        assertThat(second).isNotEqualTo(agreement);
        home.pooling.agreements().withdraw(home.all.get(1), agreement, 1, LEA);
        network.carry();
        assertThat(numbers(home, home.all.get(1))).isEqualTo(known(home));
        assertThat(numbers(far, far.all.get(0))).isEqualTo(known(far));
        home.pooling.agreements().withdraw(home.all.get(1), second, 1, LEA);
        network.carry();
        nobodyKeepsANumberOf("b", home);
    }

    @Test
    void ofQuartersThatAreOverNoLineStays() {
        clock.set(Instant.parse("2026-04-02T10:00:00Z"));
        network.withdraw(side(near), near.all.get(0), "overlap");
        network.carry();
        nobodyKeepsANumberOf("a", near);
        assertThat(overlap(near).answers(near.all.get(0).id())).isEmpty();
    }

    @Test
    void anAgreementThatExpiresTakesNothingBack() {
        clock.set(Instant.parse("2027-07-02T10:00:00Z"));
        House mine = far.all.get(0);
        far.networks.leave(mine, SignedOverNodes.abroad(side(far), mine).uid(), LEA);
        network.carry();
        nobodyKeepsANumberOf("a", far);
    }
}
