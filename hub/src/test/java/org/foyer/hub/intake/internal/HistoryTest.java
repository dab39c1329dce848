package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who said what of a show and its dates, through files, sheets, undos and joins; and back. */
class HistoryTest extends AtSheets {

    private History history;

    @BeforeEach
    void history() {
        history = stand.intake.history();
    }

    @Test
    void eachChangeIsToldWithWhatCountedBeforeAndWhoSaidItWhen() {
        RunReport first = run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        RunReport second = run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30", "N6 2026-03-06 20:00"));
        RunReport typed = type(Map.of("title", "Hamlet, enfin"), "hall", "Grande salle");
        assertThat(lines(show()))
                .containsExactly(
                        number(typed) + " title Hamlet, prince>Hamlet, enfin counts",
                        number(typed) + " hall null>Grande salle 2026-03-05 counts",
                        number(second) + " title Hamlet>Hamlet, prince",
                        number(second) + " start 2026-03-05T20:00>2026-03-05T20:30 2026-03-05 counts",
                        number(first) + " description null>Du planning. counts",
                        number(first) + " title null>Hamlet",
                        number(first) + " start null>2026-03-05T20:00 2026-03-05",
                        number(first) + " start null>2026-03-06T20:00 2026-03-06 counts",
                        number(first) + " venue null>Grand Théâtre 2026-03-05+2 counts");
        RecordChange.Run run = show().changes().get(2).run();
        assertThat(run.files()).containsExactly("plan-2.csv");
        assertThat(run.actor()).isEqualTo("tester");
        assertThat(run.at()).isEqualTo(second.begunAt());
        assertThat(run.source()).isEqualTo("programme-columns");
        assertThat(show().withoutFiles().changes())
                .allMatch(one -> one.run().files().isEmpty());
        long date = performance("2026-03-06");
        assertThat(lines(
                        history.of(PARIS, History.Kind.PERFORMANCE, date, 0, 50).orElseThrow()))
                .containsExactly(
                        number(first) + " start null>2026-03-06T20:00 2026-03-06 counts",
                        number(first) + " venue null>Grand Théâtre 2026-03-06 counts");
    }

    @Test
    void aPageIsAPartOfTheSameOrder() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        run("plan-2.csv", planning("Hamlet, prince", "N5 2026-03-05 20:30", "N6 2026-03-06 20:00"));
        List<String> all = lines(show());
        RecordHistory page =
                history.of(PARIS, History.Kind.SHOW, production(), 2, 3).orElseThrow();
        assertThat(lines(page)).isEqualTo(all.subList(2, 5));
        assertThat(page.total()).isEqualTo(all.size());
    }

    @Test
    void anotherHousesRecordAndOneThatNeverWasHaveNone() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        assertThat(history.of(LONDON, History.Kind.SHOW, production(), 0, 50)).isEmpty();
        assertThat(history.of(PARIS, History.Kind.SHOW, 99, 0, 50)).isEmpty();
        String change = show().changes().get(0).id();
        assertThat(history.putBack(LONDON, History.Kind.SHOW, production(), change, null, "ada")
                        .ended())
                .isEqualTo(History.Ended.UNKNOWN);
    }

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

    @Test
    void aSetAsideDateAndItsReturnAreChangesLikeOthers() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        type(Map.of(), "set_aside", "mistake");
        RunReport back = type(Map.of(), "set_aside", "");
        assertThat(lines(show())).startsWith(number(back) + " set_aside mistake> 2026-03-05 counts");
        putBack("set_aside null>mistake 2026-03-05", "ada");
        assertThat(stand.query("select set_aside from performance")).containsExactly("mistake");
    }

    @Test
    void ofJoinedShowsEachIsToldWithWhatCountedForItUntilThen() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        run("site.json", page("Le Prince", "2026-03-09T20:00"));
        long two = Long.parseLong(stand.query("select id from production where title = 'Le Prince'")
                .get(0));
        RunReport joined = run(
                "doubles.json",
                "{\"foyer-doubles\": \"1\", \"decisions\": [{\"thing_kind\": \"production\", \"thing\": \"%d\", \"known_as\": \"%d\", \"verdict\": \"same\"}]}"
                        .formatted(two, production()));
        RecordHistory both = history.of(PARIS, History.Kind.SHOW, two, 0, 50).orElseThrow();
        assertThat(both.thing()).isEqualTo(production());
        assertThat(lines(both).get(0)).isEqualTo(number(joined) + " JOINED null>Le Prince");
        assertThat(lines(both))
                .anyMatch(line -> line.contains("title null>Le Prince"))
                .anyMatch(line -> line.contains("title null>Hamlet"));
        assertThat(both.changes())
                .filteredOn(
                        one -> one.value().equals("Le Prince") && one.property().equals("title"))
                .extracting(RecordChange::other)
                .containsExactly("Le Prince");
        undo(joined);
        assertThat(lines(show())).noneMatch(line -> line.contains("Le Prince"));
    }

    @Test
    void anUndoneImportIsToldAsUndoneWithWhatItSpokeOfAndNotWithItsWords() {
        RunReport first = run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        RunReport second =
                run("plan-2.csv", planning("Zyzzyva Ottoline", "N5 2026-03-05 20:30", "N6 2026-03-06 20:00"));
        RunReport typed = type(Map.of("genre", "théâtre"), "hall", "Grande salle");
        stand.now = stand.now.plusSeconds(60);
        undo(second);
        assertThat(lines(show()))
                .containsExactly(
                        number(typed) + " genre null>théâtre counts",
                        number(typed) + " hall null>Grande salle 2026-03-05 counts",
                        number(second) + " TAKEN_BACK title null>",
                        number(second) + " TAKEN_BACK start null> 2026-03-05",
                        number(first) + " description null>Du planning. counts",
                        number(first) + " title null>Hamlet counts",
                        number(first) + " start null>2026-03-05T20:00 2026-03-05 counts",
                        number(first) + " start null>2026-03-06T20:00 2026-03-06 counts",
                        number(first) + " venue null>Grand Théâtre 2026-03-05+2 counts");
        RecordChange.Run undone = show().changes().get(2).run();
        assertThat(undone.undoneAt()).isEqualTo(stand.now);
        assertThat(undone.undoneBy()).isEqualTo("ada");
        assertThat(undone.actor()).isEqualTo("tester");
        assertThat(undone.files()).containsExactly("plan-2.csv");
        assertThat(show().changes())
                .filteredOn(one -> one.run().number() != number(second))
                .allMatch(one -> one.run().undoneAt() == null);
        assertThat(show().toString()).doesNotContain("Zyzzyva");
        assertThat(stand.everything().toString()).doesNotContain("Zyzzyva");
        rebuilt();
    }

    @Test
    void anUndoneJoinIsToldToBothAndAnUndoneSheetToItsShow() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        run("site.json", page("Le Prince", "2026-03-09T20:00"));
        long two = Long.parseLong(stand.query("select id from production where title = 'Le Prince'")
                .get(0));
        RunReport joined = run(
                "doubles.json",
                "{\"foyer-doubles\": \"1\", \"decisions\": [{\"thing_kind\": \"production\", \"thing\": \"%d\", \"known_as\": \"%d\", \"verdict\": \"same\"}]}"
                        .formatted(two, production()));
        undo(joined);
        RunReport typed = type(Map.of("genre", "drame"), "hall", "Un");
        undo(typed);
        assertThat(lines(show()).subList(0, 3))
                .containsExactly(
                        number(typed) + " TAKEN_BACK genre null>",
                        number(typed) + " TAKEN_BACK hall null> 2026-03-05",
                        number(joined) + " TAKEN_BACK joined null>");
        assertThat(lines(history.of(PARIS, History.Kind.SHOW, two, 0, 50).orElseThrow())
                        .get(0))
                .isEqualTo(number(joined) + " TAKEN_BACK joined null>");
        rebuilt();
    }

    @Test
    void noBuyerIsInAHistory() {
        run("plan.csv", planning("Hamlet", "N5 2026-03-05 20:00"));
        run("ventes.csv", """
                Billet;Opération;Date de vente;Montant TTC;Tarif;Spectacle;Date représentation;Heure représentation;N° client;Nom;Prénom;Email
                1;Vente;2026-01-10 10:00;12,00;Plein;Hamlet;2026-03-05;20:00;77;Zyzzyva;Ottoline;ottoline@example.org
                """);
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("1");
        assertThat(show().toString()).contains("Hamlet").doesNotContain("Zyzzyva", "Ottoline", "ottoline@");
    }

    private RecordHistory show() {
        return history.of(PARIS, History.Kind.SHOW, production(), 0, 50).orElseThrow();
    }

    private ShowSheet sheet() {
        return sheets.sheet(PARIS, sheets.of(PARIS, production(), "ada").orElseThrow())
                .orElseThrow();
    }

    private RunReport type(Map<String, String> show, String property, String value) {
        long sheet = sheets.of(PARIS, production(), "ada").orElseThrow();
        SheetWords shown = sheet().shown();
        sheets.keep(PARIS, sheet, TypedShow.changed(shown, show, property, value), "ada");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems()).isEmpty();
        return published.report();
    }

    /** A change by its end, whatever run said it. */
    private String change(String told) {
        List<RecordChange> found = show().changes().stream()
                .filter(one -> line(one).replace(" counts", "").endsWith(" " + told))
                .toList();
        assertThat(found).as(told + " in " + lines(show())).hasSize(1);
        return found.get(0).id();
    }

    private History.PuttingBack putBack(String told, String actor) {
        return history.putBack(PARIS, History.Kind.SHOW, production(), change(told), null, actor);
    }

    private static List<String> lines(RecordHistory history) {
        return history.changes().stream().map(HistoryTest::line).toList();
    }

    private static String line(RecordChange one) {
        String property = one.what() == RecordChange.What.SAID
                ? one.property()
                : (one.what().name() + " " + one.property()).strip();
        return one.run().number() + " " + property + (one.language().isEmpty() ? "" : "@" + one.language()) + " "
                + one.before() + ">" + one.value() + (one.first() == null ? "" : " " + one.first())
                + (one.dates() > 1 ? "+" + one.dates() : "") + (one.counts() ? " counts" : "");
    }

    private long last() {
        return Long.parseLong(stand.query("select max(run) from run_mark").get(0));
    }

    private static int number(RunReport report) {
        return report.run().value();
    }

    private long production() {
        return Long.parseLong(stand.query("select min(id) from production").get(0));
    }

    private long performance(String day) {
        return Long.parseLong(stand.query("select id from performance where day = date '" + day + "'")
                .get(0));
    }

    private List<String> programme() {
        return stand.query("select d.title, p.starts_local from performance p join production d on d.house = p.house"
                + " and d.id = p.production order by p.id");
    }

    private static String planning(String title, String... dates) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Description\n");
        for (String date : dates) {
            String[] parts = date.split(" ");
            csv.append("%s;\"%s\";%s;%s;Grand Théâtre;Du planning.\n".formatted(parts[0], title, parts[1], parts[2]));
        }
        return csv.toString();
    }

    private static String page(String title, String hour) {
        return """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://www.grand.example/9",
                  "name": "%s", "startDate": "%s:00+01:00", "location": {"@type": "Place", "name": "Grand Théâtre"}}
                """.formatted(title, hour);
    }

    private RunReport run(String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private void undo(RunReport report) {
        IntakeRunId run = report.run();
        assertThat(stand.intake.undo(run, "ada").state()).isEqualTo(RunState.UNDONE);
    }

    private void rebuilt() {
        List<String> before = lines(show());
        stand.intake.rebuild(Progress.NONE);
        assertThat(lines(show())).isEqualTo(before);
    }
}
