package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.catalogue.EveningCast;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.CastChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody says of one date who plays in whose place: beside files, above them, and taken back. */
class CastSheetsTest {

    private static final CastChange ANNE = CastChange.of("Nina", "Anne Roy", "Nina Petrova");

    private static final String CREDITED =
            "select name, role from contribution where performance = %d qualify precedence(source, run)"
                    + " = max(precedence(source, run)) over (partition by position is null) order by all";

    @TempDir
    Path folder;

    IntakeStand stand;
    Programme programme;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        programme = new WarehouseProgramme(stand.warehouse);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private RunReport give(String name, String treplev) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction\n");
        for (int day = 1; day <= 3; day++) {
            String date = "R%d;La Mouette;2026-03-0%d;20:00;Salle;".formatted(day, day);
            csv.append(date)
                    .append("Nina Petrova;Nina\n")
                    .append(date)
                    .append(treplev)
                    .append(";Treplev\n");
        }
        RunReport report = stand.run(PARIS, stand.receive(name, csv.toString()));
        assertThat(report.state()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private long second() {
        return Long.parseLong(stand.query("select id from performance where day = date '2026-03-02'")
                .get(0));
    }

    private ShowSheet.Published say(long performance, CastChange... changes) {
        ShowSheet.Published published = stand.intake
                .sheets()
                .changeCast(PARIS, performance, List.of(changes), "ada")
                .orElseThrow();
        assertThat(published.problems()).isEmpty();
        return published;
    }

    private List<String> credited(long performance) {
        return stand.query(CREDITED.formatted(performance));
    }

    @Test
    void whoIsSaidToPlayInSomebodysPlaceDoesAndTheOthersAreStillTheFiles() {
        give("a.csv", "Luc Petit");
        long second = second();
        say(second, ANNE);
        assertThat(credited(second)).containsExactly("Anne Roy|Nina", "Luc Petit|Treplev");
        EveningCast cast = programme.cast(PARIS, second).orElseThrow();
        assertThat(cast.changes()).containsExactly(ANNE);
        assertThat(cast.usual())
                .extracting(part -> part.role() + part.names())
                .containsExactly("Nina[Nina Petrova]", "Treplev[Luc Petit]");
        assertThat(cast.cast()).containsOnlyKeys("Nina", "Treplev").containsEntry("Nina", List.of("Anne Roy"));
        give("b.csv", "Max Blanc");
        assertThat(credited(second))
                .as("a later file counts for everybody of whom nobody typed")
                .containsExactly("Anne Roy|Nina", "Max Blanc|Treplev");
        assertThat(stand.query("select source, value from description where property = 'cast_changes'"))
                .containsExactly("typed-here|Nina: Anne Roy / Nina Petrova");
    }

    @Test
    void undoneOrSaidToBeNoneItIsAsFilesSay() {
        give("a.csv", "Luc Petit");
        List<String> before = stand.query("select * exclude (changed_run) from performance order by id");
        long second = second();
        RunReport report = Objects.requireNonNull(say(second, ANNE).report());
        stand.intake.undo(Objects.requireNonNull(report.run()), "ada");
        assertThat(credited(second)).containsExactly("Luc Petit|Treplev", "Nina Petrova|Nina");
        assertThat(stand.query("select name from credited_name order by name"))
                .containsExactly("Luc Petit", "Nina Petrova");
        assertThat(stand.query("select * exclude (changed_run) from performance order by id"))
                .isEqualTo(before);
        say(second, ANNE);
        say(second);
        assertThat(credited(second)).containsExactly("Luc Petit|Treplev", "Nina Petrova|Nina");
        assertThat(programme.castChanges(PARIS, List.of(second))).isEmpty();
        assertThat(stand.intake.sheets().versions(PARIS, sheet())).hasSize(3);
    }

    private long sheet() {
        return stand.intake
                .sheets()
                .of(
                        PARIS,
                        Long.parseLong(stand.query("select id from production").get(0)),
                        "ada")
                .orElseThrow();
    }

    @Test
    void theFormKeepsItBesideTheFilesAndTakesItBackAgain() {
        give("a.csv", "Luc Petit");
        long second = second();
        ShowSheet sheet = stand.intake.sheets().sheet(PARIS, sheet()).orElseThrow();
        assertThat(sheet.billsDiffer()).isFalse();
        SheetWords typed =
                with(sheet.shown(), second, "Nina: Anne Roy / Nina Petrova; Chien: Rex /; Treplev: / Luc Petit");
        stand.intake.sheets().keep(PARIS, sheet.id(), typed, "ada");
        assertThat(credited(second)).as("nothing is public yet").contains("Nina Petrova|Nina");
        assertThat(stand.intake.sheets().publish(PARIS, sheet.id(), "ada").problems())
                .isEmpty();
        assertThat(credited(second)).containsExactly("Anne Roy|Nina", "Rex|Chien");
        assertThat(programme.entry(PARIS, second).orElseThrow().changesTold())
                .as("what a person said is told, also who does not play")
                .extracting(CastChange::text)
                .containsExactly("Chien: Rex /", "Nina: Anne Roy / Nina Petrova", "Treplev: / Luc Petit");
        ShowSheet after = stand.intake.sheets().sheet(PARIS, sheet.id()).orElseThrow();
        assertThat(after.shown().credits())
                .extracting(SheetWords.Credit::name)
                .containsExactly("Nina Petrova", "Luc Petit");
        assertThat(after.billsDiffer())
                .as("what a change made is not the files' word")
                .isFalse();
        stand.intake.sheets().keep(PARIS, sheet.id(), with(after.shown(), second, ""), "bob");
        assertThat(stand.intake.sheets().publish(PARIS, sheet.id(), "bob").problems())
                .isEmpty();
        assertThat(credited(second)).containsExactly("Luc Petit|Treplev", "Nina Petrova|Nina");
        assertThat(stand.intake.sheets().restore(PARIS, sheet.id(), 1, "ada")).isTrue();
        assertThat(stand.intake.sheets().publish(PARIS, sheet.id(), "ada").problems())
                .isEmpty();
        assertThat(credited(second)).containsExactly("Anne Roy|Nina", "Rex|Chien");
    }

    private static SheetWords with(SheetWords shown, long performance, String changes) {
        return new SheetWords(
                shown.show(),
                shown.dates().stream()
                        .map(date -> date.own().equals(Long.toString(performance))
                                ? new SheetWords.Date(
                                        date.own(),
                                        java.util.stream.Stream.concat(
                                                        date.said().entrySet().stream()
                                                                .filter(one -> !one.getKey()
                                                                        .equals(SheetWords.CAST_CHANGES)),
                                                        java.util.Map.of(SheetWords.CAST_CHANGES, changes)
                                                                .entrySet()
                                                                .stream())
                                                .collect(java.util.stream.Collectors.toMap(
                                                        java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)))
                                : date)
                        .toList(),
                shown.works(),
                shown.credits());
    }

    @Test
    void whatIsNoChangeIsRefusedWithItsField() {
        give("a.csv", "Luc Petit");
        ShowSheet sheet = stand.intake.sheets().sheet(PARIS, sheet()).orElseThrow();
        stand.intake.sheets().keep(PARIS, sheet.id(), with(sheet.shown(), second(), "Anne Roy remplace Nina"), "ada");
        assertThat(stand.intake.sheets().publish(PARIS, sheet.id(), "ada").problems())
                .extracting(problem -> problem.code() + " " + problem.place().column())
                .containsExactly("cast-change-unreadable date-1-cast_changes");
        assertThat(stand.intake
                        .sheets()
                        .changeCast(PARIS, second(), List.of(CastChange.of("Nina", "A; B", "Nina Petrova")), "ada")
                        .orElseThrow()
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly("cast-change-unreadable");
        assertThat(stand.intake.sheets().changeCast(PARIS, 1, List.of(), "ada")).isEmpty();
    }

    @Test
    void aTableSaysItInAColumnAndWhatIsTypedCountsAbove() {
        String csv = "Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;Remplacement\n"
                + "R1;La Mouette;2026-03-01;20:00;Salle;Nina Petrova;Nina;\n"
                + "R2;La Mouette;2026-03-02;20:00;Salle;Nina Petrova;Nina;Nina : Anne Roy / Nina Petrova\n"
                + "R3;La Mouette;2026-03-03;20:00;Salle;Nina Petrova;Nina;peut-être Anne\n";
        RunReport report = stand.run(PARIS, stand.receive("planning.csv", csv));
        assertThat(report.state()).isEqualTo(RunState.COMMITTED);
        assertThat(report.problems()).extracting(problem -> problem.code()).contains("cast-changes-left-out");
        long second = second();
        assertThat(credited(second)).containsExactly("Anne Roy|Nina");
        say(second, CastChange.of("Nina", "Zoé", "Nina Petrova"));
        assertThat(credited(second)).containsExactly("Zoé|Nina");
        assertThat(stand.intake.sheets().contradictions(PARIS, 0, 50))
                .extracting(Contradiction::property)
                .containsExactly("cast_changes");
    }

    @Test
    void whoeverIsReplacedMayBeNamedInAnotherSpellingOnceItIsKnownToBeOne() {
        give("a.csv", "Luc Petit");
        long second = second();
        say(second, CastChange.of("nina", "Anne Roy", "N. Petrova"));
        assertThat(credited(second)).contains("Nina Petrova|Nina", "Anne Roy|nina");
        String csv = "Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI\n"
                + "S1;Lear;2026-04-01;20:00;Salle;Nina Petrova;Cordelia;0000 0001 2146 438X\n"
                + "S2;Lear;2026-04-02;20:00;Salle;N. Petrova;Cordelia;0000 0001 2146 438X\n";
        RunReport report = stand.run(PARIS, stand.receive("lear.csv", csv));
        assertThat(credited(second)).containsExactly("Anne Roy|Nina", "Luc Petit|Treplev");
        stand.intake.undo(Objects.requireNonNull(report.run()), "ada");
        assertThat(credited(second)).contains("Nina Petrova|Nina", "Anne Roy|nina");
    }

    @Test
    void aRebuildGivesTheSameAgain() {
        give("a.csv", "Luc Petit");
        say(second(), ANNE);
        give("b.csv", "Max Blanc");
        say(second(), ANNE, CastChange.of("Treplev", "", "Max Blanc"));
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }
}
