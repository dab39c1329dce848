package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.NodeStudies.Answer;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Free questions over two whole nodes of four houses each: what is told, paid and kept, and who tries to get more. */
class TwoNodesStudyTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private final StudyNode.Wire wire = new StudyNode.Wire();
    private StudyNode here;
    private StudyNode there;

    @BeforeEach
    void open() throws IOException {
        here = new StudyNode(folder, "here", wire, clock).houses(4, 300);
        there = new StudyNode(folder, "there", wire, clock).houses(4, 400);
        here.knows(there);
        there.knows(here);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static Line only(Answer answer) {
        assertThat(answer.answer().lines()).hasSize(1);
        return answer.answer().lines().get(0);
    }

    private static long about(Answer answer) {
        Long about = only(answer).about();
        assertThat(about).as("withheld: " + only(answer).withheld()).isNotNull();
        return about;
    }

    private long kept(StudyNode node, String table) {
        return node.node
                .register()
                .read(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void theSumOfBothNodesIsToldWithAnErrorThatHolds() {
        Answer told = here.ask(0, here.question("buyers", "1/2"));

        assertThat(told.answer().withheld()).isNull();
        assertThat(told.answer().houses()).isEqualTo(8);
        assertThat(told.ownHouses()).isEqualTo(4);
        assertThat(told.answer().asOf()).isEqualTo(LocalDate.parse("2025-12-31"));
        assertThat(told.nodes()).singleElement().satisfies(node -> {
            assertThat(node.houses()).isEqualTo(4);
            assertThat(node.withheld()).isNull();
        });
        Long within = only(told).within();
        // it depends on the number that is told, which was drawn: hypot(1.1 × 21, 0.0653 × the number)
        assertThat(within / (double) about(told)).isBetween(0.065, 0.070);
        assertThat(Math.abs(about(told) - 2_800)).isLessThan(2 * within);
        assertThat(told.answer().spent()).isEqualTo("1/2");
    }

    @Test
    void eachHouseThatIsInItHasALineThatSaysForWhom() {
        here.ask(0, here.question("buyers", "1/2"));
        for (int house = 0; house < 4; house++) {
            assertThat(there.node.audit().left(there.houses.get(house).id(), 10))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.actor()).isEqualTo("node " + here.space.self());
                        assertThat(line.purpose()).isEqualTo(NodeStudyGate.PURPOSE);
                        assertThat(line.detail()).contains("buyers").contains("houses 4");
                    });
        }
        assertThat(here.node.audit().lines(here.houses.get(0).id(), 0, 10))
                .extracting(Audit.Line::action)
                .contains("give", "study");
    }

    /** Averaging: one draw for a question, whoever asks how often, and however its parts are put. */
    @Test
    void askingAgainBringsTheSameNumberAndCostsNothing() {
        FreeQuestion question = here.question("buyers", "1/2", "weekday");
        Answer first = here.ask(0, question);
        there.houses.forEach(house -> there.sells(house, 900, 5_000));
        for (int i = 0; i < 12; i++) {
            Answer again = here.ask(i % 4, question);
            assertThat(again.answer().lines()).isEqualTo(first.answer().lines());
            assertThat(again.answer().spent()).isEqualTo("0");
        }
        assertThat(wire.calls).containsEntry("there.example", 1);
        assertThat(kept(there, "study_part")).isEqualTo(1);
        here.node.register().write(handle -> handle.execute("delete from study_heard")); // a node that forgets
        Answer forgot = here.ask(0, question);
        assertThat(forgot.answer().lines()).isEqualTo(first.answer().lines());
        assertThat(kept(there, "study_part")).isEqualTo(1);
    }

    /** The houses of the other node ask the same: they get the same parts, and pay nothing there either. */
    @Test
    void bothNodesTellTheSameOfAQuestion() {
        Answer mine = here.ask(0, here.question("buyers", "1"));
        Answer theirs = there.ask(2, there.question("buyers", "1"));
        assertThat(theirs.answer().lines()).isEqualTo(mine.answer().lines());
        assertThat(theirs.answer().spent()).isEqualTo("0");
    }

    /** Differencing: the answer without a node, taken from the answer with it, is that node's drawn and moved number, and stays it. */
    @Test
    void droppingANodeLeavesItsDrawnNumberAndNothingMore() throws IOException {
        try (StudyNode third = new StudyNode(folder, "third", wire, clock).houses(4, 350)) {
            here.knows(third);
            there.knows(third);
            third.knows(here, there);
            FreeQuestion question = here.question("buyers", "1");
            wire.cut.add("third.example");
            Answer without = here.ask(0, question);
            assertThat(without.answer().houses()).isEqualTo(8);
            assertThat(without.nodes())
                    .extracting(NodeStudies.NodeOf::withheld)
                    .containsExactlyInAnyOrder(null, NodeStudies.AWAY);
            wire.cut.clear();
            Answer with = here.ask(0, question);
            assertThat(with.answer().houses()).isEqualTo(12);
            assertThat(with.answer().spent()).isEqualTo("0");
            long left = about(with) - about(without);
            String part = third.node
                    .register()
                    .read(handle -> handle.createQuery("select part from study_part")
                            .mapTo(String.class)
                            .one());
            assertThat(part).contains(" " + left + "/4/");
            for (int i = 0; i < 5; i++) {
                wire.cut.add("third.example");
                third.sells(third.houses.get(0), 100, 9_000 + 100 * i);
                assertThat(about(here.ask(i % 4, question)) - about(without)).isEqualTo(left);
                wire.cut.clear();
            }
        }
    }

    @Test
    void aNodeThatIsAwayIsSaidAndItsHousesAreNotCounted() {
        here.houses(3, 300); // seven here
        wire.cut.add("there.example");
        Answer told = here.ask(0, here.question("buyers", "1/2"));
        assertThat(told.answer().houses()).isEqualTo(7);
        assertThat(told.nodes()).singleElement().satisfies(node -> {
            assertThat(node.withheld()).isEqualTo(NodeStudies.AWAY);
            assertThat(node.houses()).isZero();
        });
        assertThat(Math.abs(about(told) - 2_100)).isLessThan(2 * only(told).within());
        assertThat(here.studies.known(StudyNode.LEA, here.houses.get(1), here.question("buyers", "1/2")))
                .hasValueSatisfying(kept -> assertThat(kept.nodes())
                        .extracting(NodeStudies.NodeOf::withheld)
                        .containsExactly(NodeStudies.NOT_GIVEN));
    }

    @Test
    void fewerThanSixHousesInAllAreNotTold() {
        wire.cut.add("there.example");
        Answer told = here.ask(0, here.question("buyers", "1/2"));
        assertThat(told.answer().withheld()).isEqualTo("too-few-houses");
        assertThat(told.answer().lines()).isEmpty();
        wire.cut.clear();
        assertThat(here.ask(0, here.question("buyers", "1/2")).answer().withheld())
                .isNull();
    }

    @Test
    void aNodeOfTwoHousesGivesNothing() {
        there.houses
                .subList(2, 4)
                .forEach(house -> there.node.gate().leave(house.id(), NodeStudyGate.PURPOSE, StudyNode.LEA));
        here.houses(2, 300);
        Answer told = here.ask(0, here.question("buyers", "1/2"));
        assertThat(told.answer().houses()).isEqualTo(6);
        assertThat(told.nodes().get(0).withheld()).isEqualTo(NodeStudyGate.FEW_OF_NODE);
        assertThat(kept(there, "study_part")).isZero();
    }

    @Test
    void aHouseThatDidNotJoinAsksNothingAndIsNotCounted() {
        here.houses(1, 300);
        here.node.gate().leave(here.houses.get(4).id(), NodeStudyGate.PURPOSE, StudyNode.LEA);
        here.node.gate().join(here.houses.get(4).id(), org.foyer.hub.governance.Gate.STUDY, StudyNode.LEA);
        assertThat(here.ask(4, here.question("buyers", "1/2")).answer().withheld())
                .isEqualTo(StudyGate.NOT_TAKING_PART);
        assertThat(wire.calls).isEmpty();
        assertThat(here.ask(0, here.question("buyers", "1/2")).answer().houses())
                .isEqualTo(8);
    }

    /** Nothing is asked, and nothing paid, before all have signed. */
    @Test
    void withoutAnAgreementNothingIsAskedOfTheOtherNode() {
        FreeQuestion question = here.question("buyers", "1/2");
        assertThat(here.studies
                        .ask(StudyNode.LEA, here.houses.get(0), question)
                        .answer()
                        .withheld())
                .isEqualTo(StudyGate.AGREEMENT);
        assertThat(wire.calls).isEmpty();
        assertThat(kept(here, "study_part")).isZero();
        assertThat(here.ask(0, question).answer().houses()).isEqualTo(8);
    }

    /** The budget of the other node is its own: what it gave is spent there, however the asking node counts. */
    @Test
    void aNodeRefusesWhenWhatItGivesToOthersIsSpent() {
        List<String> measures = List.of("buyers", "visits", "tickets", "revenue");
        List<String> why = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Answer told = here.ask(i, here.question(measures.get(i), "1"));
            why.add(told.nodes().get(0).withheld());
        }
        assertThat(why).containsExactly(null, null, null, StudyGate.SPENT);
        assertThat(kept(there, "study_part")).isEqualTo(3);
        // the houses of that node still have what others cannot spend
        assertThat(there.ask(0, there.question("buyers", "1/2")).answer().withheld())
                .isNull();
        clock.set(Instant.parse("2026-04-02T10:00:00Z"));
        assertThat(here.ask(0, here.question("revenue", "1")).nodes().get(0).withheld())
                .isNull();
    }

    /** What is told of a person within the node and over nodes is one budget. */
    @Test
    void questionsWithinTheNodeAndOverNodesSpendTheSameBudget() {
        here.houses(2, 300);
        here.houses.forEach(
                house -> here.node.gate().join(house.id(), org.foyer.hub.governance.Gate.STUDY, StudyNode.LEA));
        here.ask(0, here.question("buyers", "1"));
        String left = here.node.freeQuestions().budget(here.houses.get(0).id()).left();
        assertThat(left).isEqualTo("2");
        assertThat(here.node
                        .freeQuestions()
                        .ask(StudyNode.LEA, here.houses.get(0).id(), here.question("tickets", "1"))
                        .left())
                .isEqualTo("1");
        here.ask(1, here.question("visits", "1"));
        here.ask(1, here.question("tickets", "1"));
        here.ask(2, here.question("revenue", "1"));
        here.ask(2, here.question("revenue", "1/2"));
        assertThat(here.ask(3, here.question("visits", "1")).answer().spent()).isEqualTo("0");
        assertThat(here.ask(3, here.question("buyers", "1", "weekday")).answer().withheld())
                .as("five and a half of six")
                .isEqualTo(StudyGate.SPENT);
    }

    @Test
    void whatWasChangedOnTheWayIsNotBelieved() {
        wire.onTheWay = answer -> answer.replace("\\\"houses\\\":4", "\\\"houses\\\":5");
        assertThat(here.ask(0, here.question("buyers", "1/2")).nodes().get(0).withheld())
                .isEqualTo(NodeStudies.UNBELIEVED);
        List<String> kept = new ArrayList<>();
        wire.onTheWay = answer -> {
            kept.add(answer);
            return answer;
        };
        assertThat(here.ask(0, here.question("buyers", "1/2")).nodes().get(0).withheld())
                .isNull();
        wire.onTheWay = answer -> kept.get(0); // a true answer, but to an earlier question
        assertThat(here.ask(0, here.question("visits", "1/2")).nodes().get(0).withheld())
                .isEqualTo(NodeStudies.UNBELIEVED);
        for (String garbage : List.of("", "null", "{}", "[]", "{\"body\":\"{}\",\"signature\":\"AAAA\"}", "no json")) {
            assertThat(there.studies.answer(here.space.self(), "part", garbage)).isEmpty();
        }
        there.space.participants().revoke(here.space.self(), StudyNode.LEA);
        assertThat(here.ask(0, here.question("tickets", "1/2")).nodes().get(0).withheld())
                .isEqualTo(NodeStudies.UNBELIEVED);
        assertThat(kept(there, "study_part")).isEqualTo(2);
    }

    @Test
    void nodesInAnotherQuarterAreNotAddedUp() throws IOException {
        Clock later = Clock.fixed(Instant.parse("2026-04-02T10:00:00Z"), ZoneOffset.UTC);
        try (StudyNode third = new StudyNode(folder, "third", wire, later).houses(4, 300)) {
            here.knows(third);
            third.knows(here);
            // its clock is a month ahead, so that its token is none here; the gate alone is asked
            var part = third.node
                    .nodeQuestions()
                    .give(
                            here.space.self(),
                            new NodeStudyGate.World(false, "EUR", "https://here.example/made-up", "house-0"),
                            third.question("buyers", "1"),
                            "2026-Q1");
            assertThat(part.withheld()).isEqualTo(NodeStudyGate.OTHER_PERIOD);
            assertThat(part.part()).isNull();
            assertThat(kept(third, "study_part")).isZero();
        }
    }
}
