package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.DAY;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;
import static org.foyer.hub.governance.internal.PooledHouses.TOM;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGate.Band;
import org.foyer.hub.governance.ShowGate.Counts;
import org.foyer.hub.governance.ShowGate.People;
import org.foyer.hub.governance.ShowGate.Told;
import org.foyer.hub.governance.ShowGate.Window;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Event;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What requests and grants must do on every register. Now is Monday 2 March 2026, 10:00 UTC; house 0 plays, house 1 asks. */
abstract class ShowGrantsContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Show SHOW = new Show("12000001-2025-12000002", "Le Misanthrope");

    @TempDir
    Path kept;

    private PooledHouses pooled;
    private ShowGrants grants;
    private ShowGate gate;

    abstract Register register();

    @BeforeEach
    void threeHouses() {
        pooled = new PooledHouses(register(), kept, 3);
        Touring touring = Touring.over(pooled.register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
        grants = touring.grants();
        gate = touring.gate();
    }

    private Side company() {
        House house = pooled.house(1);
        return new Side(house.id(), house.slug(), house.name());
    }

    private static Wish wish(String... figures) {
        return new Wish("Notre Misanthrope", "Pour le bilan", List.of(figures), TODAY.plusDays(90));
    }

    private Done ask(String... figures) {
        return grants.ask(pooled.house(0), company(), "", null, SHOW, wish(figures), LEA);
    }

    private static Granting granting(LocalDate from, LocalDate until, int delay, String... figures) {
        return new Granting(List.of(figures), from, until, delay, null);
    }

    private ShowGrant asked(String... figures) {
        return done(ask(figures));
    }

    private static ShowGrant done(Done done) {
        assertThat(done.faults()).isEmpty();
        return done.grant();
    }

    private static List<String> codes(Done done) {
        return done.faults().stream().map(Fault::code).toList();
    }

    private ShowGrant granted(LocalDate from, LocalDate until, int delay, String... figures) {
        return done(grants.grant(pooled.house(0), asked(figures).id(), granting(from, until, delay, figures), TOM));
    }

    private String withheld(ShowGrant grant, LocalDate asOf) {
        return gate.open(LEA, grant.id(), asOf).orElseThrow().withheld();
    }

    private Window window(ShowGrant grant) {
        return gate.open(LEA, grant.id(), null).orElseThrow().window();
    }

    @Test
    void bothSidesSeeTheSameStateAndHistory() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(30), 2, "daily-sales", "occupancy");
        ShowGrant received = grants.received(pooled.house(0).id()).get(0);
        ShowGrant sent = grants.sent(pooled.house(1).id()).get(0);
        assertThat(received).isEqualTo(sent).isEqualTo(grant);
        assertThat(received.state()).isEqualTo(State.GRANTED);
        assertThat(received.history())
                .extracting(Event::step)
                .containsExactly(ShowGrant.Step.ASK, ShowGrant.Step.GRANT);
        assertThat(grants.received(pooled.house(1).id())).isEmpty();
        assertThat(grants.find(pooled.house(2).id(), grant.id())).isEmpty();
    }

    @Test
    void eachStepIsALineInTheAuditOfBoth() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(30), 0, "daily-sales");
        grants.stop(pooled.house(0), grant.id(), "Fin de la tournée", TOM);
        for (int house : List.of(0, 1)) {
            assertThat(pooled.audit.lines(pooled.house(house).id(), 0, 10))
                    .extracting(Audit.Line::action)
                    .containsExactly("show-stop", "show-grant", "show-ask");
        }
    }

    @Test
    void whatIsGivenLeavesTheHouseInItsAuditOnceADay() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(30), 0, "daily-sales");
        window(grant);
        window(grant);
        assertThat(pooled.audit.left(pooled.house(0).id(), 10)).hasSize(1);
        pooled.clock.advance(DAY);
        window(grant);
        assertThat(pooled.audit.left(pooled.house(0).id(), 10)).hasSize(2).allSatisfy(line -> {
            assertThat(line.action()).isEqualTo("show-figures-given");
            assertThat(line.purpose()).isEqualTo(ShowGate.PURPOSE);
            assertThat(line.detail()).contains("for house-1", "daily-sales");
        });
    }

    @Test
    void nothingIsToldBeforeTheHouseSaysYesNorAfterItSaysNo() {
        ShowGrant grant = asked("daily-sales");
        assertThat(withheld(grant, null)).isEqualTo("show-not-granted");
        grants.decline(pooled.house(0), grant.id(), "Pas cette saison", TOM);
        assertThat(withheld(grant, null)).isEqualTo("show-not-granted");
        assertThat(grants.sent(pooled.house(1).id()).get(0).reason()).isEqualTo("Pas cette saison");
        done(grants.grant(pooled.house(0), grant.id(), granting(TODAY, TODAY, 0, "daily-sales"), TOM));
        assertThat(withheld(grant, null)).isNull();
        grants.stop(pooled.house(0), grant.id(), null, TOM);
        assertThat(withheld(grant, null)).isEqualTo("show-not-granted");
    }

    @Test
    void theCompanyCanWithdrawAtOnceAndTheHouseCannotGrantWhatNobodyAsks() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(30), 0, "daily-sales");
        assertThat(codes(grants.withdraw(pooled.house(2).id(), grant.id(), LEA)))
                .containsExactly("grant-unknown");
        done(grants.withdraw(pooled.house(1).id(), grant.id(), LEA));
        assertThat(withheld(grant, null)).isEqualTo("show-not-granted");
        assertThat(codes(grants.grant(pooled.house(0), grant.id(), granting(TODAY, TODAY, 0, "revenue"), TOM)))
                .containsExactly("grant-not-now");
    }

    @Test
    void onlyTheHouseThatPlaysItSaysSomething() {
        ShowGrant grant = asked("daily-sales");
        assertThat(codes(grants.grant(pooled.house(1), grant.id(), granting(TODAY, TODAY, 0, "daily-sales"), LEA)))
                .containsExactly("grant-unknown");
        assertThat(codes(grants.stop(pooled.house(2), grant.id(), null, LEA))).containsExactly("grant-unknown");
    }

    @Test
    void itEndsWithItsLastDayByTheCalendarOfTheHouse() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(1), 0, "daily-sales");
        pooled.clock.advance(DAY.plusHours(12)); // 22:00 UTC, 23:00 in Paris
        assertThat(withheld(grant, null)).isNull();
        pooled.clock.advance(java.time.Duration.ofMinutes(70));
        assertThat(withheld(grant, null)).isEqualTo("show-not-granted");
        assertThat(grants.sent(pooled.house(1).id()).get(0).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void noOtherDaysThanGranted() {
        ShowGrant grant = granted(TODAY.minusDays(10), TODAY.plusDays(30), 3, "daily-sales");
        assertThat(window(grant).asOf()).isEqualTo(TODAY.minusDays(3));
        assertThat(withheld(grant, TODAY.minusDays(3))).isNull();
        assertThat(withheld(grant, TODAY.minusDays(2))).isEqualTo("show-other-days");
        assertThat(withheld(grant, TODAY.minusDays(10))).isNull();
        assertThat(withheld(grant, TODAY.minusDays(11))).isEqualTo("show-other-days");
        grants.grant(pooled.house(0), grant.id(), granting(TODAY, TODAY.plusDays(30), 3, "daily-sales"), TOM);
        assertThat(withheld(grant, null)).isEqualTo("show-not-yet");
    }

    @Test
    void withoutSalesByDayNoEarlierDayIsTold() {
        ShowGrant grant = granted(TODAY.minusDays(10), TODAY.plusDays(30), 3, "occupancy", "revenue", "first-timers");
        assertThat(withheld(grant, TODAY.minusDays(3))).isNull();
        assertThat(withheld(grant, TODAY.minusDays(4))).isEqualTo("show-other-days");
    }

    @Test
    void toAskForMoreLeavesWhatIsGrantedAsItIs() {
        ShowGrant grant = granted(TODAY, TODAY.plusDays(30), 0, "daily-sales");
        ShowGrant again = asked("daily-sales", "revenue", "first-timers");
        assertThat(again.id()).isEqualTo(grant.id());
        assertThat(again.state()).isEqualTo(State.GRANTED);
        assertThat(again.wanted()).contains(ShowFigure.REVENUE);
        assertThat(window(grant).figures()).containsExactly(ShowFigure.DAILY_SALES);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Wish wrong = new Wish("x".repeat(121), "y".repeat(1001), List.of("shoe-size"), TODAY.minusDays(1));
        assertThat(codes(grants.ask(pooled.house(0), company(), "", null, SHOW, wrong, LEA)))
                .containsExactlyInAnyOrder(
                        "grant-text-long", "grant-text-long", "grant-until", "grant-figure-unknown", "grant-no-figure");
        Side self = new Side(pooled.house(0).id(), "house-0", "Maison");
        assertThat(codes(grants.ask(pooled.house(0), self, "", null, SHOW, wish("revenue"), LEA)))
                .containsExactly("grant-own-show");
        ShowGrant grant = asked("revenue");
        Granting odd = new Granting(List.of(), TODAY.plusDays(10), TODAY.plusDays(5), 9_999, null);
        assertThat(codes(grants.grant(pooled.house(0), grant.id(), odd, TOM)))
                .containsExactlyInAnyOrder("grant-no-figure", "grant-delay", "grant-from");
    }

    @Test
    void aRequestOfAnotherNodeIsItsOwnAlone() {
        Side far = new Side(null, "compagnie", "Compagnie");
        String uid = "urn:uuid:00000000-0000-0000-0000-000000000001";
        done(grants.ask(pooled.house(0), far, "urn:foyer:node:a", uid, SHOW, wish("revenue"), LEA));
        assertThat(grants.from("urn:foyer:node:a", uid)).isPresent();
        assertThat(grants.from("urn:foyer:node:b", uid)).isEmpty();
        assertThat(codes(grants.withdrawFrom("urn:foyer:node:b", uid, LEA))).containsExactly("grant-unknown");
        assertThat(codes(grants.ask(pooled.house(2), far, "urn:foyer:node:b", uid, SHOW, wish("revenue"), LEA)))
                .containsExactly("grant-unknown");
    }

    private static Counts counts(long buyers, long first) {
        return new Counts(
                buyers, first, 3, List.of(new Band("km-5", buyers - 4), new Band("km-10", 4), new Band("km-30", 0)));
    }

    private Told people(Window window, long buyers, long first) {
        return gate.people(window, SHOW.id(), day -> counts(buyers, first));
    }

    @Test
    void ofPeopleNothingIsToldBelowTen() {
        Window window = window(granted(TODAY.minusDays(60), TODAY.plusDays(30), 0, "first-timers", "catchment"));
        assertThat(people(window, 9, 9).withheld()).isEqualTo("too-few-buyers");
        assertThat(people(window, 9, 9).people()).isNull();
        People told = people(window, 19, 10).people();
        assertThat(told.day()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(told.firstTimers()).isNull(); // nine of nineteen had come before
        assertThat(told.bands()).isEmpty(); // four in one band are told by whoever takes the other away
    }

    @Test
    void sharesAreMovedRoundedAndTheSameForEverybody() {
        Window window = window(granted(TODAY.minusDays(60), TODAY.plusDays(30), 0, "first-timers", "catchment"));
        People told = people(window, 204, 102).people();
        assertThat(told.about()).isEqualTo(200);
        assertThat(told.firstTimers()).isBetween(0.44, 0.56);
        House other = pooled.house(2);
        ShowGrant second = done(grants.ask(
                pooled.house(0),
                new Side(other.id(), other.slug(), other.name()),
                "",
                null,
                SHOW,
                wish("first-timers"),
                LEA));
        done(grants.grant(
                pooled.house(0),
                second.id(),
                granting(TODAY.minusDays(60), TODAY.plusDays(30), 0, "first-timers"),
                TOM));
        People same = people(window(second), 999, 500).people();
        assertThat(same.firstTimers()).isEqualTo(told.firstTimers());
        assertThat(same.bands()).isEmpty(); // it was not granted
    }

    /** Whatever Sundays are asked for, by whomever, in whatever order: two answers differ by ten people or not at all. */
    @Test
    void noTwoAnswersAreFewerThanTenPeopleApart() {
        ShowGrant grant = granted(TODAY.minusDays(200), TODAY.plusDays(30), 0, "daily-sales", "first-timers");
        List<Long> told = new ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        for (int look = 0; look < 60; look++) {
            LocalDate day = TODAY.minusDays(random.nextInt(190));
            Window window = gate.open(LEA, grant.id(), day).orElseThrow().window();
            gate.people(window, SHOW.id(), sunday -> {
                long buyers = 400 - sunday.until(TODAY, java.time.temporal.ChronoUnit.DAYS) / 3 * 2;
                return counts(buyers, buyers / 2);
            });
        }
        pooled.register
                .read(handle -> handle.createQuery("select buyers from show_published order by buyers")
                        .mapTo(Long.class)
                        .list())
                .forEach(told::add);
        assertThat(told).hasSizeGreaterThan(3);
        for (int place = 1; place < told.size(); place++) {
            assertThat(told.get(place) - told.get(place - 1)).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void noNumberOfASundayBeforeTheFirstDayIsTold() {
        Window window = window(granted(TODAY, TODAY.plusDays(30), 0, "first-timers"));
        assertThat(people(window, 500, 250).withheld()).isEqualTo("too-few-buyers");
        assertThat(window.figures()).isEqualTo(Set.of(ShowFigure.FIRST_TIMERS));
    }

    /** As another node tells it: the house there granted it, and said the last word in that state. */
    private ShowGrant told(String uid, State state, LocalDate until, int words) {
        Instant at = pooled.clock.instant().plusSeconds(words);
        ShowGrant.Terms terms = new ShowGrant.Terms(Set.of(ShowFigure.OCCUPANCY), TODAY.minusDays(30), until, 1);
        Event word = new Event(
                at,
                state == State.GRANTED ? ShowGrant.Step.GRANT : ShowGrant.Step.STOP,
                state,
                terms.figures(),
                terms.from(),
                terms.until(),
                1,
                null);
        return new ShowGrant(
                0,
                uid,
                new Side(null, "la-bas-" + uid, "Là-bas"),
                company(),
                "urn:elsewhere",
                SHOW.id(),
                SHOW.title(),
                "Notre Misanthrope",
                "Pour le bilan",
                terms.figures(),
                TODAY.plusDays(90),
                state,
                terms,
                null,
                pooled.clock.instant(),
                at,
                java.util.Collections.nCopies(words, word));
    }

    @Test
    void theLastAnswerOfAGrantThatEndedIsForgotten() {
        House company = pooled.house(1);
        long stopped = grants.mirror(company, told("1", State.GRANTED, TODAY.plusDays(9), 1), LEA)
                .id();
        long holds = grants.mirror(company, told("2", State.GRANTED, TODAY.plusDays(9), 1), LEA)
                .id();
        long over = grants.mirror(company, told("3", State.GRANTED, TODAY.minusDays(2), 1), LEA)
                .id();
        List.of(stopped, over, holds).forEach(id -> grants.keepAnswer(id, "{}"));
        assertThat(grants.answer(stopped)).isPresent();
        assertThat(grants.answer(over)).isEmpty();
        grants.mirror(company, told("1", State.STOPPED, TODAY.plusDays(9), 2), LEA);
        assertThat(grants.answer(stopped)).isEmpty();
        assertThat(grants.answer(holds)).isPresent();
    }
}
