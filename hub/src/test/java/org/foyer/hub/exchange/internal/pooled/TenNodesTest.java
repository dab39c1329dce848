package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Twenty houses, two in each of ten nodes, of which several may go at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenNodesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    private final List<TestNode> nodes = new ArrayList<>();

    /** From 0.300 to 0.775, a step of 0.025 between each two houses. */
    @BeforeAll
    void tenNodes(@TempDir Path folder) {
        for (int number = 0; number < 10; number++) {
            TestNode node = new TestNode("node-" + number, folder, CLOCK);
            node.house(0.300 + 0.05 * number, false);
            node.house(0.325 + 0.05 * number, false);
            nodes.add(node);
        }
        TestNode.acquaint(nodes);
    }

    @BeforeEach
    void everybodyIsThere() {
        nodes.forEach(node -> node.leaving = "");
    }

    /** Each time for another season, since what was asked for is kept for a month. */
    private Line ask(TestNode node, int season) {
        Comparison told = node.together.ask(Actor.commandLine(), node.ids.get(0), new Season(season), new TreeMap<>());
        return told.lines().get(0);
    }

    private void leave(String step, int... gone) {
        for (int number : gone) {
            nodes.get(number).leaving = step;
        }
    }

    @Test
    void allAreComparedAndWhoeverAsksIsToldTheSame() {
        Line here = ask(nodes.get(0), 2025);
        assertThat(here.peers()).isEqualTo(19);
        // the true quartiles are 0.41875, 0.5375 and 0.65625; a figure moves by a tenth of itself at most, a bin is two
        // points wide
        assertThat(here.lowerQuartile()).isBetween(0.41875 * 0.9 - 0.02, 0.41875 * 1.1 + 0.02);
        assertThat(here.median()).isBetween(0.5375 * 0.9 - 0.02, 0.5375 * 1.1 + 0.02);
        assertThat(here.upperQuartile()).isBetween(0.65625 * 0.9 - 0.02, 0.65625 * 1.1 + 0.02);
        assertThat(here.position()).isEqualTo("below");
        Line there = ask(nodes.get(9), 2025);
        assertThat(there.median()).isEqualTo(here.median());
        assertThat(there.upperQuartile()).isEqualTo(here.upperQuartile());
        assertThat(there.position()).isEqualTo("above");
    }

    @Test
    void threeThatGoAfterTheirPartsAreCounted() {
        leave("opening", 3, 6, 9);
        assertThat(ask(nodes.get(0), 2024).peers()).isEqualTo(19);
    }

    @Test
    void threeThatGoBeforeTheirPartsAreLeftOutAndTheOthersAnswer() {
        leave("part", 3, 6, 9);
        assertThat(ask(nodes.get(0), 2023).peers()).isEqualTo(13);
    }

    @Test
    void fourAreTooMany() {
        leave("part", 2, 3, 6, 9);
        assertThatThrownBy(() -> ask(nodes.get(0), 2022))
                .isInstanceOf(PooledRefused.class)
                .hasMessageContaining("too-few");
    }
}
