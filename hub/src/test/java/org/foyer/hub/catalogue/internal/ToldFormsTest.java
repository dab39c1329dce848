package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What works are, as what groups are set up in law, and which character somebody plays: from tables, out, in again and taken back. */
class ToldFormsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Genre;Producteur;Statut juridique du producteur;Oeuvre;Type d'oeuvre;Genre de l'oeuvre;Catégorie de l'oeuvre;Artiste;Fonction;Personnage;Statut juridique
            Carmen;2026-03-04;20:00;Cour;Opéra;Opéra du Sud;EPCC;Carmen;Opéra;Opéra-comique;Lyrique;Ana Roy;Chant;Carmen;
            Carmen;2026-03-04;20:00;Cour;Opéra;Opéra du Sud;EPCC;Carmen;Opéra;Opéra-comique;Lyrique;Les Nuits;Orchestre;;SCOP
            Zoo;2026-03-05;20:00;Cour;Danse;;;Zoo;Pièce pour girafes;;;Max;Danse;;
            """;

    private static final String FORMS =
            "select coalesce(w.title, n.name) as of, d.property, d.value from description_now d"
                    + " left join work w on d.kind = 'work' and w.id = d.thing"
                    + " left join (select distinct name from (select name from contribution union select producer from production) where name is not null) n"
                    + " on d.kind = 'name' and name_number(n.name) = d.thing"
                    + " where d.property in ('work_type', 'work_genre', 'work_category', 'legal_form') order by all";

    private static final String CHARACTER =
            "select distinct name, role, instrument from contribution where name = 'Ana Roy'";

    private static final String[] SAID = {
        "Carmen|work_category|Lyrique",
        "Carmen|work_genre|Opéra-comique",
        "Carmen|work_type|Opéra",
        "Les Nuits|legal_form|SCOP",
        "Opéra du Sud|legal_form|EPCC",
        "Zoo|work_type|Pièce pour girafes"
    };

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static RunReport give(IntakeStand stand, String name, String text) {
        RunReport report = stand.run(IntakeStand.PARIS, stand.receive(name, text));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    @Test
    void aTableTellsThemAndCapDataBringsAllOfThemBack() throws IOException {
        give(stand, "saison.csv", TABLE);
        assertThat(stand.query(FORMS)).containsExactly(SAID);
        assertThat(stand.query(CHARACTER)).containsExactly("Ana Roy|Chant|Carmen");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Descriptions(stand.warehouse).writeCapData(List.of(HOUSE), Fixture.BASE, out);
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(other, "programme.rdf", out.toString(StandardCharsets.UTF_8));
            assertThat(other.query(FORMS)).containsExactly(SAID);
            assertThat(other.query(CHARACTER)).containsExactly("Ana Roy|Chant|Carmen");
        }
    }

    @Test
    void jsonLdTellsTheGenreOfAWorkAndATypeThatTheVocabularyKnows() throws IOException {
        give(stand, "saison.csv", TABLE);
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        assertThat(out).contains("\"https://node.example/id/vocabulary/work-forms/opera\"");
        assertThat(Shapes.objections(Shapes.read(out))).isEmpty();
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(other, "programme.jsonld", out);
            assertThat(other.query(FORMS)).containsExactly("Carmen|work_genre|Opéra-comique", "Carmen|work_type|Opéra");
        }
    }

    @Test
    void theSameAgainAddsNothingALaterWordCountsAndAllGoesWithItsImport() {
        String all =
                "select count(*) from description where property in ('work_type', 'work_genre', 'work_category', 'legal_form')";
        RunReport first = give(stand, "saison.csv", TABLE);
        give(stand, "saison-bis.csv", TABLE.replace("20:00", "20:30"));
        assertThat(stand.query(all)).containsExactly("6");
        RunReport later = give(stand, "later.csv", TABLE.replace("SCOP", "SCIC").replace("Opéra-comique", "Drame"));
        assertThat(stand.query(FORMS)).contains("Les Nuits|legal_form|SCIC", "Carmen|work_genre|Drame");
        assertThat(new CreditedPeople(stand.warehouse)
                        .byName("Les Nuits")
                        .orElseThrow()
                        .legalForm())
                .isEqualTo("SCIC");
        stand.intake.undo(later.run(), "tester");
        assertThat(stand.query(FORMS)).containsExactly(SAID);
        stand.intake.undo(first.run(), "tester");
        assertThat(stand.query(
                        "select count(*) from description where property = 'legal_form' and run = " + first.run()))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({"Opéra-comique, Drame", "EPCC, EPIC"})
    void whatATakeBackTakesFromAWorkOrAProducerIsChangedAgainInTheFeed(String word, String other) {
        RunReport first = give(stand, "saison.csv", TABLE);
        RunReport later = give(stand, "later.csv", TABLE.replace(word, other));
        assertThat(changed()).containsExactly("Carmen " + later.run(), "Zoo " + first.run());
        stand.intake.undo(later.run(), "tester"); // which is a run of its own
        assertThat(changed()).containsExactly("Carmen " + (later.run().value() + 1), "Zoo " + first.run());
    }

    private List<String> changed() {
        return stand.query("select distinct p.title || ' ' || f.changed_run from performance f"
                + " join production p on p.id = f.production order by all");
    }
}
