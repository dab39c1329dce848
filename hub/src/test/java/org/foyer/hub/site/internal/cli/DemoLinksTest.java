package org.foyer.hub.site.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.model.House;
import org.foyer.hub.site.StudyNode;
import org.foyer.hub.site.internal.cli.DemoLinks.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration agrees to, within a node and over nodes, by the doors and messages that everybody uses. */
class DemoLinksTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final StudyNode.Wire wire = new StudyNode.Wire();

    @Test
    void housesOfBothNodesEndWithAgreementsInForceAndTheSecondTimeNothingIsDone() throws IOException {
        try (StudyNode home = new StudyNode(folder, "here", wire, CLOCK).houses(3, 10);
                StudyNode near = new StudyNode(folder, "near", wire, CLOCK).houses(3, 10)) {
            home.knows(near);
            near.knows(home);
            DemoLinks leading = new DemoLinks(home.node, home.networks, home.address);
            DemoLinks following = new DemoLinks(near.node, near.networks, near.address);
            List<Guest> guests = near.houses.stream()
                    .map(house -> new Guest(near.space.self(), house.slug()))
                    .toList();
            boolean led = false;
            boolean followed = false;
            for (int round = 0; round < 20 && !(led && followed); round++) {
                led = leading.leads(home.houses, guests);
                followed = following.follows(near.houses);
            }
            assertThat(led).isTrue();
            assertThat(followed).isTrue();
            for (StudyNode node : List.of(home, near)) {
                for (House house : node.houses) {
                    assertThat(node.node.pooling().agreed().overNodes(house.id(), SharedUse.ANSWERS))
                            .isPresent();
                    assertThat(node.node.pooling().agreed().overNodes(house.id(), SharedUse.SKETCHES))
                            .isPresent();
                    PooledGate.Asking asking = node.node.pooledGate().asking(house.id(), node.space.self());
                    assertThat(asking.refusal()).isNull();
                    assertThat(asking.nodes()).hasSize(2);
                }
            }
            assertThat(leading.leads(home.houses, guests)).isTrue();
            assertThat(home.node.pooling().agreements().of(home.houses.get(0).id()))
                    .hasSize(DemoLinks.TEMPLATES.size());
        }
    }

    @Test
    void housesOfOneNodeAgreeOnceToEverythingTheyShare() throws IOException {
        try (StudyNode here = new StudyNode(folder, "here", wire, CLOCK).houses(3, 10)) {
            DemoSharing sharing = new DemoSharing(here.node, here.address);
            sharing.fill(here.houses);
            sharing.fill(here.houses);
            assertThat(here.node.pooling().agreements().of(here.houses.get(0).id()))
                    .hasSize(3);
            for (SharedUse use : SharedUse.values()) {
                assertThat(here.node
                                .pooling()
                                .agreed()
                                .by(here.houses.stream().map(House::id).toList(), use))
                        .as(use.name())
                        .hasSize(3)
                        .allSatisfy((house, by) -> assertThat(by.sees()).isTrue());
            }
            assertThat(here.node.gate().takesPart(here.houses.get(0).id(), Gate.OVERLAP))
                    .as("an agreement joins nobody")
                    .isFalse();
        }
    }
}
