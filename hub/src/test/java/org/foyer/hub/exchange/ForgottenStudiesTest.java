package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.ForgottenAnswers.Forgotten;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.governance.internal.study.RegisterStudyGate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Eight houses of one node that answer free questions. Answers with one that withdrew are forgotten; what they cost, and what was published, stays. */
class ForgottenStudiesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private static Path folder;

    private static SavedNodes saved;
    private static long agreement;

    private final MovingClock clock = new MovingClock(MARCH);
    private LinkedNode node;
    private House asker;
    private House leaver;

    @BeforeAll
    static void aNodeWithAnAgreement() {
        LinkedNode made = new LinkedNode("home", folder, new MovingClock(MARCH));
        for (String slug : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            House house = made.house(slug, 0.5);
            made.doors.join(house.id(), Gate.STUDY, LEA);
            made.doors.join(house.id(), StudyGate.OBSERVERS, LEA);
        }
        Side side = new Side(made.self(), made.base, made.pooling, made.networks, made.all);
        agreement = SignedOverNodes.network(side, List.of())
                .signed("study", List.of("answers", "answers-to-observers"), LocalDate.of(2027, 6, 30));
        saved = new SavedNodes(folder, List.of("home"));
        saved.save(List.of(made));
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        node = saved.open(folder.resolve(test.getDisplayName().replaceAll("\\W", "")), clock)
                .get(0);
        asker = node.all.get(0);
        leaver = node.all.get(7);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private StudyGate gate() {
        return new RegisterStudyGate(
                node.register, clock, new SecureRandom(), node.houses, node.pooling.agreed(), node.audit);
    }

    private static Asked question(String text) {
        return new Asked(text, new Season(2025), false, 1, 1, 1, new Epsilon(1, 2));
    }

    private static Map<HouseId, long[]> sums(List<House> houses) {
        Map<HouseId, long[]> sums = new HashMap<>();
        houses.forEach(house -> sums.put(house.id(), new long[] {500}));
        return sums;
    }

    private Told told(String text) {
        return gate().told(LEA, asker.id(), question(text), (houses, day) -> sums(houses));
    }

    private Told observed(String text) {
        return gate().observed(LEA, new Observer(7, false, "EUR"), question(text), (houses, day) -> sums(houses));
    }

    private void withdraws() {
        assertThat(node.pooling.agreements().withdraw(leaver, agreement, 1, LEA).faults())
                .isEmpty();
    }

    private String kept(String purpose) {
        return node.register.read(handle -> handle.createQuery("select answer from study_answer where purpose = ?")
                .bind(0, purpose)
                .mapTo(String.class)
                .one());
    }

    @Test
    void anAnswerWithAHouseThatWithdrewIsForgottenAndWhatItCostStaysSpent() {
        Told first = told("buyers");
        assertThat(first.withheld()).isNull();
        assertThat(first.houses()).isEqualTo(8);
        withdraws();
        assertThat(kept(Gate.STUDY)).isEmpty();
        Told second = told("buyers");
        assertThat(second.withheld()).isEqualTo(StudyGate.WITHDRAWN);
        assertThat(second.cells()).isEmpty();
        assertThat(second.left()).isEqualTo(first.left());
        assertThat(gate().known(LEA, asker.id(), question("buyers"))).isEmpty();
        Told other = told("tickets");
        assertThat(other.withheld()).isNull();
        assertThat(other.houses()).isEqualTo(7);
        assertThat(other.left()).isLessThan(first.left());
    }

    @Test
    void whatWasCountedWithoutItStays() {
        withdraws();
        clock.set(MARCH.plusSeconds(60));
        assertThat(told("buyers").houses()).isEqualTo(7);
        String without = kept(Gate.STUDY);
        String slug = node.pooling.networks().of(leaver.id()).get(0).slug();
        node.pooling.networks().leave(leaver, slug, LEA);
        assertThat(kept(Gate.STUDY)).isEqualTo(without).isNotEmpty();
    }

    @Test
    void answersToFundersAreForgottenToo() {
        assertThat(observed("buyers").houses()).isEqualTo(8);
        withdraws();
        assertThat(kept(StudyGate.OBSERVERS)).isEmpty();
        assertThat(observed("buyers").withheld()).isEqualTo(StudyGate.WITHDRAWN);
        assertThat(observed("tickets").houses()).isEqualTo(7);
    }

    @Test
    void whatWasForgottenIsCountedAndToldToTheHouse() {
        told("buyers");
        observed("buyers");
        withdraws();
        assertThat(node.audit.lines(leaver.id(), 0, 500))
                .filteredOn(line -> line.action().equals("answers-forgotten"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail())
                        .isEqualTo("answers, 2, agreement " + agreement + ", version 1, h withdrew"));
        assertThat(node.pooling.forgotten().of(leaver.id()))
                .containsExactly(new Forgotten(MARCH, true, "h", "", "answers", 2));
        assertThat(node.pooling.forgotten().of(asker.id())).isEmpty();
    }

    @Test
    void tablesOfTheObservatoryStay() {
        node.register.write(handle -> handle.execute("""
                insert into observatory_table (universe, season, id, version, houses, content, published_at, agreement)
                values ('real', 2024, 'tickets', 1, ?, '{"kept": true}', ?, ?)
                """, leaver.id().value() + "", MARCH.toEpochMilli(), "agreement"));
        told("buyers");
        withdraws();
        assertThat(kept(Gate.STUDY)).isEmpty();
        assertThat(node.register.<String>read(handle -> handle.createQuery("select content from observatory_table")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("{\"kept\": true}");
    }
}
