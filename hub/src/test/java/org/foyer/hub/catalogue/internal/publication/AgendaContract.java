package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.catalogue.internal.publication.AgendaStand.HOUSE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.catalogue.Rehearsal.Change;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every kind of agenda must do, against an agenda that takes only what the real one takes. */
@Timeout(120)
abstract class AgendaContract extends AgendaFailuresContract {

    @Test
    void whatWillBeSentIsShownFirstAndAsksNothing() {
        stand.connect();
        Rehearsal shown = rehearsal();
        assertThat(shown.events())
                .extracting(Rehearsal.Event::title, Rehearsal.Event::change, Rehearsal.Event::dates)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Hamlet", Change.CREATE, 2),
                        org.assertj.core.groups.Tuple.tuple("La Mouette", Change.CREATE, 1));
        assertThat(shown.events().get(0).first()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(stand.agendas.publishDue()).isZero();
        assertThat(agenda.peer.asked).isEmpty();
        stand.publish();
        assertThat(rehearsal().events()).extracting(Rehearsal.Event::change).containsOnly(Change.NONE);
        assertThat(rehearsal().events()).allMatch(event -> event.there() && event.link() != null);
    }

    @Test
    void onlyTheDifferenceIsSent() {
        stand.connect();
        PublishedAgenda first = stand.publish();
        assertThat(first.problem()).isNull();
        assertThat(first.last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.there()).isEqualTo(2);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
        agenda.writes.clear();
        int asked = agenda.peer.asked.size();
        assertThat(stand.publish().last()).isEqualTo(Done.NOTHING);
        assertThat(agenda.peer.asked).hasSize(asked);
        stand.sql("update production set title = 'La Mouette blanche' where id = 2");
        stand.later(Duration.ofHours(2));
        assertThat(stand.agendas.publishDue()).isEqualTo(1);
        assertThat(stand.now().last()).isEqualTo(new Done(0, 1, 0, 0, 0));
        assertThat(agenda.writes).hasSize(1);
        stand.dates(3, "2026-05-01");
        stand.sql("update performance set production = 1 where id = 300");
        stand.publish();
        assertThat(agenda.writes).hasSize(2);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette blanche");
    }

    @Test
    void whatIsCancelledPostponedOrTakenBackIsSoThereToo() {
        stand.connect();
        stand.publish();
        stand.sql("update performance set state = 'cancelled' where production = 1");
        stand.sql("update performance set state = 'postponed' where production = 2");
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 2, 0, 0, 0));
        assertThat(states(event("Hamlet"))).containsOnly(cancelled());
        assertThat(states(event("La Mouette"))).containsOnly(postponed());
        stand.sql("delete from performance where production = 2");
        assertThat(rehearsal().events())
                .extracting(Rehearsal.Event::change)
                .containsExactly(Change.NONE, Change.WITHDRAW);
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 0, 1, 0, 0));
        assertThat(agenda.titles()).containsExactly("Hamlet");
        stand.dates(2, "2026-04-10");
        assertThat(stand.publish().last()).isEqualTo(new Done(1, 0, 0, 0, 0));
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void whatIsOverStaysThere() {
        stand.connect();
        stand.publish();
        agenda.writes.clear();
        stand.later(Duration.ofDays(20));
        stand.sql("update production set title = 'Hamlet le Vieux' where id = 1");
        assertThat(stand.publish().state()).isEqualTo(State.DONE);
        assertThat(agenda.writes).isEmpty();
        stand.sql("delete from performance where production = 1");
        assertThat(stand.publish().state()).isEqualTo(State.DONE);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void aDateThatWasSetAsideAndASheetThatWasNotPublishedNeverGoOut() {
        stand.sql("update performance set set_aside = 'test' where production = 2");
        Sheets sheets = stand.node.intake.sheets();
        long sheet = sheets.blank(IntakeStand.PARIS, "ada");
        sheets.keep(
                IntakeStand.PARIS,
                sheet,
                new SheetWords(
                        Map.of(
                                "title",
                                "Brouillon",
                                "genre",
                                "Théâtre",
                                "description",
                                "Pas encore.",
                                "duration",
                                "60"),
                        List.of(new SheetWords.Date(
                                "own-1", Map.of("day", "2026-03-20", "time", "20:00", "venue", "Grand Théâtre"))),
                        null,
                        null),
                "ada");
        stand.connect();
        stand.publish();
        assertThat(agenda.titles()).containsExactly("Hamlet");
        assertThat(agenda.writes.toString()).doesNotContain("Brouillon");
        assertThat(sheets.publish(IntakeStand.PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(rehearsal().events()).extracting(Rehearsal.Event::title).contains("Brouillon");
    }

    @Test
    void whatTheAgendaDemandsAndNobodySaidIsARefusalInWordsAndNoPlaceholder() {
        stand.show(3, "Sans durée");
        stand.dates(3, "2026-03-07");
        stand.sql("delete from description where thing = 300");
        stand.show(4, "Sans heure");
        stand.dates(4, "2026-03-08");
        stand.sql("update performance set starts_at = null, starts_local = null where id = 400");
        stand.show(5, "Nulle part");
        stand.dates(5, "2026-03-09");
        stand.sql("update performance set venue = null where id = 500");
        stand.show(6, "En ligne");
        stand.dates(6, "2026-03-10");
        stand.sql("update performance set state = 'moved_online' where id = 600");
        stand.connect();
        Map<String, List<String>> lacks = new java.util.TreeMap<>();
        rehearsal().events().forEach(event -> lacks.put(event.title(), codes(event.lacks())));
        assertThat(lacks)
                .containsEntry("Hamlet", List.of())
                .containsEntry("Sans durée", List.of("agenda-lacks-length"))
                .containsEntry("Sans heure", List.of("agenda-lacks-hour"))
                .containsEntry("Nulle part", List.of("agenda-lacks-place"))
                .containsEntry("En ligne", List.of("agenda-date-online"));
        PublishedAgenda sent = stand.publish();
        assertThat(sent.last()).isEqualTo(new Done(2, 0, 0, 4, 0));
        assertThat(sent.state()).isEqualTo(State.PARTLY);
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void aRefusedEventIsToldWithItsWordsAndNotSentAgainByItself() {
        stand.connect();
        agenda.instead("PUT .*/events/.*", agenda.refusal("Ce titre ne va pas"));
        assertThat(stand.publish().last()).isEqualTo(new Done(1, 0, 0, 1, 0));
        Rehearsal.Event refused = rehearsal().events().get(0);
        assertThat(refused.change()).isEqualTo(Change.REFUSED);
        assertThat(refused.title()).isEqualTo("Hamlet");
        assertThat(codes(refused.lacks())).containsExactly("agenda-refused");
        assertThat(refused.lacks().get(0).arguments().get(0)).contains("Ce titre ne va pas");
        agenda.writes.clear();
        stand.later(Duration.ofHours(2));
        stand.agendas.publishDue();
        assertThat(stand.now().last()).isEqualTo(new Done(0, 0, 0, 1, 0));
        assertThat(agenda.writes).isEmpty();
        assertThat(stand.publish().last()).as("a person tries once more").isEqualTo(new Done(1, 0, 0, 0, 0));
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void aPersonTakesEverythingBackAndItStaysSo() {
        stand.connect();
        stand.publish();
        killedAfterAnswer(1);
        stand.withdraw();
        assertThat(agenda.titles()).hasSize(1);
        // nobody presses again: what was begun is ended by the clock, and never turned round
        stand.again(() -> {});
        stand.later(Duration.ofMinutes(1));
        stand.agendas.publishDue();
        assertThat(agenda.titles()).isEmpty();
        assertThat(stand.now().state()).isEqualTo(State.WITHDRAWN);
        stand.later(Duration.ofDays(1));
        assertThat(stand.agendas.publishDue()).isZero();
        assertThat(stand.publish().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void oneRunSendsSoManyAndTheNextOneTheRest() {
        for (int show = 10; show < 10 + Agendas.CHANGES_MAX; show++) {
            stand.show(show, "Show " + show);
            stand.dates(show, "2026-06-01");
        }
        stand.connect();
        assertThat(rehearsal().waiting()).isEqualTo(2);
        PublishedAgenda first = stand.publish();
        assertThat(first.last()).isEqualTo(new Done(Agendas.CHANGES_MAX, 0, 0, 0, 2));
        stand.later(Duration.ofMinutes(1));
        assertThat(stand.agendas.publishDue()).isEqualTo(1);
        assertThat(stand.now().last()).isEqualTo(new Done(2, 0, 0, 0, 0));
        assertThat(agenda.events).hasSize(Agendas.CHANGES_MAX + 2);
    }

    @Test
    void aProgrammeThatVanishedTakesNothingAwayBeforeAPersonSaysSo() {
        for (int show = 10; show < 18; show++) {
            stand.show(show, "Show " + show);
            stand.dates(show, "2026-06-01");
        }
        stand.connect();
        stand.publish();
        stand.sql("delete from performance where production >= 10");
        stand.later(Duration.ofHours(2));
        stand.agendas.publishDue();
        assertThat(stand.now().state()).isEqualTo(State.HELD);
        assertThat(stand.now().problem().arguments()).containsExactly("8", "10");
        assertThat(agenda.events).hasSize(10);
        assertThat(stand.publish().last()).isEqualTo(new Done(0, 0, 8, 0, 0));
        assertThat(agenda.titles()).containsExactly("Hamlet", "La Mouette");
    }

    @Test
    void anAgendaThatIsForgottenAndConnectedAgainIsKnownAgain() {
        stand.connect();
        stand.publish();
        assertThat(stand.agendas.remove(HOUSE.id(), stand.slug())).isTrue();
        assertThat(stand.register("select secret from agenda")).isEmpty();
        stand.connect();
        agenda.writes.clear();
        assertThat(stand.publish().last()).isEqualTo(Done.NOTHING);
        assertThat(agenda.writes).isEmpty();
        AgendaWish wish = agenda.wish();
        Agendas.Outcome twice = stand.agendas.add(
                HOUSE, new AgendaWish("Other", wish.kind(), wish.address(), wish.settings(), "x", null), "ada");
        assertThat(codes(twice.problems())).containsExactly("agenda-connected");
    }

    @Test
    void aSimulatedHousePublishesNothingToTheWorld() {
        AgendaWish wish = agenda.wish();
        stand.connect(new AgendaWish(wish.name(), wish.kind(), "", Map.copyOf(settings(wish)), "key", null));
        PublishedAgenda told = stand.agendas
                .publish(AgendaStand.house(true, "EUR"), stand.slug(), AgendaStand.LONG)
                .orElseThrow();
        assertThat(told.problem()).extracting(Problem::code).isEqualTo("agenda-simulated");
        assertThat(agenda.peer.asked).isEmpty();
    }

    private static Map<String, String> settings(AgendaWish wish) {
        Map<String, String> settings = new java.util.HashMap<>(wish.settings());
        settings.remove("token");
        settings.remove("search");
        return settings;
    }

    @Test
    void theSecretIsSealedAndStandsNowhere() throws IOException {
        stand.connect();
        stand.publish();
        agenda.isBarred = true;
        stand.sql("update production set title = 'Hamlet, prince' where id = 1");
        stand.publish();
        assertThat(agenda.wish().toString()).doesNotContain(AgendaStub.SECRET);
        assertThat(stand.now().toString()).doesNotContain(AgendaStub.SECRET);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(AgendaStub.SECRET);
            }
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Agendas.Outcome outcome = stand.agendas.add(
                HOUSE,
                new AgendaWish(
                        " ",
                        agenda.kind(),
                        "ftp://nowhere.example",
                        Map.of("language", "xx", "colour", "red"),
                        null,
                        5),
                "ada");
        assertThat(codes(outcome.problems()))
                .contains(
                        "agenda-name",
                        "agenda-interval",
                        "agenda-secret-missing",
                        "agenda-language",
                        "agenda-setting-unknown",
                        "fetch-scheme");
        assertThat(codes(stand.agendas
                        .add(HOUSE, new AgendaWish("a", "paper", "", Map.of(), "x", null), "ada")
                        .problems()))
                .containsExactly("agenda-kind-unknown");
    }
}
