package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Options;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate must do on every register. */
abstract class GateContract {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Question OCCUPANCY = new Question("occupancy", 1, "ratio");
    private static final Season SEASON = new Season(2025);
    private static final List<Double> VALUES = List.of(0.40, 0.50, 0.60, 0.70, 0.80, 0.90, 0.65);

    @TempDir
    Path kept;

    private final MovingClock clock = new MovingClock();
    private final Map<HouseId, Double> values = new HashMap<>();
    private final List<HouseId> ids = new ArrayList<>();
    private final List<List<HouseId>> brought = new ArrayList<>();
    private RegisterAudit audit;
    private Register register;
    private Gate gate;

    abstract Register register();

    @BeforeEach
    void sevenHousesOfWhichSixTakePart() {
        register = register();
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        audit = new RegisterAudit(register, clock, new AuditEnd(kept.resolve("audit.end")));
        gate = new DisclosureGate(register, clock, new SecureRandom(), houses, audit);
        for (double value : VALUES) {
            HouseId id = houses.add(Sample.house("house-" + ids.size(), Discipline.DANCE, 400, null))
                    .id();
            ids.add(id);
            values.put(id, value);
        }
        ids.subList(0, 6).forEach(id -> gate.join(id, Gate.COMPARISON, LEA));
    }

    private SafeFigure ask(HouseId asker, Partition partition) {
        return gate.compare(LEA, asker, SEASON, partition, List.of(OCCUPANCY), asked -> {
                    brought.add(asked);
                    return asked.stream()
                            .map(id -> new Contribution(id, "occupancy", values.get(id), 100))
                            .toList();
                })
                .get(0);
    }

    @Test
    void sixHousesGetOneAnswerNearTheTruth() {
        SafeFigure answer = ask(ids.get(0), Partition.ALL);
        assertThat(answer.peers()).isEqualTo(5);
        assertThat(answer.withheld()).isNull();
        assertThat(answer.median()).isBetween(0.65 * 0.9 - 0.01, 0.65 * 1.1 + 0.01);
        assertThat(answer.lowerQuartile()).isBetween(0.525 * 0.9 - 0.01, 0.525 * 1.1 + 0.01);
        assertThat(answer.upperQuartile()).isBetween(0.775 * 0.9 - 0.01, 0.775 * 1.1 + 0.01);
        for (HouseId other : ids.subList(0, 6)) {
            assertThat(ask(other, Partition.ALL)).isEqualTo(answer);
            assertThat(ask(other, Partition.SIZE)).isEqualTo(answer);
        }
        assertThat(brought).hasSize(1);
    }

    @Test
    void aNetworkMayAskForMoreHousesThanFoyerDoesAndNeverForFewer() {
        askFor("3");
        assertThat(ask(ids.get(0), Partition.ALL).withheld()).isNull();
        clock.advance(Duration.ofDays(31));
        askFor("7");
        assertThat(ask(ids.get(0), Partition.ALL).withheld()).isEqualTo(CellRules.TOO_FEW);
        gate.join(ids.get(6), Gate.COMPARISON, LEA);
        assertThat(ask(ids.get(0), Partition.ALL).withheld()).isNull();
    }

    /** As a vote of a network of house 0 alone would leave it. */
    private void askFor(String houses) {
        register.write(handle -> {
            handle.execute("delete from network_decision");
            handle.execute("delete from network_member");
            handle.execute("delete from proposal");
            handle.execute("delete from network");
            handle.execute("insert into network (id, slug, name, aim, form, simulated, founded_by, founded_at)"
                    + " values (1, 'n', 'N', 'A', 'co-operative', 0, 'lea', 0)");
            handle.execute(
                    "insert into network_member (network, house, since) values (1, ?, 0)",
                    ids.get(0).value());
            handle.execute(
                    "insert into proposal (id, network, kind, title, reason, matter, rule, house, actor, opened_at, closes_at)"
                            + " values (1, 1, 'threshold', 'T', 'R', '{}', '{}', 1, 'lea', 0, 0)");
            return handle.execute(
                    "insert into network_decision (network, kind, subject, version, value, proposal, since)"
                            + " values (1, 'threshold', 'houses', 1, ?, 1, 0)",
                    houses);
        });
    }

    @Test
    void whoDoesNotTakePartGetsNothingAndGivesNothing() {
        assertThat(ask(ids.get(6), Partition.ALL).withheld()).isEqualTo(DisclosureGate.NOT_TAKING_PART);
        assertThat(brought).isEmpty();
        ask(ids.get(0), Partition.ALL);
        assertThat(brought).containsExactly(ids.subList(0, 6));
    }

    @Test
    void aContributionNobodyAskedForIsLeftOut() {
        SafeFigure answer = gate.compare(
                        LEA,
                        ids.get(0),
                        SEASON,
                        Partition.ALL,
                        List.of(OCCUPANCY),
                        asked -> ids.stream()
                                .map(id -> new Contribution(id, "occupancy", values.get(id), 100))
                                .toList())
                .get(0);
        assertThat(answer.peers()).isEqualTo(5);
    }

    @Test
    void fiveHousesAreTooFewUntilTheSixthJoins() {
        gate.leave(ids.get(5), Gate.COMPARISON, LEA);
        assertThat(gate.takesPart(ids.get(5), Gate.COMPARISON)).isFalse();
        assertThat(ask(ids.get(0), Partition.ALL).withheld()).isEqualTo(CellRules.TOO_FEW);
        gate.join(ids.get(6), Gate.COMPARISON, LEA);
        assertThat(ask(ids.get(0), Partition.ALL).withheld()).isNull();
    }

    @Test
    void whatIsPublishedStaysForTheMonthWhoeverJoinsLeavesOrCorrects() {
        SafeFigure before = ask(ids.get(0), Partition.ALL);
        gate.join(ids.get(6), Gate.COMPARISON, LEA);
        gate.leave(ids.get(5), Gate.COMPARISON, LEA);
        values.put(ids.get(1), 0.05);
        assertThat(ask(ids.get(0), Partition.ALL)).isEqualTo(before);
        assertThat(ask(ids.get(6), Partition.ALL).median()).isEqualTo(before.median());
        assertThat(ask(ids.get(5), Partition.ALL).withheld()).isEqualTo(DisclosureGate.NOT_TAKING_PART);
        clock.advance(Duration.ofDays(31));
        values.replaceAll((house, value) -> value / 2);
        assertThat(ask(ids.get(0), Partition.ALL).median()).isLessThan(before.median());
        assertThat(brought).hasSize(2);
    }

    @Test
    void aHouseComesAndGoesAsOftenAsItLikes() {
        HouseId house = ids.get(6);
        for (int i = 0; i < 3; i++) {
            gate.join(house, Gate.COMPARISON, LEA);
            gate.join(house, Gate.COMPARISON, LEA);
            assertThat(gate.takesPart(house, Gate.COMPARISON)).isTrue();
            gate.leave(house, Gate.COMPARISON, LEA);
            assertThat(gate.takesPart(house, Gate.COMPARISON)).isFalse();
        }
        assertThat(gate.takesPart(ids.get(0), "something-else")).isFalse();
    }

    @Test
    void everyQuestionLeavesItsAuditLineAnsweredOrNot() {
        ask(ids.get(0), Partition.DISCIPLINE);
        ask(ids.get(1), Partition.REGION);
        ask(ids.get(6), Partition.ALL);
        assertThat(audit.lines(null, 0, 3))
                .extracting(Line::detail)
                .containsExactly(
                        "occupancy v1 2025-26 real ALL: withheld, not-taking-part",
                        "occupancy v1 2025-26 real REGION: withheld, trait-unknown",
                        "occupancy v1 2025-26 real discipline:dance: given, peers 5");
        assertThat(audit.lines(ids.get(0), 0, 1)).extracting(Line::purpose).containsExactly(Gate.COMPARISON);
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void housesThatWereCountedAreToldOnceForAnAnswerAndNotWhoLooked() {
        ask(ids.get(0), Partition.ALL);
        ask(ids.get(1), Partition.ALL);
        ask(ids.get(2), Partition.SIZE);
        for (HouseId counted : ids.subList(0, 6)) {
            assertThat(audit.left(counted, 10)).singleElement().satisfies(line -> {
                assertThat(line.action()).isEqualTo("figures-counted");
                assertThat(line.actor()).isEqualTo("houses of this node");
                assertThat(line.detail()).startsWith("2025-26, 1 figures, moved, for 20");
            });
        }
        assertThat(audit.left(ids.get(6), 10)).isEmpty();
        clock.advance(Duration.ofDays(31));
        ask(ids.get(0), Partition.ALL);
        assertThat(audit.left(ids.get(5), 10)).hasSize(2);
    }

    /** Alone or not: 10, 20 … 60 of a hundred; in exact figures the quartiles are 22.5, 35 and 47.5. */
    private List<SafeFigure> company(HouseId asker) {
        List<String> whole = List.of("survey.company.alone", "survey.company.not");
        List<Question> questions = whole.stream()
                .map(part -> new Question(part, 1, Gate.SHARE, new Options("survey.company", whole)))
                .toList();
        return gate.compare(LEA, asker, SEASON, Partition.ALL, questions, asked -> {
            List<Contribution> given = new ArrayList<>();
            for (HouseId id : asked) {
                double alone = 0.1 * (ids.indexOf(id) + 1);
                given.add(new Contribution(id, whole.get(0), alone, 200));
                given.add(new Contribution(id, whole.get(1), 1 - alone, 200));
            }
            return given;
        });
    }

    @Test
    void sharesOfAQuestionAreGivenInPointsNearTheTruth() {
        List<SafeFigure> answers = company(ids.get(0));
        double reach = 2 * Blur.SHARE_REACH + 0.005;
        SafeFigure alone = answers.get(0);
        assertThat(alone.peers()).isEqualTo(5);
        assertThat(alone.lowerQuartile()).isCloseTo(0.225, within(reach)).isEqualTo(hundredth(alone.lowerQuartile()));
        assertThat(alone.median()).isCloseTo(0.35, within(reach));
        assertThat(alone.upperQuartile()).isCloseTo(0.475, within(reach));
        // what is moved together adds up to one again, and so do its quartiles from both ends, but for rounding
        SafeFigure not = answers.get(1);
        assertThat(alone.median() + not.median()).isCloseTo(1, within(0.011));
        assertThat(alone.lowerQuartile() + not.upperQuartile()).isCloseTo(1, within(0.011));
        assertThat(company(ids.get(1))).isEqualTo(answers);
    }

    private static double hundredth(double share) {
        return Math.round(share * 100) / 100.0;
    }

    @Test
    void theAnswersToOneQuestionLeaveOneAuditLineTogether() {
        company(ids.get(0));
        company(ids.get(6));
        assertThat(audit.lines(null, 0, 2))
                .extracting(Line::detail)
                .containsExactly(
                        "survey.company v1 2025-26 real ALL: withheld, not-taking-part",
                        "survey.company v1 2025-26 real all:: given, peers 5");
        assertThat(audit.lines(null, 2, 6)).extracting(Line::action).containsOnly("figures-counted");
        assertThat(audit.lines(null, 8, 1)).extracting(Line::action).containsExactly("join");
    }

    /** Twenty questions of two answers, to which the people of all houses give the first one as often. */
    private List<SafeFigure> alike(String trait, double share, boolean sensitive) {
        List<Question> questions = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            String of = trait + number;
            List<String> whole = List.of(of + ".yes", of + ".no");
            whole.forEach(part -> questions.add(new Question(part, 1, Gate.SHARE, new Options(of, whole, sensitive))));
        }
        return gate.compare(LEA, ids.get(0), SEASON, Partition.ALL, questions, asked -> {
            List<Contribution> given = new ArrayList<>();
            asked.forEach(id -> questions.forEach(one -> given.add(
                    new Contribution(id, one.indicator(), one.indicator().endsWith("yes") ? share : 1 - share, 200))));
            return given;
        });
    }

    private static boolean isEdge(SafeFigure figure) {
        return figure.withheld() == null && (figure.lowerQuartile() <= 0 || figure.upperQuartile() >= 1);
    }

    @Test
    void ofASensitiveTraitNeitherNobodyNorEverybodyIsTold() {
        for (double share : new double[] {0, 1}) {
            assertThat(alike("plain" + share, share, false))
                    .as("a trait that is not sensitive")
                    .allMatch(one -> one.withheld() == null)
                    .anyMatch(GateContract::isEdge);
            assertThat(alike("trait" + share, share, true))
                    .noneMatch(GateContract::isEdge)
                    .allMatch(one -> one.withheld() == null || one.withheld().equals(CellRules.EDGE))
                    .filteredOn(one -> one.withheld() != null)
                    .hasSizeGreaterThan(20)
                    .allMatch(one -> one.median() == null && one.peers() == 0);
        }
        assertThat(alike("half", 0.5, true)).allMatch(one -> one.withheld() == null);
    }
}
