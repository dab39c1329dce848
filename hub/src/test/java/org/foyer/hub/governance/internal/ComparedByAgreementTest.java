package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven houses of a network that adopted comparing, and six of none, at one gate. Now is 2 March 2026. */
class ComparedByAgreementTest {

    private static final Question OCCUPANCY = new Question("occupancy", 1, "ratio");
    private static final Question REVENUE = new Question("revenue", 1, "money");
    private static final Season SEASON = new Season(2025);
    private static final int TOGETHER = 7;
    private static final List<Data> INDICATORS = List.of(
            new Data("occupancy", new Text("taux de remplissage", "occupancy")),
            new Data("revenue", new Text("recette", "revenue")));

    @TempDir
    Path folder;

    private PooledHouses pooled;
    private Gate gate;
    private String slug;
    private final List<List<HouseId>> asked = new ArrayList<>();

    @BeforeEach
    void thirteenHousesThatAllJoined() {
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        pooled = new PooledHouses(register, folder, TOGETHER + 6);
        gate = new DisclosureGate(register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
        pooled.all.forEach(house -> gate.join(house.id(), Gate.COMPARISON, LEA));
        slug = pooled.cooperative(TOGETHER);
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer")));
    }

    private SafeFigure ask(int house, Question question) {
        return gate.compare(LEA, pooled.house(house).id(), SEASON, Partition.ALL, List.of(question), of -> {
                    asked.add(of);
                    return of.stream()
                            .map(id -> new Contribution(id, question.indicator(), 0.3 + 0.02 * id.value(), 100))
                            .toList();
                })
                .get(0);
    }

    private long drawn() {
        Agreements.Wish wish = new Agreements.Wish(
                "comparison",
                "Saison 2026",
                slug,
                pooled.all.subList(1, TOGETHER).stream()
                        .map(house -> house.slug())
                        .toList(),
                List.of(),
                List.of("occupancy"),
                null,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null);
        Long agreement = pooled.agreements
                .draw(pooled.house(0), wish, INDICATORS, "https://foyer.example", LEA)
                .agreement();
        assertThat(agreement).isNotNull();
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.AGREEMENT, Matter.agreement(agreement, 1)));
        return agreement;
    }

    private long signed() {
        long agreement = drawn();
        for (int house = 0; house < TOGETHER; house++) {
            pooled.sign(agreement, house);
        }
        return agreement;
    }

    @Test
    void whoHasNotSignedIsNeitherCountedNorAnswered() {
        long agreement = drawn();
        for (int house = 0; house < TOGETHER - 1; house++) {
            pooled.sign(agreement, house);
        }
        assertThat(ask(0, OCCUPANCY).withheld()).isEqualTo("agreement-needed");
        assertThat(asked).as("nobody's figures are read").isEmpty();
        SafeFigure outside = ask(TOGETHER, OCCUPANCY);
        assertThat(outside.peers()).isEqualTo(5);
        assertThat(asked.get(0))
                .containsExactlyElementsOf(pooled.all.subList(TOGETHER, TOGETHER + 6).stream()
                        .map(house -> house.id())
                        .toList());
        assertThat(pooled.audit.left(pooled.house(0).id(), 9)).isEmpty();
        pooled.sign(agreement, TOGETHER - 1);
        assertThat(ask(0, OCCUPANCY).peers()).isEqualTo(6);
    }

    @Test
    void whoSignedIsComparedWithWhoSignedAndTheLedgerNamesTheAgreement() {
        long agreement = signed();
        assertThat(ask(3, OCCUPANCY).peers()).isEqualTo(TOGETHER - 1);
        assertThat(ask(TOGETHER, OCCUPANCY).peers()).isEqualTo(5);
        assertThat(ask(0, REVENUE).withheld()).as("not of the agreement").isEqualTo("agreement-needed");
        assertThat(pooled.audit.left(pooled.house(0).id(), 9))
                .singleElement()
                .extracting(Line::detail)
                .isEqualTo("2025-26, 1 figures, moved, for 2026-03, agreement " + agreement + ", version 1");
        assertThat(pooled.audit.left(pooled.house(TOGETHER).id(), 9))
                .singleElement()
                .extracting(Line::detail)
                .isEqualTo("2025-26, 1 figures, moved, for 2026-03");
        assertThat(pooled.version(agreement).uses()).isEqualTo(TOGETHER);
    }

    @Test
    void whoWithdrewIsCountedNoMore() {
        long agreement = signed();
        pooled.agreements.withdraw(pooled.house(6), agreement, 1, LEA);
        assertThat(ask(6, OCCUPANCY).withheld()).isEqualTo("agreement-needed");
        assertThat(ask(0, OCCUPANCY).peers()).isEqualTo(5);
        pooled.agreements.withdraw(pooled.house(5), agreement, 1, LEA);
        pooled.clock.advance(Duration.ofDays(31));
        assertThat(ask(0, OCCUPANCY).withheld()).isEqualTo(CellRules.TOO_FEW);
    }

    @Test
    void whatExpiredOrWasChangedLetsNothingThrough() {
        long agreement = signed();
        pooled.register.write(handle ->
                handle.execute("update agreement_version set policy = replace(policy, '2026-06-30', '2099-06-30')"));
        assertThat(pooled.version(agreement).state()).isEqualTo(Agreement.State.BROKEN);
        assertThat(ask(0, OCCUPANCY).withheld()).isEqualTo("agreement-needed");
        pooled.register.write(handle ->
                handle.execute("update agreement_version set policy = replace(policy, '2099-06-30', '2026-06-30')"));
        assertThat(ask(0, OCCUPANCY).withheld()).isNull();
        pooled.clock.advance(Duration.ofDays(121));
        assertThat(ask(0, OCCUPANCY).withheld()).isEqualTo("agreement-needed");
    }

    @Test
    void whoLeavesTheNetworkIsComparedLikeWhoIsInNone() {
        signed();
        pooled.networks.leave(pooled.house(6), slug, LEA);
        assertThat(ask(6, OCCUPANCY).peers()).isEqualTo(6);
        assertThat(ask(0, OCCUPANCY).peers()).isEqualTo(5);
    }
}
