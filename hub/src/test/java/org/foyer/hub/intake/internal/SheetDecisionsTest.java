package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.CastChange;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decision between sources says, beside what waits on the sheet and what the form says later. */
class SheetDecisionsTest extends AtHistories {

    @BeforeEach
    void aShowOfTwoDates() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
    }

    private void waits(String property, String value, String actor) {
        long sheet = sheets.of(PARIS, production(), actor).orElseThrow();
        SheetWords words = TypedShow.changed(sheet().shown(), Map.of(property, value), "hall", "");
        assertThat(sheets.keep(PARIS, sheet, words, actor)).isTrue();
    }

    private ShowSheet.Published decide(long performance, String property, String value, String actor) {
        return sheets.decide(PARIS, production(), performance, property, value, actor);
    }

    private List<String> described(String property) {
        return stand.query("select p.day || ' ' || d.value from description_now d join performance p on p.id = d.thing"
                + " where d.kind = 'performance' and d.property = '" + property + "' order by p.day");
    }

    @Test
    void nobodyDecidesOverTheDraftOfSomebodyElse() {
        waits("subtitle", "De Bob", "bob");
        assertThat(decide(0, "description", "Autre.", "ada").problems())
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sheet-waits", List.of("bob")));
        CastChange change = CastChange.read("Nina: Anne Roy / Nina Petrova").get(0);
        assertThat(sheets.changeCast(PARIS, performance("2026-03-05"), List.of(change), "ada")
                        .orElseThrow()
                        .problems())
                .extracting(Problem::code)
                .containsExactly("sheet-waits");
        assertThat(stand.query("select description from production")).containsExactly("Du planning.");
        assertThat(sheet().savedBy()).isEqualTo("bob");
        assertThat(sheet().draft()).isTrue();
        assertThat(sheet().version()).isZero();
    }

    @Test
    void onesOwnDraftGoesOnWaitingWithWhatWasDecided() {
        type(Map.of("description", "De la fiche."), "hall", "");
        waits("subtitle", "D’Ada", "ada");
        assertThat(decide(0, "description", "Autre.", "ada").problems()).isEmpty();
        assertThat(stand.query("select description from production")).containsExactly("Autre.");
        assertThat(stand.query("select 1 from description where property = 'subtitle'"))
                .isEmpty();
        assertThat(sheet().draft()).isTrue();
        assertThat(sheets.publish(PARIS, sheet().id(), "ada").problems()).isEmpty();
        assertThat(stand.query("select description from production")).containsExactly("Autre.");
        assertThat(stand.query("select value from description where property = 'subtitle'"))
                .containsExactly("D’Ada");
    }

    @Test
    void aTitleIsTypedOverInItsCapitalsAndAccentsAlone() {
        type(Map.of("title", "HÂMLET"), "hall", "");
        assertThat(programme()).containsExactly("HÂMLET|2026-03-05 20:00:00.0", "HÂMLET|2026-03-06 20:00:00.0");
        run("plan-2.csv", planning("hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        assertThat(programme().get(0)).startsWith("HÂMLET|");
        rebuilt();
        assertThat(programme().get(0)).startsWith("HÂMLET|");
    }

    @Test
    void lengthAndPriceOfOneDateStayWhenTheFormIsPublishedAgain() {
        type(Map.of("duration", "80", "price_from", "12"), "hall", "");
        long first = performance("2026-03-05");
        assertThat(decide(first, "duration", "95", "ada").problems()).isEmpty();
        assertThat(decide(first, "price_from", "850", "ada").problems()).isEmpty();
        assertThat(described("duration")).containsExactly("2026-03-05 95", "2026-03-06 80");
        assertThat(described("price_from")).containsExactly("2026-03-05 850", "2026-03-06 1200");
        form(Map.of("genre", "théâtre"));
        assertThat(described("duration")).containsExactly("2026-03-05 95", "2026-03-06 80");
        assertThat(described("price_from")).containsExactly("2026-03-05 850", "2026-03-06 1200");
        form(Map.of("duration", "70"));
        assertThat(described("duration"))
                .as("said of the whole show")
                .containsExactly("2026-03-05 70", "2026-03-06 70");
        assertThat(described("price_from")).containsExactly("2026-03-05 850", "2026-03-06 1200");
    }

    @Test
    void anOlderVersionTakesTheLengthOfOneDateBackToo() {
        type(Map.of("duration", "80"), "hall", "");
        assertThat(decide(performance("2026-03-05"), "duration", "95", "ada").problems())
                .isEmpty();
        assertThat(sheets.restore(PARIS, sheet().id(), 1, "ada")).isTrue();
        assertThat(sheets.publish(PARIS, sheet().id(), "ada").problems()).isEmpty();
        assertThat(described("duration")).containsExactly("2026-03-05 80", "2026-03-06 80");
    }

    @Test
    void anHourThatCountsAlreadyIsDecidedForAgainstLaterFiles() {
        long first = performance("2026-03-05");
        assertThat(decide(first, "start", "2026-03-05T20:00", "ada").problems()).isEmpty();
        run("plan-2.csv", planning("Hamlet", "N5 2026-03-05 21:00", "N6 2026-03-06 21:00"));
        assertThat(programme()).containsExactly("Hamlet|2026-03-05 20:00:00.0", "Hamlet|2026-03-06 21:00:00.0");
        assertThat(sheets.contradictions(PARIS, 0, 50))
                .extracting(one -> one.property() + " " + one.decided())
                .containsExactly("start true");
    }

    @Test
    void aNewDateDoesNotDecideForTheTitle() {
        SheetWords shown = sheet().shown();
        List<SheetWords.Date> dates = new java.util.ArrayList<>(shown.dates());
        dates.add(new SheetWords.Date(SheetWords.NEW, Map.of("day", "2026-03-07", "time", "20:00")));
        SheetWords form = new SheetWords(shown.show(), dates, shown.works(), shown.credits());
        assertThat(sheets.keep(PARIS, sheet().id(), form, "ada")).isTrue();
        assertThat(sheets.publish(PARIS, sheet().id(), "ada").problems()).isEmpty();
        run("plan-2.csv", planning("Hamlet et Ophélie", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        assertThat(programme())
                .containsExactly(
                        "Hamlet et Ophélie|2026-03-05 20:00:00.0",
                        "Hamlet et Ophélie|2026-03-06 20:00:00.0",
                        "Hamlet et Ophélie|2026-03-07 20:00:00.0");
    }

    /** As the page sends it: what is the same for all dates stands once, and no date says it. */
    private void form(Map<String, String> show) {
        SheetWords shown = TypedShow.changed(sheet().shown(), show, "hall", "");
        SheetWords sent = new SheetWords(
                shown.show(),
                shown.dates().stream()
                        .map(date -> {
                            Map<String, String> said = new java.util.HashMap<>(date.said());
                            said.keySet().removeAll(SheetWords.OF_EACH_DATE);
                            return new SheetWords.Date(date.own(), said);
                        })
                        .toList(),
                shown.works(),
                shown.credits());
        assertThat(sheets.keep(PARIS, sheet().id(), sent, "ada")).isTrue();
        assertThat(sheets.publish(PARIS, sheet().id(), "ada").problems()).isEmpty();
    }
}
