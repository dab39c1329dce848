package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;

/** Earlier values of a show and its dates come back by a sheet, or are refused in words. */
class PutBackTest extends AtHistories {

    @Test
    void anEarlierValueIsPutBackByASheetThatCanBeUndone() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30", "N6 2026-03-06 20:00"));
        History.PuttingBack hour = putBack("start null>2026-03-05T20:00 2026-03-05", "ada");
        assertThat(hour.ended()).isEqualTo(History.Ended.PUBLISHED);
        assertThat(hour.published().problems()).isEmpty();
        assertThat(programme())
                .containsExactly("Hamlet, prince|2026-03-05 20:00:00.0", "Hamlet, prince|2026-03-06 20:00:00.0");
        putBack("title null>Hamlet", "ada");
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 20:00:00.0", "Hamlet|2026-03-06 20:00:00.0");
        assertThat(lines(show()).get(0)).endsWith("title Hamlet, prince>Hamlet counts");
        assertThat(show().changes().get(0).run().actor()).isEqualTo("ada");
        assertThat(show().changes().get(0).run().source()).isEqualTo("typed-here");
        run("plan-3.csv", planning("Hamlet, roi", "N5 2026-03-05 21:00", "N6 2026-03-06 20:00"));
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 20:00:00.0", "Hamlet|2026-03-06 20:00:00.0");
        undo(hour.published().report());
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 21:00:00.0", "Hamlet|2026-03-06 20:00:00.0");
    }

    @Test
    void whatTheSheetSaidBesideStaysAndAVersionThatWasTakenBackIsNotPublishedWithIt() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        type(Map.of("genre", "théâtre"), "hall", "Grande salle");
        RunReport wrong = type(Map.of("title", "Omelette", "subtitle", "Faux"), "hall", "Grande salle");
        undo(wrong);
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 20:00:00.0");
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30"));
        assertThat(putBack("title null>Hamlet", "ada").published().problems()).isEmpty();
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 20:30:00.0");
        assertThat(stand.query("select genre from production")).containsExactly("théâtre");
        assertThat(stand.query("select value from description where property = 'subtitle'"))
                .isEmpty();
        ShowSheet sheet = sheet();
        assertThat(sheet.shown().get("genre")).isEqualTo("théâtre");
        assertThat(sheet.shown().get("title")).isEqualTo("Hamlet");
    }

    @Test
    void theDraftOfSomebodyElseIsNotPassedOverAndOnesOwnGoesOnWaitingWithIt() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30"));
        long id = sheets.of(PARIS, production(), "bob").orElseThrow();
        SheetWords his = TypedShow.changed(sheet().shown(), Map.of("subtitle", "De Bob"), "hall", "Petite salle");
        sheets.keep(PARIS, id, his, "bob");
        History.PuttingBack refused = putBack("title null>Hamlet", "ada");
        assertThat(refused.ended()).isEqualTo(History.Ended.DRAFT_OF_OTHER);
        assertThat(refused.sheet().savedBy()).isEqualTo("bob");
        assertThat(programme()).containsExactly("Hamlet, prince|2026-03-05 20:30:00.0");
        assertThat(sheet().shown().get("subtitle")).isEqualTo("De Bob");
        assertThat(putBack("title null>Hamlet", "bob").ended()).isEqualTo(History.Ended.PUBLISHED);
        assertThat(
                        stand.query(
                                "select title, (select max(value) from description where property = 'subtitle') from production"))
                .containsExactly("Hamlet|null");
        ShowSheet waiting = sheet();
        assertThat(waiting.draft()).isTrue();
        assertThat(waiting.savedBy()).isEqualTo("bob");
        assertThat(waiting.shown().get("subtitle")).isEqualTo("De Bob");
        assertThat(waiting.shown().get("title")).isEqualTo("Hamlet");
    }

    @Test
    void whoLookedBeforeAPublicationPutsNothingBack() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30"));
        type(Map.of("genre", "théâtre"), "hall", "Grande salle");
        RecordHistory seen = show();
        type(Map.of("genre", "drame"), "hall", "Grande salle");
        String change = change("title null>Hamlet");
        assertThat(history.putBack(PARIS, History.Kind.SHOW, production(), change, seen.sheet(), "ada")
                        .ended())
                .isEqualTo(History.Ended.CHANGED_SINCE);
        assertThat(history.putBack(PARIS, History.Kind.SHOW, production(), change, show().sheet(), "ada")
                        .ended())
                .isEqualTo(History.Ended.PUBLISHED);
        assertThat(history.putBack(PARIS, History.Kind.SHOW, production(), change, null, "ada")
                        .ended())
                .isEqualTo(History.Ended.COUNTS);
        assertThat(history.putBack(PARIS, History.Kind.SHOW, production(), "1-x", null, "ada")
                        .ended())
                .isEqualTo(History.Ended.GONE);
    }

    @Test
    void aRefusalNamesTheFieldAndPublishesNothing() {
        run(
                "plan.csv",
                planning("Hamlet", "N5 2026-03-05 20:00")
                        .replace("Description", "Genre")
                        .replace("Du planning.", "drame ".repeat(99)));
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:00"));
        History.PuttingBack refused = putBack("title null>Hamlet", "ada");
        assertThat(refused.published().problems())
                .extracting(Problem::code, problem -> problem.place().column())
                .containsExactly(Tuple.tuple("programme-text-too-long", "genre"));
        assertThat(programme()).containsExactly("Hamlet, prince|2026-03-05 20:00:00.0");
    }

    @Test
    void pricesLengthsLanguagesAndIdentifiersArePutBackAsTheyWere() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        type(
                Map.of(
                        "price_from",
                        "8,50",
                        "duration",
                        "95",
                        "title@en",
                        "Hamlet",
                        "production_ids",
                        "wikidata: Q41567; isni: 0000 0001 2146 438X"),
                "hall",
                "Un");
        type(
                Map.of(
                        "price_from",
                        "12",
                        "duration",
                        "80",
                        "title@en",
                        "The Prince",
                        "production_ids",
                        "wikidata: Q192437; isni: 0000 0001 2146 438X"),
                "hall",
                "Un");
        assertThat(lines(show()))
                .contains(
                        last() + " price_from 850>1200 2026-03-05+2 counts",
                        last() + " id:wikidata Q41567>Q192437 counts");
        putBack("price_from null>850 2026-03-05+2", "ada");
        putBack("duration null>95 2026-03-05+2", "ada");
        putBack("title@en null>Hamlet", "ada");
        putBack("id:wikidata null>Q41567", "ada");
        assertThat(stand.query(
                        "select distinct property, language, value from description_now where property in ('price_from', 'duration')"
                                + " or language = 'en' order by all"))
                .containsExactly("duration||95", "price_from||850", "title|en|Hamlet");
        assertThat(stand.query("select property, value from found_outside_now order by all"))
                .containsExactly("isni|000000012146438X", "wikidata|Q41567");
        ShowSheet sheet = sheet();
        assertThat(sheet.shown().get("price_from")).isEqualTo("8.50");
        assertThat(sheet.shown().get("production_ids")).contains("wikidata: Q41567", "isni: 0");
    }

    @Test
    void whatASheetCannotSayIsSaidSo() {
        run(
                "plan.csv",
                planning("Hamlet", "N5 2026-03-05 20:00")
                        .replace("Description", "Saison")
                        .replace("Du planning.", "2025-2026"));
        run(
                "plan-2.csv",
                planning("Hamlet", "N5 2026-03-05 20:00")
                        .replace("Description", "Saison")
                        .replace("Du planning.", "25-26"));
        assertThat(putBack("season null>2025-2026 2026-03-05", "ada").ended()).isEqualTo(History.Ended.NOT_TYPED);
    }
}
