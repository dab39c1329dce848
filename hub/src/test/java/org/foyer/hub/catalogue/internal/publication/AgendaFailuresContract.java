package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.catalogue.internal.publication.AgendaStand.HOUSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of agenda must bear: a crash of this node, and an agenda that is slow, broken or shut. */
@Timeout(120)
abstract class AgendaFailuresContract {

    @TempDir
    Path folder;

    AgendaStand stand;
    AgendaStub agenda;

    abstract AgendaStub stub();

    /** States of the dates of an event there, in order; one of all dates where the agenda knows only that. */
    abstract List<String> states(JsonNode event);

    abstract String cancelled();

    abstract String postponed();

    @BeforeEach
    void open() {
        agenda = stub();
        stand = new AgendaStand(folder, agenda);
        stand.venue();
        stand.show(1, "Hamlet");
        stand.dates(1, "2026-03-05", "2026-03-06");
        stand.show(2, "La Mouette");
        stand.dates(2, "2026-04-10");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    Rehearsal rehearsal() {
        return stand.agendas.rehearse(HOUSE, stand.slug()).orElseThrow();
    }

    JsonNode event(String title) {
        return agenda.events.values().stream()
                .filter(event -> agenda.titleOf(event).equals(title))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
    /** The error that ends a process between the answer of the agenda and the register. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    void killedAfterAnswer(int answers) {
        int[] left = {answers};
        stand.again(() -> {
            if (--left[0] == 0) {
                throw new Killed();
            }
        });
    }

    @Test
    void nothingIsThereTwiceAfterACrashBetweenTheAnswerAndTheRegister() {
        stand.connect();
        killedAfterAnswer(1);
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet");
        assertThat(stand.register("select coalesce(remote, 'unknown') from agenda_thing where kind = 'event'"))
                .containsExactly("unknown");
        agenda.writes.clear();
        stand.again(() -> {});
        assertThat(stand.publish().state()).isEqualTo(State.DONE);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
        assertThat(agenda.writes).as("Hamlet was not sent again").hasSize(1);
    }

    @Test
    void whatChangedSinceTheCrashIsSentToTheSameEvent() {
        stand.connect();
        killedAfterAnswer(1);
        stand.publish();
        stand.sql("update production set title = 'Hamlet, prince' where id = 1");
        stand.again(() -> {});
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet, prince", "La Mouette");
    }

    @Test
    void whatWentSinceTheCrashIsTakenAway() {
        stand.connect();
        killedAfterAnswer(1);
        stand.publish();
        stand.sql("delete from performance where production = 1");
        stand.again(() -> {});
        stand.publish();
        assertThat(agenda.titles()).containsExactly("La Mouette");
    }

    @Test
    void aCrashWhileChangingOrTakingAwayIsMended() {
        stand.connect();
        stand.publish();
        stand.sql("update production set title = 'Hamlet, prince' where id = 1");
        killedAfterAnswer(1);
        stand.publish();
        // what stood there before is wanted again: the register must not believe that it still stands there
        stand.sql("update production set title = 'Hamlet' where id = 1");
        stand.again(() -> {});
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
        stand.sql("delete from performance where production = 2");
        killedAfterAnswer(1);
        stand.publish();
        stand.again(() -> {});
        assertThat(stand.publish().state()).isEqualTo(State.DONE);
        assertThat(agenda.titles()).containsExactly("Hamlet");
        assertThat(stand.now().there()).isEqualTo(1);
    }

    @Test
    void anAgendaThatAsksForPatienceIsGivenIt() {
        stand.connect();
        agenda.instead("PUT .*/events/.*", new AgendaStub.Told(429, "{}", "Retry-After", "30"));
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(agenda.peer.pauses).contains(Duration.ofSeconds(30));
        assertThat(agenda.titles()).hasSize(2);
    }

    @Test
    void anAgendaThatAsksForMuchPatienceIsLeftAloneForSoLong() {
        stand.connect();
        agenda.instead("PUT .*/events/.*", new AgendaStub.Told(429, "{}", "Retry-After", "7200"));
        PublishedAgenda left = stand.publish();
        assertThat(left.state()).isEqualTo(State.FAILED);
        assertThat(left.problem()).extracting(Problem::code).isEqualTo("fetch-busy");
        assertThat(left.nextAt()).isEqualTo(left.triedAt().plus(Duration.ofHours(2)));
        stand.later(Duration.ofHours(1));
        assertThat(stand.agendas.publishDue()).isZero();
        stand.later(Duration.ofHours(1));
        assertThat(stand.agendas.publishDue()).isEqualTo(1);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFailureOfTheAgendaIsTriedLaterAndLeavesOneEvent(boolean isDoneAllTheSame) {
        stand.connect();
        AgendaStub.Told broken = new AgendaStub.Told(500, "<html>");
        if (isDoneAllTheSame) {
            agenda.doneBut("PUT .*/events/.*", broken);
        } else {
            agenda.instead("PUT .*/events/.*", broken);
        }
        PublishedAgenda failed = stand.publish();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).extracting(Problem::code).isEqualTo("fetch-status");
        assertThat(failed.last().created()).as("the other one went on").isEqualTo(1);
        assertThat(failed.last().waiting()).isEqualTo(1);
        stand.later(Duration.ofMinutes(15));
        assertThat(stand.agendas.publishDue()).isEqualTo(1);
        assertThat(stand.now().state()).isEqualTo(State.DONE);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void aTokenThatRanOutIsAskedForAgainOnce() {
        stand.connect();
        agenda.callsOfToken = 2;
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(agenda.logins).isEqualTo(2);
    }

    @Test
    void whoIsNotLetInStopsAndSaysSo() {
        stand.connect();
        agenda.isBarred = true;
        PublishedAgenda barred = stand.publish();
        assertThat(barred.problem()).extracting(Problem::code).isEqualTo("agenda-not-allowed");
        assertThat(agenda.peer.asked).hasSizeLessThan(6);
        AgendaWish wish = agenda.wish();
        stand.agendas.remove(HOUSE.id(), stand.slug());
        stand.connect(new AgendaWish(
                wish.name(), wish.kind(), wish.address(), wish.settings(), "wrong-key", wish.everyMinutes()));
        agenda.isBarred = false;
        assertThat(stand.publish().problem()).extracting(Problem::code).isEqualTo("agenda-not-allowed");
        assertThat(agenda.events).isEmpty();
    }
}
