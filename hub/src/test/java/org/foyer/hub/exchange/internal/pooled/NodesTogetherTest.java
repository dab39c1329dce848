package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTogetherTest {

    private static final Season SEASON = new Season(2025);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<TestNode> nodes = new ArrayList<>();
    private HouseId first;

    /** Two houses in each of five nodes, from 0.30 to 0.75. */
    @BeforeEach
    void fiveNodes() {
        for (int number = 0; number < 5; number++) {
            TestNode node = new TestNode("node-" + number, folder, CLOCK);
            node.house(0.30 + 0.10 * number, false);
            node.house(0.35 + 0.10 * number, false);
            nodes.add(node);
        }
        first = nodes.get(0).ids.get(0);
        TestNode.acquaint(nodes);
    }

    private Comparison ask() {
        return nodes.get(0).together.ask(Actor.commandLine(), first, SEASON, new TreeMap<>());
    }

    @Test
    void tenHousesOfFiveNodesAreComparedAsInOne() {
        Line line = ask().lines().get(0);
        assertThat(line.own()).isEqualTo(0.30);
        assertThat(line.peers()).isEqualTo(9);
        // the true quartiles are 0.4125, 0.525 and 0.6375; a figure moves by a tenth of itself at most, a bin is two
        // points wide
        assertThat(line.lowerQuartile()).isBetween(0.4125 * 0.9 - 0.02, 0.4125 * 1.1 + 0.02);
        assertThat(line.median()).isBetween(0.525 * 0.9 - 0.02, 0.525 * 1.1 + 0.02);
        assertThat(line.upperQuartile()).isBetween(0.6375 * 0.9 - 0.02, 0.6375 * 1.1 + 0.02);
        assertThat(line.position()).isEqualTo("below");
    }

    @Test
    void theSameQuestionHasTheSameAnswerWhoeverAsks() {
        Line here = ask().lines().get(0);
        Line again = ask().lines().get(0);
        TestNode other = nodes.get(3);
        Line there = other.together
                .ask(Actor.commandLine(), other.ids.get(1), SEASON, new TreeMap<>())
                .lines()
                .get(0);
        assertThat(again).isEqualTo(here);
        assertThat(there.median()).isEqualTo(here.median());
        assertThat(there.lowerQuartile()).isEqualTo(here.lowerQuartile());
    }

    @Test
    void withinAMonthNobodyIsAskedTwiceEvenWhenTheOthersAreGone() {
        Comparison first = ask();
        nodes.subList(1, 5).forEach(node -> node.leaving = "willing");
        assertThat(ask()).isEqualTo(first);
        PooledComparisons.Kept kept =
                nodes.get(0).together.kept(this.first, SEASON).orElseThrow();
        assertThat(kept.comparison()).isEqualTo(first);
        assertThat(kept.askedAt()).isEqualTo(CLOCK.instant());
        assertThat(kept.present()).isTrue();
        assertThat(nodes.get(0).together.kept(this.first, new Season(2024))).isEmpty();
        assertThat(nodes.get(0).audit.lines(this.first, 0, 20))
                .filteredOn(line -> line.action().equals("give"))
                .as("what is looked at again leaves the house once")
                .hasSize(1);
    }

    @Test
    void inTheNextMonthTheLastAnswerIsSeenAndAnotherOneAskedFor() {
        Comparison before = ask();
        Clock april = Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC);
        nodes.replaceAll(node -> node.at(april));
        TestNode.acquaint(nodes);
        PooledComparisons.Kept kept = nodes.get(0).together.kept(first, SEASON).orElseThrow();
        assertThat(kept.present()).isFalse();
        assertThat(kept.comparison()).isEqualTo(before);
        nodes.get(4).leaving = "willing";
        assertThat(ask().lines().get(0).peers()).isEqualTo(7);
        assertThat(nodes.get(0).together.kept(first, SEASON).orElseThrow().present())
                .isTrue();
    }

    @Test
    void whoLeavesIsToldNothingThatWasKept() {
        ask();
        nodes.get(0).leavePool(first);
        assertThat(nodes.get(0).together.kept(first, SEASON)).isEmpty();
        assertThat(ask().lines().get(0).withheld()).isEqualTo("not-taking-part");
    }

    @Test
    void everyHouseHasInItsAuditWhatItGaveAndToWhom() {
        ask();
        for (TestNode node : nodes) {
            node.ids.forEach(id -> assertThat(node.audit.lines(id, 0, 10)).anySatisfy(line -> {
                assertThat(line.action()).isEqualTo("give");
                assertThat(line.actor()).isEqualTo("node node-0");
                assertThat(line.detail()).isEqualTo("2025-26, 1 figures, moved");
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"willing", "hello", "parcels", "part"})
    void aNodeThatLeavesBeforeItsPartIsNotCounted(String step) {
        nodes.get(4).leaving = step;
        assertThat(ask().lines().get(0).peers()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roll-call", "opening"})
    void aNodeThatLeavesAfterItsPartIsCounted(String step) {
        nodes.get(4).leaving = step;
        assertThat(ask().lines().get(0).peers()).isEqualTo(9);
    }

    @Test
    void twoThatLeaveAreTooManyOfFive() {
        nodes.get(3).leaving = "part";
        nodes.get(4).leaving = "part";
        assertThatThrownBy(this::ask).isInstanceOf(PooledRefused.class).hasMessageContaining("too-few");
    }

    @Test
    void ofTwoNodesEachWouldKnowTheOther() {
        nodes.subList(2, 5).forEach(node -> node.ids.forEach(node::leavePool));
        assertThatThrownBy(this::ask).hasMessageContaining("too-few-nodes");
    }

    @Test
    void fiveHousesInAllAreTooFewToShow() {
        nodes.forEach(node -> node.leavePool(node.ids.get(1)));
        Line line = ask().lines().get(0);
        assertThat(line.withheld()).isEqualTo("too-few-houses");
        assertThat(line.median()).isNull();
    }

    @Test
    void aHouseThatTakesNoPartIsNotCountedAndLearnsNothing() {
        nodes.get(0).leavePool(first);
        assertThat(ask().lines().get(0).withheld()).isEqualTo("not-taking-part");
        Line other = nodes.get(0)
                .together
                .ask(Actor.commandLine(), nodes.get(0).ids.get(1), SEASON, new TreeMap<>())
                .lines()
                .get(0);
        assertThat(other.peers()).isEqualTo(8);
    }

    @Test
    void simulatedHousesAreNotCountedWithRealOnes() {
        nodes.forEach(node -> node.house(0.99, true));
        assertThat(ask().lines().get(0).peers()).isEqualTo(9);
    }

    @Test
    void aNodeWithAnotherDefinitionDoesNotAnswer() {
        nodes.get(2).version = 2;
        assertThat(ask().lines().get(0).peers()).isEqualTo(7);
    }

    @Test
    void aMemberThatOneDoesNotKnowMakesItLeave() {
        nodes.get(1).forget(nodes.get(4));
        assertThat(ask().lines().get(0).peers()).isEqualTo(7);
    }

    @Test
    void aNodeThatSignsWithItsNextPinnedKeyIsCounted() {
        nodes.get(2).turnKey(true);
        assertThat(ask().lines().get(0).peers()).isEqualTo(9);
    }

    @Test
    void aNodeThatSignsWithAKeyThatNobodyPinnedIsLeftOut() {
        nodes.get(2).turnKey(false);
        Map<String, PooledComparisons.Absence> apart = new TreeMap<>();
        Comparison asked = nodes.get(0).together.ask(Actor.commandLine(), first, SEASON, apart);
        assertThat(asked.lines().get(0).peers()).isEqualTo(7);
        assertThat(apart).containsExactly(Map.entry("node-2", PooledComparisons.Absence.MALFORMED));
    }

    @Test
    void nobodyGoesOnWithAnothersQuestionNorAsksInAnothersName() {
        TestNode node = nodes.get(1);
        Invitation asked = invitation("node-0", "2026-03");
        node.together.answer("node-0", "hello", Bodies.write(asked));
        String parcels = Bodies.write(new Bodies.Hellos(asked.question(), List.of()));
        assertThatThrownBy(() -> node.together.answer("node-3", "parcels", parcels))
                .hasMessageContaining("question-unknown");
        assertThatThrownBy(() -> node.together.answer("node-3", "hello", Bodies.write(asked)))
                .hasMessageContaining("not-asked");
        assertThatThrownBy(() -> node.together.answer("node-0", "hello", Bodies.write(asked)))
                .hasMessageContaining("too-many-questions");
    }

    @Test
    void onlyThePresentMonthCanBeAskedFor() {
        for (String month : List.of("2026-02", "2026-04", "nonsense")) {
            assertThatThrownBy(() ->
                            nodes.get(1).together.answer("node-0", "hello", Bodies.write(invitation("node-0", month))))
                    .hasMessageContaining("month-other");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"question\":3}", "not json", "{\"members\":null}"})
    void whatIsNoMessageIsRefusedAndNothingElse(String garbage) {
        for (String step : List.of("willing", "hello", "parcels", "part", "roll-call", "opening", "nothing")) {
            assertThatThrownBy(() -> nodes.get(1).together.answer("node-0", step, garbage))
                    .isInstanceOf(PooledRefused.class);
        }
    }

    private Invitation invitation(String asker, String month) {
        return new Invitation(
                asker + " 1",
                asker,
                nodes.stream().map(node -> node.name).toList(),
                2025,
                month,
                false,
                "EUR",
                null,
                null,
                List.of(new Invitation.Asked("occupancy", 1, "ratio")));
    }
}
