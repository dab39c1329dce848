package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever opens a network of another node sees what was decided there a moment ago. */
class FreshNetworksTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);

    @TempDir
    Path folder;

    private LinkedNode home;
    private LinkedNode near;
    private House founder;
    private House guest;
    private String slug;

    @BeforeEach
    void aHouseOfAnotherNodeIsInvited() {
        MovingClock clock = new MovingClock();
        home = new LinkedNode("home", folder, clock);
        near = new LinkedNode("near", folder, clock);
        home.knows(near);
        near.knows(home);
        founder = home.house("a", 0.40);
        guest = near.house("c", 0.60);
        slug = String.valueOf(home.pooling
                .networks()
                .found(founder, new Networks.Founding("Scènes d’Ouest", "Comparer", "co-operative", null), LEA)
                .network());
        home.networks.invite(founder, slug, near.self(), guest.slug(), null, LEA);
        home.networks.carry();
    }

    @AfterEach
    void close() {
        home.door.countDown();
        home.close();
        near.close();
    }

    private NetworkAbroad seen() {
        return near.pooling.abroad().of(guest.id()).get(0);
    }

    private long looks() {
        return home.heard.stream().filter(sent -> sent.step().equals("look")).count();
    }

    private void accepted() {
        assertThat(near.networks.answer(guest, seen().uid(), true, LEA)).isEmpty();
    }

    @Test
    void whatWaitsIsToldAndWhatWasDecidedIsSeenAtOnce() {
        accepted();
        near.networks.freshen();
        assertThat(seen().waiting()).isFalse();
        assertThat(home.pooling
                        .networks()
                        .network(founder.id(), slug)
                        .orElseThrow()
                        .guests())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isNotEqualTo(State.INVITED));
    }

    @Test
    void whoLooksAgainWithinTenSecondsAsksNobody() {
        accepted();
        near.networks.freshen();
        long asked = looks();
        assertThat(asked).isPositive();
        for (int i = 0; i < 20; i++) {
            near.networks.freshen();
        }
        assertThat(looks()).isEqualTo(asked);
    }

    @Test
    @Timeout(30)
    void aHomeThatDoesNotAnswerIsNotWaitedForAndNotAskedTwice() {
        home.door = new CountDownLatch(1);
        accepted();
        assertThatCode(() -> {
                    for (int i = 0; i < 5; i++) {
                        near.networks.freshen();
                    }
                })
                .doesNotThrowAnyException();
        assertThat(seen().waiting()).isTrue();
        assertThat(home.heard).isEmpty();
        home.door.countDown();
        near.networks.carry(); // waits for the one that is under way
        assertThat(seen().waiting()).isFalse();
        assertThat(home.heard.stream().filter(sent -> sent.step().equals("say")))
                .hasSize(1);
    }
}
