package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.exchange.internal.pooled.Bodies.Hellos;
import org.foyer.hub.exchange.internal.pooled.Invitation.Asked;
import org.foyer.hub.exchange.internal.pooled.Messages.Hello;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An asker who asks all members but one for something of which they have nothing, under the same name, would be left with the part of
 * that one, bare: the masks between members would cancel out as if all had been asked the same.
 */
class OneQuestionForAllTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private static final List<String> MEMBERS = List.of("node-0", "node-1", "node-2");
    private static final String ASKER = "node-0";

    @TempDir
    Path folder;

    private final List<PooledAnswers> answers = new ArrayList<>();

    @BeforeEach
    void threeNodes() {
        List<TestNode> nodes =
                MEMBERS.stream().map(name -> new TestNode(name, folder, CLOCK)).toList();
        nodes.forEach(node -> node.house(0.5, false));
        TestNode.acquaint(nodes);
        nodes.forEach(node ->
                answers.add(new PooledAnswers(node.name, node, node.gate, () -> node, CLOCK, new SecureRandom())));
    }

    private static Invitation asked(int season) {
        return new Invitation(
                "node-0 once",
                ASKER,
                MEMBERS,
                season,
                "2026-03",
                false,
                "EUR",
                null,
                null,
                List.of(new Asked("occupancy", 1, "ratio")));
    }

    /** All hellos, as the asker carries them to each. */
    private String hellos(int seasonOfOne, int seasonOfOthers) {
        List<Hello> said = new ArrayList<>();
        for (int member = 0; member < answers.size(); member++) {
            String json = Bodies.write(asked(member == 1 ? seasonOfOne : seasonOfOthers));
            said.add(Bodies.read(answers.get(member).answer(ASKER, Bodies.HELLO, json), Hello.class));
        }
        return Bodies.write(new Hellos("node-0 once", said));
    }

    @Test
    void whoWasAskedForAnotherSeasonSharesNoMasks() {
        String carried = hellos(2025, 1990);
        for (PooledAnswers member : answers) {
            assertThatThrownBy(() -> member.answer(ASKER, Bodies.PARCELS, carried))
                    .hasMessageContaining("signature-wrong");
        }
    }

    @Test
    void whoWasAskedTheSameGoesOn() {
        String carried = hellos(2025, 2025);
        answers.forEach(member ->
                assertThat(member.answer(ASKER, Bodies.PARCELS, carried)).contains("\"to\""));
    }
}
