package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.ReachTold.Figure;
import org.foyer.hub.linking.ReachNode.Step;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with four houses, and a third that counts; each test is a quarter of a year of its own. */
abstract class ReachStand {

    @TempDir
    static Path folder;

    static final MovingClock CLOCK = new MovingClock(Instant.parse("2026-10-05T10:00:00Z"));
    static ReachNode here;
    static ReachNode there;
    static ReachNode pool;
    static ReachNetwork network;
    static House one;
    static House two;
    static House three;
    static House four;

    /** Buyers 0 to 6,000, 2,000 to 8,000, 5,000 to 11,000, and 20,000 to 24,200. */
    @BeforeAll
    static void threeNodes() throws IOException {
        here = new ReachNode(folder.resolve("here"), CLOCK);
        there = new ReachNode(folder.resolve("there"), CLOCK);
        pool = new ReachNode(folder.resolve("pool"), CLOCK);
        ReachNode.acquaint(List.of(here, there, pool));
        network = new ReachNetwork(here.self(), there.self(), pool.self());
        one = here.house(0, 6_000);
        two = there.house(2_000, 8_000);
        three = there.house(5_000, 11_000);
        four = here.house(20_000, 24_200);
    }

    @AfterAll
    static void close() {
        for (ReachNode node : List.of(here, there, pool)) {
            node.close();
        }
    }

    @BeforeEach
    void anotherQuarter() {
        CLOCK.advance(Duration.ofDays(92));
        for (ReachNode node : List.of(here, there, pool)) {
            node.between = Step::to;
        }
        for (House house : List.of(one, two, three, four)) {
            ReachNode node = node(house);
            node.doors.join(house.id(), Gate.OVERLAP, ReachNode.STEWARD);
            assertThat(node.gate.name(ReachNode.STEWARD, house, network)).isNull();
        }
    }

    static ReachNode node(House house) {
        return house == one || house == four ? here : there;
    }

    static Optional<ReachTold> ask(House house) {
        return node(house).reach.ask(ReachNode.STEWARD, house, progress -> {});
    }

    static void stops(House house, String code) {
        assertThatThrownBy(() -> ask(house)).isInstanceOf(OverlapStopped.class).hasMessage(code);
    }

    static Figure pair(ReachTold told, House house, House other) {
        int at = told.houses().indexOf(node(house).known(house));
        int beside = told.houses().indexOf(node(other).known(other));
        return told.pairs().stream()
                .filter(cell -> cell.one() == Math.min(at, beside) && cell.other() == Math.max(at, beside))
                .findFirst()
                .orElseThrow()
                .shared();
    }

    /** A little wider than told, since one of twenty may be further. */
    static void isAbout(Figure figure, double truth) {
        assertThat(figure.about()).isNotNull();
        assertThat((double) figure.about()).isCloseTo(truth, within(2.0 * figure.within()));
        assertThat(figure.within()).isLessThan(figure.about() / 2);
    }
}
