package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.foyer.hub.intake.RunReport;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a table that tell title or description in a language, and whether who is credited is a person or a group. */
class TextColumnsTest {

    private static final String TABLE = """
            Titre;Date;Heure;Description;English title;Titel in het Nederlands;Beschreibung auf Deutsch;Description in English
            Le Roi Lear;01/05/2026;20:00;Un roi.;<b>King</b> Lear;Koning Lear;<p>Ein König.</p><p>Drei Töchter.</p>;A < b
            Tosca;02/05/2026;20:00;Rome.;;<br>;;
            """;

    private static final String CREDITS = """
            Titre;Date;Heure;Artiste;Personne ou groupe
            Lear;01/05/2026;20:00;Anne Roy;Personne
            Lear;01/05/2026;20:00;Les Ports;GROUPE
            Lear;01/05/2026;20:00;Luc Petit;oui
            Lear;01/05/2026;20:00;Léa Mer;
            """;

    @TempDir
    Path folder;

    @Test
    void onlyWordsThatSayPersonOrGroupAreTaken() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            RunReport report = WholeProgramme.give(stand, "saison.csv", CREDITS.getBytes(StandardCharsets.UTF_8));
            assertThat(
                            stand.query(
                                    "select distinct c.name, n.value from contribution c join description_now n"
                                            + " on n.kind = 'name' and n.property = 'agent' and n.thing = name_number(c.name) order by all"))
                    .containsExactly("Anne Roy|person", "Les Ports|group");
            assertThat(report.problems()).extracting(Problem::code).contains("contributor-kinds-left-out");
            assertThat(stand.query("select count(*) from contribution")).containsExactly("4");
        }
    }

    @Test
    void areTextsInOtherLanguagesWithoutMarkup() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            WholeProgramme.give(stand, "saison.csv", TABLE.getBytes(StandardCharsets.UTF_8));
            String texts = "select p.title, property, language, replace(n.value, chr(10), '/') from description_now n"
                    + " join production p on p.id = n.thing where n.kind = 'production' and language <> '' order by all";
            assertThat(stand.query(texts))
                    .containsExactly(
                            "Le Roi Lear|description|de|Ein König.//Drei Töchter.",
                            "Le Roi Lear|description|en|A < b",
                            "Le Roi Lear|title|en|King Lear",
                            "Le Roi Lear|title|nl|Koning Lear");
            assertThat(stand.query("select title, description from production order by title"))
                    .containsExactly("Le Roi Lear|Un roi.", "Tosca|Rome.");
            // the same file twice says nothing new
            WholeProgramme.give(stand, "again.csv", (TABLE + "\n").getBytes(StandardCharsets.UTF_8));
            assertThat(stand.query("select count(*) from description where language <> ''"))
                    .containsExactly("4");
        }
    }
}
