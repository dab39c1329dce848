package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.DoublePair.Kind;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Revivals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that may revive earlier ones are proposed with reasons; what is decided is kept, and can be taken back. */
class RevivalsProposedTest {

    private static final HouseId HOUSE = IntakeStand.PARIS;

    /** Of one company two earlier stagings, of another the same play, of the first another play, and a later season of the same show. */
    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Oeuvre;Producteur
            Mouettes;2019-03-04;20:00;Cour;La Mouette;Compagnie du Lac
            La Mouette;2022-03-04;20:00;Cour;La Mouette;Compagnie du Lac
            La mouette (reprise);2025-03-04;20:00;Cour;La Mouette;compagnie du lac
            La mouette (reprise);2025-10-04;20:00;Cour;La Mouette;compagnie du lac
            Nina;2025-05-04;20:00;Cour;La Mouette;Les Autres
            Platonov;2025-06-04;20:00;Cour;Platonov;Compagnie du Lac
            """;

    private static final String REVIVED = Revivals.with()
            + "select p.title, o.title from revival v join production p on p.id = v.production"
            + " join production o on o.id = v.original order by all";

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
        RunReport report = stand.run(HOUSE, stand.receive("saison.csv", TABLE));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private List<DoublePair> proposed() {
        return stand.intake.doubles().doubtful(HOUSE).stream()
                .filter(pair -> pair.kind() == Kind.REVIVAL)
                .toList();
    }

    private List<String> names() {
        return proposed().stream()
                .map(pair -> pair.other().name() + " of " + pair.one().name())
                .toList();
    }

    private RunReport decide(boolean same) {
        DoublePair pair = proposed().get(0);
        RunReport report = stand.intake
                .doubles()
                .decide(HOUSE, Kind.REVIVAL, pair.one().id(), pair.other().id(), same, "ada")
                .orElseThrow();
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    @Test
    void theNearestEarlierShowOfTheSameWorkByTheSameProducerIsProposedWithItsReasons() {
        assertThat(names()).containsExactly("La mouette (reprise) of La Mouette", "La Mouette of Mouettes");
        assertThat(proposed().get(0).reasons())
                .extracting(DoublePair.Reason::code, DoublePair.Reason::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("same-company", "Compagnie du Lac"),
                        org.assertj.core.groups.Tuple.tuple("same-works", "La Mouette"),
                        org.assertj.core.groups.Tuple.tuple("earlier-season", "2021-22"));
    }

    @Test
    void whatIsDecidedStandsOnTheSheetAndIsTakenBackWithItsImport() {
        RunReport run = decide(true);
        assertThat(stand.query(REVIVED)).containsExactly("La mouette (reprise)|La Mouette");
        assertThat(names()).containsExactly("La Mouette of Mouettes");
        assertThat(stand.intake.doubles().decided(HOUSE, 10))
                .extracting(
                        Doubles.Decided::kind, Doubles.Decided::same, Doubles.Decided::name, Doubles.Decided::otherName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REVIVAL, true, "La Mouette", "La mouette (reprise)"));
        long later = Long.parseLong(stand.query("select production from performance where day = '2025-03-04'")
                .get(0));
        ShowSheet sheet = stand.intake
                .sheets()
                .sheet(HOUSE, stand.intake.sheets().of(HOUSE, later, "ada").orElseThrow())
                .orElseThrow();
        assertThat(sheet.shown().get("revival_of")).startsWith("La Mouette, 2021-22 (");

        stand.intake.undo(run.run(), "ada");
        assertThat(stand.query(REVIVED)).isEmpty();
        assertThat(stand.intake.doubles().decided(HOUSE, 10)).isEmpty();
        assertThat(names()).hasSize(2);
    }

    @Test
    void whatIsNoneIsNotProposedAgainUntilThatIsTakenBack() {
        RunReport run = decide(false);
        assertThat(names()).containsExactlyInAnyOrder("La mouette (reprise) of Mouettes", "La Mouette of Mouettes");
        assertThat(stand.query(REVIVED)).isEmpty();
        assertThat(stand.intake.doubles().decided(HOUSE, 10))
                .extracting(Doubles.Decided::kind, Doubles.Decided::same)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.REVIVAL, false));
        stand.intake.undo(run.run(), "ada");
        assertThat(names()).contains("La mouette (reprise) of La Mouette");
    }

    @Test
    void whatIsNotThereOrGoesInACircleIsNotDecided() {
        DoublePair pair = proposed().get(0);
        assertThat(stand.intake.doubles().decide(HOUSE, Kind.REVIVAL, pair.one().id(), 99_000_001, true, "ada"))
                .isEmpty();
        decide(true);
        assertThat(stand.intake
                        .doubles()
                        .decide(
                                HOUSE,
                                Kind.REVIVAL,
                                pair.other().id(),
                                pair.one().id(),
                                true,
                                "ada"))
                .isEmpty();
    }
}
