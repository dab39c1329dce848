package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.TourDesk;
import org.junit.jupiter.api.Test;

/** A company on one node, its show in a house there and in one of another node: two whole nodes, and a wire that can be cut. */
class TwoNodesTouringTest extends TouringStand {

    @Test
    void aShowIsFoundByItsLastingIdentifierOnItsOwnNode() {
        Tours.Found found = here.tours.find(THERE + RUN);
        assertThat(found.title()).isEqualTo("Phèdre");
        assertThat(found.house()).isEqualTo("theatre-la-bas");
        assertThat(found.node()).isEqualTo(there.space.self());
        assertThat(here.tours.find(RUN).house()).isEqualTo("theatre-ici");
        assertThatThrownBy(() -> here.tours.find("https://nobody.example" + RUN))
                .hasMessageContaining("node-unknown");
        assertThatThrownBy(() -> here.tours.find("nonsense")).hasMessageContaining("tour-show-unknown");
        assertThatThrownBy(() -> here.tours.find(THERE + "/id/run/9-2025-9")).hasMessageContaining("node-refused");
    }

    @Test
    void bothNodesTellTheSameOfARequest() {
        ShowGrant mine = asked(THERE + RUN, "daily-sales", "revenue");
        ShowGrant theirs = there.node.touring().grants().received(far.id()).get(0);
        assertThat(mine.uid()).isEqualTo(theirs.uid());
        assertThat(mine.history()).isEqualTo(theirs.history());
        assertThat(mine.state()).isEqualTo(State.ASKED);
        assertThat(theirs.asker().name()).isEqualTo("Maison compagnie");
        assertThat(theirs.node()).isEqualTo(here.space.self());
        grant(there, far, "daily-sales");
        ShowGrant after = stop(far).grant();
        ShowGrant kept = there.node.touring().grants().received(far.id()).get(0);
        assertThat(after.state()).isEqualTo(State.GRANTED);
        assertThat(after.terms()).isEqualTo(kept.terms());
        assertThat(after.history()).isEqualTo(kept.history());
        assertThat(here.node.audit().lines(company.id(), 0, 10))
                .extracting(Audit.Line::action)
                .contains("show-ask", "show-grant");
        assertThat(there.node.audit().left(far.id(), 10)).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("show-figures-given");
            assertThat(line.actor()).isEqualTo("node " + here.space.self());
        });
    }

    @Test
    void sumsHoldTheHousesThatSaidYesAndWhatTheySaidYesTo() {
        asked(RUN, "daily-sales", "occupancy", "revenue");
        asked(THERE + RUN, "daily-sales", "occupancy", "revenue");
        assertThat(tour().sums().stops()).isZero();
        assertThat(tour().sums().asked()).isEqualTo(2);
        grant(here, near, "daily-sales", "occupancy", "revenue");
        assertThat(tour().sums().tickets()).isEqualTo(30);
        grant(there, far, "daily-sales");
        Tour both = tour();
        assertThat(both.sums().tickets()).isEqualTo(90);
        assertThat(both.sums().occupancy()).isEqualTo(0.30); // the other house did not tell its seats
        assertThat(both.sums().seatStops()).isEqualTo(1);
        assertThat(both.sums().amounts()).containsExactly(new Tour.Amount("EUR", 30_000, 1));
        assertThat(stop(far).sheet().amount()).isNull();
        assertThat(stop(far).sheet().seats()).isNull();
        assertThat(stop(far).sheet().dates()).hasSize(1);
    }

    @Test
    void aStopThereIsAStopHere() {
        asked(THERE + RUN, "daily-sales");
        grant(there, far, "daily-sales");
        assertThat(stop(far).sheet().tickets()).isEqualTo(60);
        ShowGrant theirs = there.node.touring().grants().received(far.id()).get(0);
        there.node.touring().grants().stop(far, theirs.id(), "Fini", LEA);
        assertThat(stop(far).sheet()).isNull();
        assertThat(stop(far).grant().state()).isEqualTo(State.STOPPED);
        assertThat(stop(far).grant().reason()).isEqualTo("Fini");
        cut = true; // what was told before the stop is not told again
        assertThat(stop(far).sheet()).isNull();
    }

    @Test
    void aNodeThatIsAwayIsNamedWithTheDayOfItsLastAnswer() {
        asked(RUN, "daily-sales");
        asked(THERE + RUN, "daily-sales");
        grant(here, near, "daily-sales");
        grant(there, far, "daily-sales");
        cut = true;
        assertThat(stop(far).away().answeredAt()).isNull(); // it never told figures
        assertThat(stop(far).withheld()).isEqualTo("node-away");
        cut = false;
        Instant answered = clock.instant();
        assertThat(stop(far).away()).isNull();
        cut = true;
        clock.set(answered.plus(Duration.ofDays(3)));
        assertThat(stop(far).away().answeredAt()).isEqualTo(answered);
        assertThat(stop(far).sheet().tickets()).isEqualTo(60);
        assertThat(stop(near).away()).isNull();
        clock.set(answered.plus(Duration.ofDays(11))); // its last day is over
        assertThat(stop(far).grant().state()).isEqualTo(State.EXPIRED);
        assertThat(stop(far).sheet()).isNull();
        assertThatThrownBy(() -> here.tours.ask(company, THERE + RUN, wish("revenue"), LEA))
                .hasMessageContaining("node-away");
    }

    /** Neither node answers before the other was asked as well: one after the other they would both be late. */
    @Test
    void nodesAreAskedAtOnce() throws IOException {
        try (Here third = third()) {
            CyclicBarrier both = new CyclicBarrier(2);
            meeting = (node, step) -> await(both);
            Tour tour = here.touring("https://here.example", Duration.ofMinutes(1))
                    .tour(company, "Phèdre, tournée", null, LEA)
                    .orElseThrow();
            assertThat(tour.stops()).hasSize(2).extracting(Stop::away).containsOnlyNulls();
            assertThat(tour.sums().tickets()).isEqualTo(60 + 25);
        }
    }

    /** It answers with what it told last, is asked again only when it is done, and what it says late counts then. */
    @Test
    void aSlowNodeKeepsNobodyWaiting() throws Exception {
        try (Here third = third()) {
            assertThat(tour().sums().tickets()).isEqualTo(60 + 25);
            Instant answered = clock.instant();
            clock.set(answered.plus(Duration.ofDays(1)));
            CountDownLatch open = new CountDownLatch(1);
            AtomicInteger asked = new AtomicInteger();
            meeting = (node, step) -> {
                if (node.id().equals(there.space.self())) {
                    asked.incrementAndGet();
                    await(open);
                }
            };
            Tours hurried = here.touring("https://here.example", Duration.ofSeconds(8));
            for (int look = 0; look < 2; look++) {
                Tour tour = hurried.tour(company, "Phèdre, tournée", null, LEA).orElseThrow();
                assertThat(tour.stops()).hasSize(2);
                assertThat(tour.sums().tickets()).isEqualTo(60 + 25);
                assertThat(tour.stops())
                        .filteredOn(stop -> stop.grant().node().equals(there.space.self()))
                        .allSatisfy(stop -> assertThat(stop.away().answeredAt()).isEqualTo(answered));
                assertThat(tour.stops())
                        .filteredOn(stop -> stop.grant().node().equals(third.space.self()))
                        .allSatisfy(stop -> assertThat(stop.away()).isNull());
            }
            assertThat(asked).as("not asked again while it has not answered").hasValue(1);
            open.countDown();
            for (int tries = 0; tries < 600 && !lastAnswer().equals(clock.instant()); tries++) {
                Thread.sleep(50);
            }
            assertThat(lastAnswer()).as("what it said late").isEqualTo(clock.instant());
            for (int tries = 0; tries < 600 && asked.get() < 2; tries++) {
                Thread.sleep(50);
                hurried.tour(company, "Phèdre, tournée", null, LEA);
            }
            assertThat(asked.get()).as("asked again").isGreaterThan(1);
        }
    }

    private Instant lastAnswer() {
        ShowGrants grants = here.node.touring().grants();
        return grants.sent(company.id()).stream()
                .filter(grant -> grant.node().equals(there.space.self()))
                .findFirst()
                .flatMap(grant -> grants.answer(grant.id()))
                .orElseThrow()
                .at();
    }

    /** A third node, on which the show sold 25; both others know it, and both stops are granted. */
    private Here third() throws IOException {
        String address = "https://third.example";
        Here third = new Here("third", address);
        reached.put(third.space.self(), third);
        here.knows(third, address);
        third.knows(here, "https://here.example");
        House farther = third.node.houses().add(house("theatre-plus-loin"));
        plays(third.node, farther, 25, 50);
        asked(THERE + RUN, "daily-sales");
        asked(address + RUN, "daily-sales");
        grant(there, far, "daily-sales");
        grant(third, farther, "daily-sales");
        return third;
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch open) {
        try {
            assertThat(open.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCompanyWithdrawsThereToo() {
        ShowGrant mine = asked(THERE + RUN, "daily-sales");
        grant(there, far, "daily-sales");
        assertThat(here.tours.withdraw(company, mine.id(), LEA).grant().state()).isEqualTo(State.WITHDRAWN);
        assertThat(there.node.touring().grants().received(far.id()).get(0).state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(stop(far).sheet()).isNull();
    }

    @Test
    void whatWasChangedOnTheWayIsNotBelieved() {
        asked(THERE + RUN, "daily-sales");
        grant(there, far, "daily-sales");
        AtomicReference<String> kept = new AtomicReference<>("");
        onTheWay = answer -> {
            kept.set(answer);
            return answer.replace("\\\"tickets\\\":60", "\\\"tickets\\\":61");
        };
        assertThat(stop(far).sheet()).isNull();
        assertThat(stop(far).withheld()).isEqualTo("node-refused");
        onTheWay = answer -> kept.get(); // a true answer, but to an earlier question
        assertThat(stop(far).sheet()).isNull();
        onTheWay = answer -> answer;
        assertThat(stop(far).sheet().tickets()).isEqualTo(60);
    }

    /** A participant sees the requests of its own node alone, and gets nothing for an unsigned or foreign message. */
    @Test
    void noNodeLooksAtTheRequestOfAnother() throws IOException {
        ShowGrant mine = asked(THERE + RUN, "daily-sales");
        grant(there, far, "daily-sales");
        try (Here third = new Here("third", "https://third.example")) {
            there.knows(third, "https://third.example");
            third.knows(there, THERE);
            Tours.Peers spying = TourDesk.peers(third.node, third.space, new Wire());
            String look = "{\"uid\":\"" + mine.uid() + "\",\"asOf\":null}";
            assertThatThrownBy(() -> spying.call(there.space.self(), "look", look))
                    .hasMessageContaining("node-refused");
            assertThat(spying.call(there.space.self(), "withdraw", "{\"uid\":\"" + mine.uid() + "\"}"))
                    .contains("grant-unknown");
        }
        assertThat(there.node.touring().grants().received(far.id()).get(0).state())
                .isEqualTo(State.GRANTED);
        for (String garbage : List.of("", "null", "{}", "[]", "{\"body\":\"{}\",\"signature\":\"AAAA\"}", "no json")) {
            for (String step : List.of("find", "ask", "withdraw", "look", "nothing")) {
                assertThatThrownBy(() -> there.tours.answer(here.space.self(), step, garbage))
                        .isInstanceOf(GrantRefused.class);
            }
        }
        there.space.participants().revoke(here.space.self(), LEA);
        assertThat(stop(far).sheet()).isNull();
    }
}
