package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever changes a house has its buyers linked, not while imports work, and not for ever. */
class BackgroundLinkingTest {

    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final AtomicBoolean busy = new AtomicBoolean();
    private BuyerStand stand;
    private House house;
    private BackgroundLinking background;

    @BeforeEach
    void open() {
        stand = new BuyerStand(folder);
        house = stand.house();
        background = new BackgroundLinking(
                stand.samePerson,
                id -> id.equals(house.id()) ? Optional.of(house) : Optional.empty(),
                busy::get,
                QUIET);
        stand.warehouse.onChange(background::soon);
    }

    @AfterEach
    void close() {
        background.close();
        stand.close();
    }

    private LinkedPeople awaitLinked(int buyers) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        LinkedPeople people = stand.samePerson.standing(house.id());
        while ((!people.current() || people.buyers() != buyers) && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            people = stand.samePerson.standing(house.id());
        }
        return people;
    }

    @Test
    void buyersThatCameAreLinkedWithoutAskingAndThenItIsQuiet() throws InterruptedException {
        stand.buyers(house, BuyerStand.crowd(100));
        LinkedPeople people = awaitLinked(100);
        assertThat(people.current()).isTrue();
        assertThat(people.buyers()).isEqualTo(100);
        long revision = stand.warehouse.revision(house.id());
        Thread.sleep(QUIET.toMillis() * 20);
        assertThat(stand.warehouse.revision(house.id()))
                .as("what linking wrote is no reason to link again")
                .isEqualTo(revision);
    }

    @Test
    void nothingIsLinkedWhileImportsWork() throws InterruptedException {
        busy.set(true);
        stand.buyers(house, BuyerStand.crowd(100));
        Thread.sleep(QUIET.toMillis() * 20);
        assertThat(stand.samePerson.standing(house.id()).done()).isFalse();
        busy.set(false);
        assertThat(awaitLinked(100).current()).isTrue();
    }
}
