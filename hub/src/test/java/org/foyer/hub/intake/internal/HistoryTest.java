package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.junit.jupiter.api.Test;

/** Who said what of a show and its dates, through files, sheets, undos and joins. */
class HistoryTest extends AtHistories {

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
        long two = production("Le Prince");
        RunReport joined = join(two);
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
        long two = production("Le Prince");
        RunReport joined = join(two);
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
}
