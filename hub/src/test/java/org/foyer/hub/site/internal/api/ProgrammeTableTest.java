package org.foyer.hub.site.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.pages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeTableTest {

    private static final String FILE = """
            Titre;Date;Heure;Lieu;Changement de distribution;Festival;Cycle;Salle;Configuration;Jauge;Capacité de la salle
            La Mouette;2026-05-01;20:00;Grande salle;;Mai, enfin;;;;;
            La Mouette;2026-05-02;20:00;Grande salle;Nina: Anne Roy / Nina Petrova;;Classiques;Haut;En rond;90;120
            La Mouette;2026-05-03;20:00;Grande salle;"Chien: Rex /; Treplev: / Luc Petit";;;Haut;;80;150
            """;

    private static final String CHANGES = "select f.day, p.title, d.value from shown_performance f"
            + " join production p on p.house = f.house and p.id = f.production"
            + " left join description_now d on d.house = f.house and d.kind = 'performance' and d.thing = f.id"
            + " and d.property = 'cast_changes' where f.house = 1 order by all";

    private static final String HALLS =
            "select 'told', property, value, null from description where kind = 'hall' union all"
                    + " select f.hall, d.value, null, f.day from performance f left join description_now d on d.house = f.house"
                    + " and d.kind = 'performance' and d.thing = f.id and d.property = 'configuration' where f.house = 1 order by all";

    private static final String PART_OF = "select f.day, d.property, d.value from performance f join description_now d"
            + " on d.house = f.house and d.kind = 'performance' and d.thing = f.id"
            + " where f.house = 1 and d.property in ('festival', 'series') order by all";

    @TempDir
    Path folder;

    private static void give(IntakeStand stand, String name, byte[] bytes) {
        // byte for byte, as a workbook is no text
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        RunReport report = stand.run(PARIS, stand.receive(name, text, StandardCharsets.ISO_8859_1));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
    }

    private static byte[] written(IntakeStand stand, TableForm form) throws IOException {
        House house = new House(
                PARIS,
                "paris",
                "Paris",
                Discipline.THEATRE,
                100,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgrammeTable.write(
                new WarehouseProgramme(stand.warehouse),
                house,
                new ProgrammeDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                "https://node.example",
                form,
                Language.of(Locale.FRENCH),
                out);
        return out.toByteArray();
    }

    @Test
    void changesOfCastFestivalsAndSeriesGoOutAndComeInAgainInEachForm() throws IOException {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"))) {
            give(one, "saison.csv", FILE.getBytes(StandardCharsets.UTF_8));
            List<String> changes = one.query(CHANGES);
            assertThat(changes)
                    .containsExactly(
                            "2026-05-01|La Mouette|null",
                            "2026-05-02|La Mouette|Nina: Anne Roy / Nina Petrova",
                            "2026-05-03|La Mouette|Chien: Rex /; Treplev: / Luc Petit");
            assertThat(one.query(PART_OF))
                    .containsExactly("2026-05-01|festival|Mai, enfin", "2026-05-02|series|Classiques");
            for (TableForm form : TableForm.values()) {
                byte[] table = written(one, form);
                try (IntakeStand other = new IntakeStand(folder.resolve(form.name()))) {
                    give(other, form == TableForm.XLSX ? "programme.xlsx" : "programme.csv", table);
                    assertThat(other.query(CHANGES)).as(form.name()).isEqualTo(changes);
                    assertThat(other.query(PART_OF)).as(form.name()).isEqualTo(one.query(PART_OF));
                    assertThat(other.query(HALLS))
                            .as(form.name())
                            .isEqualTo(one.query(HALLS))
                            .contains("Haut|En rond|null|2026-05-02", "told|haut\u001fen rond\u001fcapacity|120|null");
                }
            }
        }
    }

    private static final String REVIVED = org.foyer.hub.store.Revivals.with()
            + "select p.title, o.title from revival v join production p on p.id = v.production"
            + " join production o on o.id = v.original";

    @Test
    void whatIsRevivedGoesOutByItsTitleAndComesInAgain() throws IOException {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"))) {
            String revived = """
                    Titre;Date;Heure;Lieu;Reprise de
                    La Mouette;2026-02-01;20:00;Cour;
                    La Mouette, encore;2026-10-01;20:00;Cour;LA MOUETTE
                    """;
            give(one, "saison.csv", revived.getBytes(StandardCharsets.UTF_8));
            for (TableForm form : TableForm.values()) {
                byte[] table = written(one, form);
                try (IntakeStand other = new IntakeStand(folder.resolve(form.name()))) {
                    give(other, form == TableForm.XLSX ? "programme.xlsx" : "programme.csv", table);
                    assertThat(other.query(REVIVED)).as(form.name()).containsExactly("La Mouette, encore|La Mouette");
                }
            }
        }
    }
}
