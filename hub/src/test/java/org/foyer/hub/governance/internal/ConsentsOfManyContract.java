package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Stand;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists of people say of being contacted. Now is 2 March 2026, 10:00 UTC. */
abstract class ConsentsOfManyContract {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);
    static final long ADA = 4_711_000_000_000_000_001L;
    static final long BO = -12;
    static final String WORDING = "Je veux bien recevoir la lettre du théâtre.";

    @TempDir
    Path kept;

    final MovingClock clock = new MovingClock();
    Register register;
    RegisterPurposes purposes;
    RegisterAudit audit;
    Consents consents;
    House one;
    House two;

    abstract Register register();

    @BeforeEach
    void twoHouses() {
        register = register();
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        audit = new RegisterAudit(register, clock, new AuditEnd(kept.resolve("audit.end")));
        purposes = new RegisterPurposes(register, clock, audit);
        consents = new RegisterConsents(register, clock, purposes, audit);
        one = houses.add(Sample.house("one"));
        two = houses.add(Sample.house("two"));
    }

    static Wish wish(Said said, String way, String... channels) {
        return new Wish(said, List.of("programme"), List.of(channels), way, WORDING, "fr", null);
    }

    static Wish until(LocalDate day) {
        return new Wish(Said.GIVEN, List.of("programme"), List.of("email"), "paper", WORDING, "fr", day);
    }

    void say(long person, Wish wish) {
        assertThat(consents.say(one, person, wish, LEA, () -> true)).isEmpty();
    }

    Stand stand(long person, String channel) {
        return consents.of(one, person).stands().stream()
                .filter(stand ->
                        stand.purpose().equals("programme") && stand.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    List<Long> mayMail(Long... persons) {
        return consents.mayBeContacted(one, List.of(persons), "programme", "email", clock.instant());
    }

    static Wish fromFile(Said said) {
        return wish(said, "file", "email");
    }

    Consents.OfMany sayAll(Wish wish, Long... persons) {
        return consents.sayAll(one, () -> List.of(persons), wish, LEA);
    }

    @Test
    void aListAgreesForThoseWhoSaidNothingAndOnlyForThem() {
        say(1, wish(Said.WITHDRAWN, "paper", "email"));
        say(2, wish(Said.OBJECTED, "telephone", "email"));
        say(3, wish(Said.GIVEN, "box-office", "email"));
        assertThat(sayAll(fromFile(Said.GIVEN), 1L, 2L, 3L, 4L, 5L))
                .isEqualTo(new Consents.OfMany(List.of(), 2, 0, 3, 0));
        assertThat(mayMail(1L, 2L, 3L, 4L, 5L, 6L)).containsExactly(3L, 4L, 5L);
        assertThat(sayAll(fromFile(Said.GIVEN), 4L, 5L, 6L))
                .as("the same list with one more")
                .isEqualTo(new Consents.OfMany(List.of(), 1, 2, 0, 0));
        assertThat(consents.of(one, 4).events()).hasSize(1);
        assertThat(consents.of(two, 4).events()).isEmpty();
    }

    @Test
    void aListOfObjectionsEndsEveryConsentAtOnce() {
        say(1, wish(Said.GIVEN, "paper", "email"));
        sayAll(fromFile(Said.GIVEN), 2L);
        assertThat(sayAll(fromFile(Said.OBJECTED), 1L, 2L, 3L)).isEqualTo(new Consents.OfMany(List.of(), 3, 0, 0, 0));
        assertThat(mayMail(1L, 2L, 3L)).isEmpty();
        assertThat(sayAll(fromFile(Said.OBJECTED), 1L, 3L)).isEqualTo(new Consents.OfMany(List.of(), 0, 2, 0, 0));
        assertThat(sayAll(fromFile(Said.WITHDRAWN), 1L).written())
                .as("the stronger of the two stands")
                .isZero();
    }

    @Test
    void aListLeavesOneLineWithoutKeysAndAWrongOneChangesNothing() {
        int before = audit.lines(one.id(), 0, 100).size();
        sayAll(fromFile(Said.GIVEN), 1L, 2L);
        List<Line> lines = audit.lines(one.id(), 0, 100);
        assertThat(lines).hasSize(before + 1);
        assertThat(lines.get(0).detail()).isEqualTo("programme by email, said file, 2 people");
        Wish wrong = new Wish(Said.GIVEN, List.of("magic"), List.of("email"), "file", null, "fr", null);
        Consents.OfMany refused = consents.sayAll(
                one,
                () -> {
                    throw new AssertionError("nobody is looked for");
                },
                wrong,
                LEA);
        assertThat(refused.faults())
                .extracting(Fault::code)
                .containsExactly("consent-choice", "consent-wording-missing");
        sayAll(fromFile(Said.GIVEN), 1L, 2L);
        assertThat(audit.lines(one.id(), 0, 100)).as("nothing new").hasSize(before + 1);
    }

    @Test
    void aListSaysForEachWhatSayingItOneByOneWouldSay() {
        Random dice = new Random(11);
        for (int round = 0; round < 60; round++) {
            Said said = Said.values()[dice.nextInt(3)];
            String way = dice.nextBoolean() ? "file" : "paper";
            long person = dice.nextInt(6);
            Wish wish = wish(said, way, dice.nextBoolean() ? "email" : "post");
            sayAll(wish, person);
            consents.say(two, person, wish, LEA, () -> true);
            assertThat(standings(one, person)).as("round %d", round).isEqualTo(standings(two, person));
        }
    }

    List<Standing> standings(House house, long person) {
        return consents.of(house, person).stands().stream().map(Stand::standing).toList();
    }

    @Test
    void manyThousandsAreWrittenTogether() {
        Long[] many = java.util.stream.LongStream.range(0, 20_000).boxed().toArray(Long[]::new);
        assertThat(sayAll(fromFile(Said.GIVEN), many).written()).isEqualTo(20_000);
        assertThat(mayMail(many)).hasSize(20_000);
    }
}
