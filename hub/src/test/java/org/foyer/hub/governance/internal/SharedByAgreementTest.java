package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.study.RegisterStudyGate;
import org.foyer.hub.governance.internal.table.RegisterObservatory;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight houses of a node that joined every purpose. Whatever is shared leaves by an agreement or not at all. Now is 2 March 2026. */
class SharedByAgreementTest {

    private static final int HOUSES = 8;
    private static final Season SEASON = new Season(2024);
    private static final StudyGate.Observer REGION = new StudyGate.Observer(77, false, "EUR");

    @TempDir
    Path folder;

    private PooledHouses pooled;
    private OverlapGate overlap;
    private StudyGate study;
    private ObservatoryGate observatory;

    /** Houses of which exact numbers were read. */
    private final List<HouseId> read = new ArrayList<>();

    @BeforeEach
    void eightHousesThatJoinedEverything() {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        pooled = new PooledHouses(register, folder, HOUSES);
        Gate gate = new DisclosureGate(register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
        for (String purpose : List.of(Gate.OVERLAP, Gate.STUDY, StudyGate.OBSERVERS, ObservatoryGate.PURPOSE)) {
            pooled.all.forEach(house -> gate.join(house.id(), purpose, LEA));
        }
        RegisterAgreedUses agreed = new RegisterAgreedUses(register, pooled.clock);
        overlap = new OverlapGate(register, pooled.clock, pooled.houses, gate, agreed, pooled.audit);
        study = new RegisterStudyGate(register, pooled.clock, new SecureRandom(), pooled.houses, agreed, pooled.audit);
        observatory = new RegisterObservatory(register, pooled.clock, pooled.houses, agreed, pooled.audit);
    }

    private Agreements.Done drawn(String template, List<String> data, int houses, List<String> recipients) {
        return pooled.agreements.draw(
                pooled.house(0),
                new Agreements.Wish(
                        template,
                        "Saison 2026",
                        null,
                        pooled.all.subList(1, houses).stream().map(House::slug).toList(),
                        recipients,
                        data,
                        null,
                        LocalDate.of(2026, 6, 30),
                        null,
                        null,
                        null),
                List.of(),
                "https://foyer.example",
                LEA);
    }

    /** Signed by the first so many houses. */
    private long signed(String template, List<String> data, int houses) {
        Agreements.Done drawn = drawn(template, data, houses, List.of());
        assertThat(drawn.faults()).isEmpty();
        long agreement = drawn.agreement();
        for (int house = 0; house < houses; house++) {
            pooled.sign(agreement, house);
        }
        return agreement;
    }

    private OverlapGate.Told shared(int house) {
        return overlap.told(LEA, pooled.house(house), (asked, season, asOf) -> {
            asked.forEach(one -> read.add(one.id()));
            Map<HouseId, Long> people = asked.stream().collect(Collectors.toMap(House::id, one -> 2_000L));
            Map<HouseId, Long> elsewhere = asked.stream().collect(Collectors.toMap(House::id, one -> 500L));
            List<OverlapGate.Pair> pairs = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                for (int j = i + 1; j < asked.size(); j++) {
                    pairs.add(
                            new OverlapGate.Pair(asked.get(i).id(), asked.get(j).id(), 300));
                }
            }
            return new OverlapGate.Counted(
                    people,
                    elsewhere,
                    pairs,
                    9_000,
                    asked.stream()
                            .map(one -> new OverlapGate.Firsts(one.id(), 800, 500, 30, 3))
                            .toList(),
                    List.of(),
                    List.of());
        });
    }

    private static StudyGate.Asked question(String text) {
        return new StudyGate.Asked(text, new Season(2025), false, 1, 1, 1, new Epsilon(1, 2));
    }

    private Map<HouseId, long[]> sums(List<House> asked) {
        Map<HouseId, long[]> sums = new HashMap<>();
        asked.forEach(house -> {
            read.add(house.id());
            sums.put(house.id(), new long[] {900});
        });
        return sums;
    }

    private StudyGate.Told ask(int house, String text) {
        return study.told(LEA, pooled.house(house).id(), question(text), (asked, asOf) -> sums(asked));
    }

    private StudyGate.Told observe(String text) {
        return study.observed(LEA, REGION, question(text), (asked, asOf) -> sums(asked));
    }

    private List<Published> tables() {
        List<Wanted> wanted = List.of(new Wanted(
                "by-month",
                1,
                "tickets",
                new Axis("genre", List.of("theatre", "music")),
                new Axis("month", List.of("10", "11"))));
        return observatory.season(LEA, false, SEASON, wanted, asked -> {
            Map<HouseId, Map<String, Given>> given = new HashMap<>();
            asked.forEach(house -> {
                read.add(house.id());
                long[][] values = {{300, 310}, {290, 305}};
                given.put(house.id(), Map.of("by-month", new Given(values, values)));
            });
            return given;
        });
    }

    private List<HouseId> ids(int from, int to) {
        return pooled.all.subList(from, to).stream().map(House::id).toList();
    }

    private List<String> ledger(int house) {
        return pooled.audit.left(pooled.house(house).id(), 20).stream()
                .map(Line::detail)
                .toList();
    }

    @Test
    void withoutAnAgreementNothingIsReadAndNothingLeaves() {
        assertThat(shared(0).withheld()).isEqualTo("overlap-agreement");
        assertThat(ask(0, "q").withheld()).isEqualTo("study-agreement");
        assertThat(study.budget(pooled.house(0).id()).withheld()).isEqualTo("study-agreement");
        assertThat(observe("q").withheld()).isEqualTo(CellRules.TOO_FEW);
        assertThat(tables()).isEmpty();
        assertThat(observatory.refusal(pooled.house(0).id())).isEqualTo("observatory-agreement");
        assertThat(read).isEmpty();
        pooled.all.forEach(
                house -> assertThat(pooled.audit.left(house.id(), 20)).isEmpty());
    }

    @Test
    void anAgreementOfAnotherPurposeOrDataPermitsNothing() {
        signed("study", List.of("groups"), HOUSES);
        assertThat(ask(0, "q").withheld()).isEqualTo("study-agreement");
        signed("study", List.of("answers"), HOUSES);
        assertThat(ask(0, "q").withheld()).isNull();
        assertThat(observe("q").withheld()).isEqualTo(CellRules.TOO_FEW);
        assertThat(shared(0).withheld()).isEqualTo("overlap-agreement");
        assertThat(tables()).isEmpty();
        assertThat(read).hasSize(HOUSES);
    }

    @Test
    void untilTheLastSignatureNothingLeaves() {
        long agreement = drawn("overlap", List.of("overlap"), 3, List.of()).agreement();
        pooled.sign(agreement, 0);
        pooled.sign(agreement, 1);
        assertThat(shared(0).withheld()).isEqualTo("overlap-agreement");
        assertThat(read).isEmpty();
        pooled.sign(agreement, 2);
        assertThat(shared(0).withheld()).isNull();
    }

    @Test
    void buyersAreCountedAmongThoseOfOneAgreementAndTheLedgerNamesIt() {
        long agreement = signed("overlap", List.of("overlap", "newcomers"), 3);
        OverlapGate.Told told = shared(1);
        assertThat(told.houses()).containsExactly("house-1", "house-0", "house-2");
        assertThat(told.newcomers()).isNotNull();
        assertThat(told.crossings()).isEmpty();
        assertThat(read).containsExactlyElementsOf(ids(0, 3));
        assertThat(ledger(0)).containsExactly("2026-Q1, 3 houses, moved, agreement " + agreement + ", version 1");
        assertThat(pooled.version(agreement).uses()).isEqualTo(3);
        assertThat(shared(5).withheld()).isEqualTo("overlap-agreement");
    }

    @Test
    void newcomersAreToldOnlyWhereTheAgreementNamesThem() {
        signed("overlap", List.of("overlap"), 3);
        assertThat(shared(1).withheld()).isNull();
        assertThat(shared(1).newcomers()).isNull();
    }

    @Test
    void whoOnlyGivesSeesNothing() {
        Agreements.Done drawn = drawn("overlap", List.of("overlap"), 3, List.of("house-0", "house-1"));
        for (int house = 0; house < 3; house++) {
            pooled.sign(drawn.agreement(), house);
        }
        assertThat(shared(2).withheld()).isEqualTo("overlap-agreement");
        assertThat(shared(0).houses()).containsExactly("house-0", "house-1", "house-2");
    }

    @Test
    void afterAWithdrawalOrTheLastDayNoBuyersAreCounted() {
        long agreement = signed("overlap", List.of("overlap"), 4);
        pooled.agreements.withdraw(pooled.house(3), agreement, 1, LEA);
        assertThat(shared(3).withheld()).isEqualTo("overlap-agreement");
        assertThat(shared(0).houses()).containsExactly("house-0", "house-1", "house-2");
        assertThat(read).doesNotContain(pooled.house(3).id());
        pooled.clock.advance(Duration.ofDays(121));
        assertThat(shared(0).withheld()).isEqualTo("overlap-agreement");
    }

    @Test
    void aChangedPolicyPermitsNothing() {
        signed("overlap", List.of("overlap"), 3);
        pooled.register.write(handle ->
                handle.execute("update agreement_version set policy = replace(policy, '2026-06-30', '2099-06-30')"));
        assertThat(shared(0).withheld()).isEqualTo("overlap-agreement");
        assertThat(read).isEmpty();
    }

    @Test
    void questionsAreAnsweredOverThoseOfOneAgreementAndTheLedgerNamesIt() {
        long agreement = signed("study", List.of("answers", "answers-to-observers"), 7);
        StudyGate.Told told = ask(0, "q");
        assertThat(told.withheld()).isNull();
        assertThat(told.houses()).isEqualTo(7);
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids(0, 7));
        assertThat(ledger(6))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("q real ").endsWith("agreement " + agreement + ", version 1"));
        assertThat(ledger(7)).isEmpty();
        assertThat(ask(7, "q").withheld()).isEqualTo("study-agreement");
        assertThat(pooled.version(agreement).uses()).isEqualTo(7);
    }

    @Test
    void whoWithdrewIsInNoNewAnswerAndAsksNothing() {
        long agreement = signed("study", List.of("answers"), HOUSES);
        pooled.agreements.withdraw(pooled.house(7), agreement, 1, LEA);
        assertThat(ask(7, "q").withheld()).isEqualTo("study-agreement");
        assertThat(ask(0, "q").houses()).isEqualTo(7);
        assertThat(read).doesNotContain(pooled.house(7).id());
        pooled.clock.advance(Duration.ofDays(121));
        assertThat(ask(0, "other").withheld()).isEqualTo("study-agreement");
    }

    @Test
    void whoWithdrawsWhileItIsCountedIsNotInTheAnswer() {
        long agreement = signed("study", List.of("answers"), HOUSES);
        StudyGate.Told told = study.told(LEA, pooled.house(0).id(), question("q"), (asked, asOf) -> {
            pooled.agreements.withdraw(pooled.house(7), agreement, 1, LEA);
            return sums(asked);
        });
        assertThat(told.houses()).isEqualTo(7);
        assertThat(ledger(7)).isEmpty();
        assertThat(ledger(6)).hasSize(1);
    }

    /** Differencing: what was answered by one agreement is not told by another, and the budget is one for both. */
    @Test
    void anAnswerIsKeptForItsAgreementAlone() {
        signed("study", List.of("answers"), HOUSES);
        StudyGate.Told first = ask(0, "q");
        assertThat(ask(1, "q").cells()).isEqualTo(first.cells());
        long fresh = signed("study", List.of("answers"), 7);
        pooled.all.forEach(house -> pooled.agreements.withdraw(house, 1, 1, LEA));
        StudyGate.Told second = ask(0, "q");
        assertThat(second.houses()).isEqualTo(7);
        assertThat(second.spent()).isEqualTo(new Epsilon(1, 2));
        assertThat(second.left()).isEqualTo(new Epsilon(2, 1));
        assertThat(ledger(0).get(0)).endsWith("agreement " + fresh + ", version 1");
    }

    @Test
    void fundersAreAnsweredOverWhomAnAgreementLets() {
        signed("study", List.of("answers-to-observers"), 7);
        StudyGate.Told told = observe("q");
        assertThat(told.houses()).isEqualTo(7);
        assertThat(read).doesNotContain(pooled.house(7).id());
        assertThat(ledger(6))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("q real ").endsWith("agreement 1, version 1"));
        assertThat(ledger(7)).isEmpty();
        assertThat(ask(0, "q").withheld()).isEqualTo("study-agreement");
        pooled.agreements.withdraw(pooled.house(6), 1, 1, LEA);
        pooled.agreements.withdraw(pooled.house(5), 1, 1, LEA);
        assertThat(observe("other").withheld()).isEqualTo(CellRules.TOO_FEW);
    }

    @Test
    void tablesAreMadeOfThoseOfOneAgreementAndSeenByThem() {
        long agreement = signed("observatory", List.of("tables"), 7);
        assertThat(tables())
                .singleElement()
                .satisfies(table -> assertThat(table.houses()).isEqualTo(7));
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids(0, 7));
        assertThat(ledger(0)).containsExactly("tables of 2024-25, houses 7, agreement " + agreement + ", version 1");
        assertThat(observatory.isOpenTo(pooled.house(6).id(), false, SEASON)).isTrue();
        assertThat(observatory.isOpenTo(pooled.house(7).id(), false, SEASON)).isFalse();
        pooled.agreements.withdraw(pooled.house(6), agreement, 1, LEA);
        assertThat(observatory.isOpenTo(pooled.house(6).id(), false, SEASON)).isFalse();
    }

    @Test
    void tablesAreNotMadeOfWhoWithdrew() {
        long agreement = signed("observatory", List.of("tables"), 6);
        pooled.agreements.withdraw(pooled.house(5), agreement, 1, LEA);
        assertThat(tables())
                .singleElement()
                .satisfies(table -> assertThat(table.houses()).isEqualTo(5));
        assertThat(read).doesNotContain(pooled.house(5).id());
    }

    @Test
    void anotherAgreementOfTheObservatorySeesNoTableOfTheFirst() {
        signed("observatory", List.of("tables"), 6);
        assertThat(tables()).hasSize(1);
        Agreements.Wish wish = new Agreements.Wish(
                "observatory",
                "À deux",
                null,
                List.of("house-7"),
                List.of(),
                List.of("tables"),
                null,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null);
        long second = pooled.agreements
                .draw(pooled.house(6), wish, List.of(), "https://foyer.example", LEA)
                .agreement();
        for (int house = 6; house < HOUSES; house++) {
            String hash = pooled.agreements
                    .agreement(pooled.house(6).id(), second)
                    .orElseThrow()
                    .versions()
                    .get(0)
                    .hash();
            pooled.agreements.sign(pooled.house(house), second, 1, hash, LEA);
        }
        assertThat(observatory.refusal(pooled.house(7).id())).isNull();
        assertThat(observatory.isOpenTo(pooled.house(7).id(), false, SEASON)).isFalse();
    }
}
