package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.IntakeStand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were never taken go, here and in the archive, once they have waited as long as the house keeps them. */
class WaitingRowsDueTest {

    private static final int MONTHS = 6;
    private static final String HEAD =
            "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;remarque\n";

    @TempDir
    Path folder;

    private IntakeStand stand;

    /** One row is taken, one waits since its day does not exist, one is no row. */
    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        stand.run(
                IntakeStand.PARIS,
                stand.receive(
                        "ventes.csv",
                        HEAD
                                + "T1;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;12;Martin;Anne;anne@example.org;\n"
                                + "T2;vente;31/02/2025 10:00;20,00;Phèdre;12/11/2025 20:00;13;Zquvaxton;Ilse;i@example.org;\n"
                                + "T3;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;14;Zquvaxton;Jo;j@example.org;;;;;;\n"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private void monthsLater(int days) {
        stand.now = stand.now.plusSeconds(86_400L * days);
    }

    private static Optional<Proof> due(PersonRights rights) {
        return rights.forgetWaitingDue(IntakeStand.PARIS, MONTHS, "steward");
    }

    private List<String> places() throws IOException {
        return NameSearch.placesThatName(stand, "Zquvaxton");
    }

    @Test
    void theyStayUntilTheirTimeIsOver() throws IOException {
        monthsLater(170);
        assertThat(due(stand.intake.rights())).isEmpty();
        assertThat(places()).isNotEmpty();
        assertThat(stand.query("select count(*) from personal.quarantine")).containsExactly("2");
    }

    @Test
    void thenTheyGoFromEveryByteAndWhatWasTakenStays() throws IOException {
        monthsLater(190);
        Proof proof = due(stand.intake.rights()).orElseThrow();
        assertThat(proof.people()).isZero();
        assertThat(proof.quarantine()).isEqualTo(2);
        assertThat(proof.filesCleaned()).isEqualTo(1);
        assertThat(proof.filesDeleted()).isEqualTo(1);
        assertThat(places()).isEmpty();
        assertThat(stand.query("select last_name, email from personal.buyer"))
                .containsExactly("Martin|anne@example.org");
        assertThat(stand.query("select ticket from sale_line")).containsExactly("T1");
        assertThat(due(stand.intake.rights())).as("nothing is left to do").isEmpty();
        assertThat(stand.intake.rights().erasures(IntakeStand.PARIS)).containsExactly(proof);
    }

    @Test
    void aRebuildDoesNotBringThemBack() throws IOException {
        monthsLater(190);
        due(stand.intake.rights());
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
        assertThat(places()).isEmpty();
    }

    @Test
    void whatACrashLeftIsFinished() throws IOException {
        for (String point : List.of("erasure-begun", "file-cleaned", "archive-cleaned", "warehouse-cleaned")) {
            monthsLater(190);
            var crashing = stand.intake(reached -> {
                if (reached.equals(point)) {
                    throw new IllegalStateException("crash");
                }
            });
            assertThatThrownBy(() -> due(crashing.rights())).hasMessage("crash");
            stand.intake.settle();
            due(stand.intake.rights());
            assertThat(places()).as(point).isEmpty();
            List<String> before = stand.everything();
            stand.intake.rebuild(Progress.NONE);
            assertThat(stand.everything()).as(point).isEqualTo(before);
            stand.close();
            folder = folder.resolveSibling(folder.getFileName() + point);
            open();
        }
    }
}
