package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesIntakeTest {

    static final String HEAD =
            "N° de billet;Opération;Date opération;Spectacle;Date séance;Salle;Tarif;Canal;Prix TTC;N° client;Nom;Code postal\n";
    static final String FILE = HEAD
            + "0001;Vente;21/02/2025 10:15;Le Misanthrope;26/04/2025 20:00;Grande salle;Plein tarif;Guichet;23,50;C1;Été;01000\n"
            + "0002;Vente;21/02/2025 10:15;Le Misanthrope;26/04/2025 20:00;Grande salle;Tarif maison;Internet;12,00;C2;Œuvrard;75011\n"
            + "0002;Annulation;05/03/2025 09:00;Le Misanthrope;26/04/2025 20:00;Grande salle;Tarif maison;Internet;12,00;C2;Œuvrard;75011\n";

    @TempDir
    Path folder;

    IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aFrenchExportInWindows1252BecomesMovements() {
        RunReport report = stand.run(PARIS, stand.receive("ventes.csv", FILE, Charset.forName("windows-1252")));
        assertThat(report.problems()).extracting(Problem::code).isEmpty();
        assertThat(report.state()).isEqualTo(RunState.COMMITTED);
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.tickets()).isEqualTo(1);
        assertThat(report.amount()).isEqualTo(2350);
        assertThat(
                        stand.query(
                                "select ticket, operation, sold, day, first_day, quantity, amount from sale_line order by ticket, sold"))
                .containsExactly(
                        "0001|sale|2025-02-21 09:15:00.0|2025-02-21|2025-02-21|1|2350",
                        "0002|sale|2025-02-21 09:15:00.0|2025-02-21|2025-02-21|1|1200",
                        "0002|cancellation|2025-03-05 08:00:00.0|2025-03-05|2025-02-21|-1|-1200");
        assertThat(stand.query("select label, kind from label order by label"))
                .containsExactly("Guichet|counter", "Internet|web", "Plein tarif|full", "Tarif maison|null");
        assertThat(stand.query("select buyer_ref, last_name, postcode from personal.buyer order by 1"))
                .containsExactly("C1|Été|01000", "C2|Œuvrard|75011");
        assertThat(stand.query("select sum(tickets), sum(amount), sum(known_buyer), sum(lines) from daily_cube"))
                .containsExactly("1|2350|1|3");
        assertThat(report.toClassify()).hasSize(1);
        assertThat(report.performances()).hasSize(1);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        stand.run(PARIS, stand.receive("ventes.csv", FILE));
        var before = stand.query(
                "select * exclude (run, report) from (select * from daily_cube), (select 1 as run, 1 as report)");
        RunReport second = stand.run(PARIS, stand.receive("ventes.csv", FILE));
        assertThat(second.taken()).isZero();
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(
                        stand.query(
                                "select * exclude (run, report) from (select * from daily_cube), (select 1 as run, 1 as report)"))
                .isEqualTo(before);
    }

    /** Scans come late: the sample from which forms are guessed shows none. */
    @Test
    void aDateColumnBlankInTheSampleIsReadLikeTheOthers() {
        StringBuilder file = new StringBuilder(HEAD.replace("Code postal", "Code postal;Date de scan"));
        for (int i = 0; i < 700; i++) {
            file.append(
                    "%04d;Vente;21/02/2025 10:15;Le Misanthrope;26/04/2025 20:00;Grande salle;Plein tarif;Guichet;23,50;;;;%s\n"
                            .formatted(i, i < 650 ? "" : "26/04/2025 19:4" + i % 10));
        }
        RunReport report = stand.run(PARIS, stand.receive("ventes.csv", file.toString()));
        assertThat(report.byProblem()).isEmpty();
        assertThat(report.taken()).isEqualTo(700);
        assertThat(stand.query("select count(*), min(scanned), max(scanned) from entry"))
                .containsExactly("50|2025-04-26 17:40:00.0|2025-04-26 17:49:00.0");
    }

    /** What the sample did not show, far down in the file: blanks of every kind, capitals, another word. */
    @Test
    void wordsAndBlanksThatTheSampleDidNotShowAreUnderstood() {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 700; i++) {
            file.append(
                    "%04d;Vente;21/02/2025 10:15;Le Misanthrope;26/04/2025 20:00;Grande salle;Plein tarif;Guichet;23,50;;;\n"
                            .formatted(i));
        }
        file.append(
                "0001\u00a0;\tREMBOURSEMENT\u202f; 22/02/2025 10:15 ;\u00a0Le Misanthrope ;26/04/2025 20:00;Grande salle;"
                        + "\"Plein tarif \";Guichet;\u202f23,50\u00a0;;;\n");
        RunReport report = stand.run(PARIS, stand.receive("ventes.csv", file.toString()));
        assertThat(report.byProblem()).isEmpty();
        assertThat(report.tickets()).isEqualTo(699);
        assertThat(stand.query("select count(*) from performance")).containsExactly("1");
        assertThat(stand.query("select label from label where field = 'tariff'"))
                .containsExactly("Plein tarif");
        assertThat(stand.query(
                        "select operation, first_day, amount from sale_line where ticket = '0001' order by sold"))
                .containsExactly("sale|2025-02-21|2350", "cancellation|2025-02-21|-2350");
    }
}
