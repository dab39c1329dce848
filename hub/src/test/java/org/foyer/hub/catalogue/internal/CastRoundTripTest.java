package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Casts that differ from date to date leave the node in the words of others and come in again in another house with the same differences. */
class CastRoundTripTest {

    /** Each date with who plays; the fourth lacks a role, the fifth says nothing, the sixth has somebody besides. */
    private static final String[][] CASTS = {
        {"Nina Petrova;Chant", "Luc Petit;Treplev", "Jeanne Martin;Mise en scène"},
        {"Nina Petrova;Chant", "Luc Petit;Treplev", "Jeanne Martin;Mise en scène"},
        {"Anne Roy;Chant", "Luc Petit;Treplev", "Jeanne Martin;Mise en scène"},
        {"Nina Petrova;Chant", "Jeanne Martin;Mise en scène"},
        {";"},
        {"Nina Petrova;Chant", "Luc Petit;Treplev", "Rex;Chien", "Jeanne Martin;Mise en scène"},
    };

    private static final String CREDITS = "select distinct f.day, c.name, c.role from contribution c"
            + " join performance f on f.house = c.house and f.id = c.performance where c.house = 1 order by all";

    @TempDir
    Path folder;

    private static void fill(IntakeStand stand) {
        StringBuilder csv =
                new StringBuilder("Code représentation;Code spectacle;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI\n");
        for (int show = 1; show <= 2; show++) {
            for (int day = 0; day < (show == 1 ? CASTS.length : 3); day++) {
                for (String credit : CASTS[day]) {
                    csv.append("R%d%d;P%d;Spectacle %d;2026-0%d-0%d;20:00;Salle;%s;%s\n"
                            .formatted(
                                    show,
                                    day,
                                    show,
                                    show,
                                    show,
                                    day + 1,
                                    credit,
                                    credit.startsWith("Anne") ? "0000 0001 2146 438X" : ""));
                }
            }
        }
        assertThat(stand.run(PARIS, stand.receive("planning.csv", csv.toString()))
                        .state())
                .isEqualTo(RunState.COMMITTED);
    }

    private static Map<String, String> changes(IntakeStand stand) {
        Map<String, String> changes = new TreeMap<>();
        for (ProgrammeEntry entry :
                new WarehouseProgramme(stand.warehouse).entries(PARIS, Fixture.FIRST, Fixture.LAST, 0, 100)) {
            changes.put(entry.performance().day().toString(), CastChange.text(entry.changes()));
        }
        return changes;
    }

    private static void same(IntakeStand one, IntakeStand other, String name, String text, String recipe) {
        RunReport report = other.run(PARIS, other.receive(name, text));
        assertThat(report.recipe()).as("%s", report.problems()).isNotNull();
        assertThat(report.recipe().name()).isEqualTo(recipe);
        Map<String, String> changes = changes(one);
        assertThat(changes)
                .hasSize(9)
                .containsEntry("2026-01-03", "Chant: Anne Roy / Nina Petrova")
                .containsEntry("2026-01-04", "Treplev: / Luc Petit")
                .containsEntry("2026-01-05", "")
                .containsEntry("2026-01-06", "Chien: Rex /")
                .containsEntry("2026-02-03", "Chant: Anne Roy / Nina Petrova");
        assertThat(changes(other)).isEqualTo(changes);
        assertThat(other.query(CREDITS)).isEqualTo(one.query(CREDITS));
    }

    @Test
    void asLinkedDataEachEventHasItsOwnCast() throws IOException {
        House house = Fixture.house("Europe/Paris", false);
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            fill(one);
            String out = Fixture.jsonLd(one.warehouse, house);
            assertThat(Shapes.objections(Shapes.read(out))).isEmpty();
            same(one, other, "programme.jsonld", out, "schema-org-events");
        }
    }

    @Test
    void asCapDataARunHasTheUsualCastAndADateItsOwn() throws IOException {
        House house = Fixture.house("Europe/Paris", false);
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            fill(one);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new Descriptions(one.warehouse).writeCapData(List.of(house), Fixture.BASE, bytes);
            String out = bytes.toString(StandardCharsets.UTF_8);
            String run = out.substring(
                    out.lastIndexOf("<cap:Production ") < 0
                            ? out.lastIndexOf("Production rdf:about")
                            : out.lastIndexOf("<cap:Production "));
            assertThat(run.substring(0, run.indexOf("Evenement rdf:about")))
                    .as("the second show credits both roles on each date")
                    .contains("Nina Petrova", "Luc Petit", "Jeanne Martin")
                    .doesNotContain("Anne Roy");
            assertThat(out).contains("000000012146438X").contains("/id/person/");
            same(one, other, "capdata-export.rdf", out, "capdata-programme");
        }
    }
}
