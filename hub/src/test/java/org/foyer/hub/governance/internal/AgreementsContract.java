package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.DAY;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Agreements.Done;
import org.foyer.hub.governance.Agreements.Verdict;
import org.foyer.hub.governance.Agreements.Wanted;
import org.foyer.hub.governance.Agreements.Wish;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What signing agreements must do on every register. Now is 2 March 2026. */
abstract class AgreementsContract {

    private static final String BASE = "https://foyer.example";
    private static final List<Data> INDICATORS = List.of(
            new Data("occupancy", new Text("taux de remplissage", "occupancy")),
            new Data("revenue", new Text("recette", "revenue")));

    @TempDir
    Path kept;

    private PooledHouses pooled;
    private Agreements agreements;

    abstract Register register();

    @BeforeEach
    void threeHouses() {
        pooled = new PooledHouses(register(), kept, 4);
        agreements = pooled.agreements;
    }

    private static List<String> codes(Done done) {
        return done.faults().stream().map(Fault::code).toList();
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.reasons().stream().map(Fault::code).toList();
    }

    private static Wish touring(Integer uses) {
        return new Wish(
                "touring",
                "Le Misanthrope",
                null,
                List.of("house-1"),
                List.of("house-1"),
                List.of("daily-sales", "origin"),
                null,
                LocalDate.of(2026, 12, 31),
                null,
                null,
                uses);
    }

    /** An agreement of houses 0 and 1, by which 1 sees the sales of 0; signed by both. */
    private long signed(Integer uses) {
        long agreement = id(agreements.draw(pooled.house(0), touring(uses), INDICATORS, BASE, LEA));
        sign(agreement, 1, 0);
        sign(agreement, 1, 1);
        return agreement;
    }

    private void sign(long agreement, int version, int house) {
        assertThat(codes(agreements.sign(
                        pooled.house(house),
                        agreement,
                        version,
                        version(agreement, version).hash(),
                        LEA)))
                .isEmpty();
    }

    private static long id(Done done) {
        assertThat(done.faults()).isEmpty();
        return done.agreement();
    }

    private Agreement.Version version(long agreement, int version) {
        return agreements
                .agreement(pooled.house(0).id(), agreement)
                .flatMap(one -> one.version(version))
                .orElseThrow();
    }

    private static Wanted sales() {
        return new Wanted("house-0", "house-1", "read-sales", "touring", "daily-sales", 1, 40);
    }

    @Test
    void itHoldsOnceEveryHouseHasSigned() {
        long agreement = id(agreements.draw(pooled.house(0), touring(null), INDICATORS, BASE, LEA));
        assertThat(version(agreement, 1).state()).isEqualTo(State.OPEN);
        assertThat(codes(agreements.permits(agreement, sales()))).containsExactly("agreement-is-open");
        sign(agreement, 1, 0);
        assertThat(codes(agreements.permits(agreement, sales()))).containsExactly("agreement-is-open");
        sign(agreement, 1, 1);
        assertThat(version(agreement, 1).state()).isEqualTo(State.IN_FORCE);
        assertThat(agreements.permits(agreement, sales()).permitted()).isTrue();
        assertThat(pooled.audit.lines(null, 0, 9))
                .extracting("action")
                .containsExactly(
                        "agreement-signed",
                        "signing-key-made",
                        "agreement-signed",
                        "signing-key-made",
                        "agreement-drawn");
        assertThat(agreements.of(pooled.house(2).id())).isEmpty();
    }

    @Test
    void textAndPolicyAreMadeOfTheSameTerms() {
        Agreement.Version version = version(signed(12), 1);
        assertThat(version.textFr())
                .startsWith("Un spectacle en tournée\u00a0: Le Misanthrope\n\n## Qui convient\n\n")
                .contains("Maison house-0 et Maison house-1", "31 décembre 2026", "en compte au moins 5.")
                .contains("billets vendus par jour et provenance des acheteurs")
                .contains("Au plus 12 usages en tout.");
        assertThat(version.textEn()).contains("from 2 March 2026 to 31 December 2026", "At most 12 uses in all.");
        assertThat(version.policy())
                .contains("\"profile\":\"https://foyer.example/policy-profile\"")
                .contains("{\"@type\":\"xsd:date\",\"@value\":\"2026-12-31\"}")
                .contains("\"foyer:data-daily-sales\",\"foyer:data-origin\"")
                .contains("\"leftOperand\":\"count\",\"operator\":\"lteq\"")
                .doesNotContain("house-2");
    }

    @Test
    void whatIsNotPermittedIsForbidden() {
        long agreement = signed(null);
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-1", "read-sales", "touring", "revenue", 1, 40))))
                .containsExactly("use-data");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-1", "read-sales", "marketing", "daily-sales", 1, 40))))
                .containsExactly("use-purpose");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-1", "read-sales", "touring", "daily-sales", 1, 4))))
                .containsExactly("use-buyers");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-1", "house-0", "read-sales", "touring", "daily-sales", 1, 40))))
                .containsExactly("use-taker");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-2", "read-sales", "touring", "daily-sales", 1, 40))))
                .containsExactly("use-not-signed");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-1", "sell", "touring", "daily-sales", 1, 40))))
                .containsExactly("use-forbidden");
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-1", "compare", "touring", "daily-sales", 1, 40))))
                .containsExactly("use-action");
    }

    @Test
    void usesAreCountedAndEnd() {
        long agreement = signed(2);
        assertThat(agreements.use(agreement, sales(), LEA).permitted()).isTrue();
        assertThat(agreements.use(agreement, sales(), LEA).permitted()).isTrue();
        assertThat(codes(agreements.use(agreement, sales(), LEA))).containsExactly("use-count");
        assertThat(version(agreement, 1).uses()).isEqualTo(2);
    }

    @Test
    void itEndsWithItsLastDay() {
        long agreement = signed(null);
        pooled.clock.advance(DAY.multipliedBy(304)); // 31 December
        assertThat(agreements.permits(agreement, sales()).permitted()).isTrue();
        pooled.clock.advance(DAY);
        assertThat(codes(agreements.permits(agreement, sales()))).containsExactly("agreement-is-expired");
    }

    @Test
    void withdrawingTakesEffectAtOnceAndForGood() {
        long agreement = signed(null);
        assertThat(codes(agreements.withdraw(pooled.house(2), agreement, 1, LEA)))
                .containsExactly("agreement-unknown");
        assertThat(codes(agreements.withdraw(pooled.house(0), agreement, 1, LEA)))
                .isEmpty();
        assertThat(codes(agreements.permits(agreement, sales()))).containsExactly("agreement-is-ended");
        assertThat(codes(agreements.withdraw(pooled.house(0), agreement, 1, LEA)))
                .containsExactly("agreement-withdrawn-already");
        assertThat(codes(agreements.sign(
                        pooled.house(0), agreement, 1, version(agreement, 1).hash(), LEA)))
                .containsExactly("agreement-not-to-sign");
    }

    @Test
    void aChangeOfAnythingSignedBreaksIt() {
        for (String change : List.of(
                "text_fr = text_fr || ' '",
                "text_en = replace(text_en, 'at least 5', 'at least 1')",
                "policy = replace(policy, '2026-12-31', '2099-12-31')",
                "policy = replace(policy, 'data-origin', 'data-revenue')",
                "uid = uid || '0'")) {
            long agreement = signed(null);
            assertThat(version(agreement, 1).state()).isEqualTo(State.IN_FORCE);
            assertThat(pooled.register.<Integer>write(handle -> handle.execute(
                            "update agreement_version set " + change + " where agreement = ?", agreement)))
                    .isEqualTo(1);
            assertThat(version(agreement, 1).state()).as(change).isEqualTo(State.BROKEN);
            assertThat(codes(agreements.permits(agreement, sales()))).as(change).containsExactly("agreement-is-broken");
        }
    }

    @Test
    void termsThatWereChangedLetNothingMoreThroughThanTheSignedPolicy() {
        long agreement = signed(null);
        pooled.register.write(handle ->
                handle.execute("update agreement_version set terms = replace(terms, '2026-12-31', '2099-12-31')"));
        pooled.clock.advance(DAY.multipliedBy(310));
        assertThat(version(agreement, 1).state()).isEqualTo(State.IN_FORCE); // terms are only told; the policy decides
        assertThat(codes(agreements.permits(agreement, sales()))).containsExactly("use-late");
    }

    @Test
    void aSignatureOfAnotherHouseOrVersionOrKeyIsNone() {
        long agreement = signed(null);
        String ofHouse0 = version(agreement, 1).parties().get(0).jws();
        swap(agreement, 1, ofHouse0);
        assertThat(version(agreement, 1).parties().get(1).standing()).isEqualTo(Standing.BROKEN);

        long again = signed(null);
        Done redrawn = agreements.redraw(pooled.house(0), again, touring(7), INDICATORS, BASE, LEA);
        assertThat(redrawn.version()).isEqualTo(2);
        assertThat(version(again, 1).state()).isEqualTo(State.IN_FORCE);
        String ofVersion1 = version(again, 1).parties().get(1).jws();
        swap(again, 2, ofVersion1);
        assertThat(version(again, 2).state()).isEqualTo(State.BROKEN);
        assertThat(agreements.permits(again, sales()).permitted()).isTrue(); // by version 1, which nobody touched

        long third = signed(null);
        pooled.register.write(
                handle -> handle.execute(
                        "update signing_key set public_key = (select k.public_key from signing_key k where k.house = 2) where house = 1"));
        assertThat(version(third, 1).parties().get(0).standing()).isEqualTo(Standing.BROKEN);
    }

    private void swap(long agreement, int version, String jws) {
        pooled.register.write(handle -> handle.execute(
                "update agreement_party set jws = ? where agreement = ? and version = ? and house = 2",
                jws,
                agreement,
                version));
    }

    @Test
    void garbageInTheRegisterIsNoSignatureAndNoFailure() {
        long agreement = signed(null);
        for (String jws : List.of("", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "é\u0000".replace("\u0000", "x"))) {
            swap(agreement, 1, jws);
            assertThat(version(agreement, 1).state()).as(jws).isEqualTo(State.BROKEN);
        }
    }

    @Test
    void nobodySignsWhatTheyDidNotRead() {
        long agreement = id(agreements.draw(pooled.house(0), touring(null), INDICATORS, BASE, LEA));
        String first = version(agreement, 1).hash();
        agreements.redraw(pooled.house(0), agreement, touring(3), INDICATORS, BASE, LEA);
        assertThat(codes(agreements.sign(pooled.house(1), agreement, 2, first, LEA)))
                .containsExactly("agreement-other-text");
        assertThat(codes(agreements.sign(pooled.house(1), agreement, 2, null, LEA)))
                .containsExactly("agreement-other-text");
        assertThat(codes(agreements.sign(pooled.house(2), agreement, 2, first, LEA)))
                .containsExactly("agreement-unknown");
    }

    @Test
    void aNewVersionTakesOverOnceSigned() {
        long agreement = signed(null);
        agreements.redraw(pooled.house(0), agreement, touring(3), INDICATORS, BASE, LEA);
        sign(agreement, 2, 0);
        assertThat(version(agreement, 1).state()).isEqualTo(State.IN_FORCE);
        sign(agreement, 2, 1);
        assertThat(version(agreement, 1).state()).isEqualTo(State.SUPERSEDED);
        assertThat(version(agreement, 2).state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void withinANetworkThePurposeAndTheAgreementAreVoted() {
        String slug = pooled.cooperative(3);
        Wish wish = new Wish(
                "comparison",
                "Saison 2026",
                slug,
                List.of("house-1", "house-2"),
                List.of(),
                List.of("occupancy"),
                null,
                LocalDate.of(2027, 6, 30),
                null,
                null,
                null);
        assertThat(codes(agreements.draw(pooled.house(0), wish, INDICATORS, BASE, LEA)))
                .containsExactly("agreement-purpose");
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer")));
        long agreement = id(agreements.draw(pooled.house(0), wish, INDICATORS, BASE, LEA));
        assertThat(version(agreement, 1).state()).isEqualTo(State.DRAFT);
        assertThat(codes(agreements.sign(
                        pooled.house(0), agreement, 1, version(agreement, 1).hash(), LEA)))
                .containsExactly("agreement-not-to-sign");
        pooled.adopt(slug, pooled.propose(slug, 1, Kind.AGREEMENT, Matter.agreement(agreement, 1)));
        List.of(0, 1, 2).forEach(house -> sign(agreement, 1, house));
        Wanted compare = new Wanted("house-0", "house-2", "compare", "comparison", "occupancy", 6, 50);
        assertThat(agreements.permits(agreement, compare).permitted()).isTrue();
        assertThat(codes(agreements.permits(
                        agreement, new Wanted("house-0", "house-2", "compare", "comparison", "occupancy", 5, 50))))
                .containsExactly("use-houses");

        pooled.networks.leave(pooled.house(2), slug, LEA);
        assertThat(codes(agreements.permits(agreement, compare))).containsExactly("use-not-signed");
        assertThat(version(agreement, 1).state()).isEqualTo(State.IN_FORCE); // between the two that stay
        pooled.networks.leave(pooled.house(1), slug, LEA);
        assertThat(version(agreement, 1).state()).isEqualTo(State.ENDED);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(codes(agreements.draw(
                        pooled.house(0),
                        new Wish(
                                "study",
                                " ",
                                null,
                                List.of("house-9"),
                                List.of("house-3"),
                                List.of("shoe-sizes"),
                                null,
                                LocalDate.of(2020, 1, 1),
                                2,
                                1,
                                0),
                        INDICATORS,
                        "",
                        LEA)))
                .containsExactly(
                        "network-text",
                        "agreement-party",
                        "agreement-recipients",
                        "agreement-data",
                        "agreement-days",
                        "threshold-below-floor",
                        "threshold-below-floor",
                        "agreement-uses",
                        "agreement-address");
        assertThat(codes(agreements.draw(
                        pooled.house(0),
                        new Wish("barter", null, null, null, null, null, null, null, null, null, null),
                        INDICATORS,
                        BASE,
                        LEA)))
                .containsExactly("agreement-template");
    }
}
