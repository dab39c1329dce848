package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.IntakeRunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the contacts of a buyer whom the house knows already. */
class ContactsTest {

    private static final String HEAD = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Nom;Email;Telephone;Adresse;Code postal;Ville\n";

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

    private static String sale(String ticket, String day, String contacts) {
        return ticket + ";Vente;" + day + " 10:15;Le Cid;26/04/2025 20:00;23,50;C1;" + contacts + "\n";
    }

    private RunReport load(String name, String rows) {
        RunReport report = stand.run(PARIS, stand.receive(name, HEAD + rows));
        assertThat(report.byProblem()).isEmpty();
        return report;
    }

    private void undo(RunReport report) {
        stand.intake.undo(Objects.requireNonNull(report.run()), "tester");
    }

    private List<String> people() {
        return stand.query("select last_name, email, phone, street, postcode, city from personal.buyer");
    }

    private static final String OLD = "Roy;roy@old.example;0102030405;1 rue du Puits;75011;Paris";
    private static final String NEW = "Roy;roy@new.example;;2 quai du Port;13002;Marseille";

    @Test
    void theLatestContactsAreKeptAndCountedAndUndoBringsBackTheOnesBefore() {
        load("a.csv", sale("1", "21/02/2025", OLD));
        RunReport changed = load("b.csv", sale("1", "21/02/2025", OLD) + sale("2", "03/03/2025", NEW));
        assertThat(people()).containsExactly("Roy|roy@new.example|0102030405|2 quai du Port|13002|Marseille");
        assertThat(changed.taken()).isEqualTo(1);
        undo(changed);
        assertThat(people()).containsExactly("Roy|roy@old.example|0102030405|1 rue du Puits|75011|Paris");
    }

    /** The sale is known, its buyer's address is news. */
    @Test
    void aRowThatChangesNothingButTheContactsIsTaken() {
        load("a.csv", sale("1", "21/02/2025", OLD) + sale("2", "22/02/2025", OLD));
        RunReport changed = load("b.csv", sale("1", "21/02/2025", OLD) + sale("2", "22/02/2025", NEW));
        assertThat(changed.taken()).isEqualTo(1);
        assertThat(changed.unchanged()).isEqualTo(1);
        assertThat(changed.problems()).isEmpty();
        assertThat(stand.query("select count(*), sum(amount) from sale_line")).containsExactly("2|4700");
        RunReport again = load("c.csv", sale("2", "22/02/2025", NEW));
        assertThat(again.taken()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        undo(changed);
        assertThat(people()).containsExactly("Roy|roy@old.example|0102030405|1 rue du Puits|75011|Paris");
    }

    @Test
    void anOlderFileLoadedLaterOverwritesNothingAndCountsAsUnchanged() {
        RunReport march = load("march.csv", sale("2", "03/03/2025", NEW));
        RunReport january = load("january.csv", sale("1", "21/01/2025", OLD));
        assertThat(people()).containsExactly("Roy|roy@new.example|0102030405|2 quai du Port|13002|Marseille");
        RunReport sameOnceMore = load("again.csv", sale("1", "21/01/2025", OLD));
        assertThat(sameOnceMore.taken()).isZero();
        undo(march);
        assertThat(people()).containsExactly("Roy|roy@old.example|0102030405|1 rue du Puits|75011|Paris");
        undo(january);
    }

    /** A run that only confirmed what was known is knowledge of its day all the same. */
    @Test
    void whatALaterSaleConfirmedIsNotOlderThanThatSale() {
        load("january.csv", sale("1", "21/01/2025", NEW));
        load("march.csv", sale("2", "03/03/2025", NEW));
        load("february.csv", sale("3", "10/02/2025", OLD));
        assertThat(people()).extracting(row -> row.split("\\|")[1]).containsExactly("roy@new.example");
    }

    @Test
    void withinAFileTheLatestMovementTells() {
        load("a.csv", sale("2", "03/03/2025", NEW) + sale("1", "21/01/2025", OLD));
        assertThat(people()).extracting(row -> row.split("\\|")[1]).containsExactly("roy@new.example");
    }

    @Test
    void aPartOfTheAddressThatIsKnownDoesNotTakeTheRestAway() {
        load("a.csv", sale("1", "21/02/2025", OLD));
        RunReport same = load("b.csv", sale("1", "21/02/2025", "Roy;;;;75011;"));
        assertThat(same.taken()).isZero();
        load("c.csv", sale("1", "21/02/2025", "Roy;roy@new.example;;;75011;"));
        assertThat(people()).containsExactly("Roy|roy@new.example|0102030405|1 rue du Puits|75011|Paris");
        load("d.csv", sale("1", "21/02/2025", "Roy;;;;69001;"));
        assertThat(people()).containsExactly("Roy|roy@new.example|0102030405|null|69001|null");
    }

    /** It named the buyer by the key alone, so it confirmed nothing. */
    @Test
    void aRunWithoutContactsDoesNotKeepWhatAnUndoneRunSaid() {
        load("a.csv", sale("1", "21/02/2025", OLD));
        RunReport changed = load("b.csv", sale("2", "03/03/2025", NEW));
        stand.run(
                PARIS,
                stand.receive(
                        "c.csv",
                        "Billet;Operation;Date operation;Spectacle;Date representation;Montant;N° client\n"
                                + "3;Vente;04/03/2025 10:15;Le Cid;26/04/2025 20:00;23,50;C1\n"));
        undo(changed);
        assertThat(people()).containsExactly("Roy|roy@old.example|0102030405|1 rue du Puits|75011|Paris");
    }

    /** A present state is known when it is seen, whenever the ticket was sold. */
    @Test
    void ofPresentStatesTheLatestRunTells() {
        String head = "ticket number;status;sold at;title;performance date;price;customer id;email\n";
        String row = "A;paid;2025-05-20 10:00;Lear;2025-06-21 19:30;10.00;C1;";
        stand.run(LONDON, stand.receive("a.csv", head + row + "lear@old.example\n"));
        stand.now = stand.now.plusSeconds(86_400);
        RunReport second = stand.run(LONDON, stand.receive("b.csv", head + row + "lear@new.example\n"));
        assertThat(second.taken()).as("%s", second).isEqualTo(1);
        assertThat(stand.query("select email from personal.buyer")).containsExactly("lear@new.example");
    }

    @Test
    void figuresOfContactsFollow() {
        load("a.csv", sale("1", "21/02/2025", "Roy;;;;;"));
        RunReport changed = load("b.csv", sale("2", "03/03/2025", NEW));
        assertThat(stand.query("select buyers, with_email, with_postcode from contact_quality"))
                .containsExactly("1|1|1");
        undo(changed);
        assertThat(stand.query("select buyers, with_email, with_postcode from contact_quality"))
                .containsExactly("1|0|0");
    }

    private record Said(IntakeRunId run, int day, String email) {}

    /**
     * Whatever is loaded and undone in whatever order: the buyer has what the living run of the latest day said, of
     * equal days the later run; and a rebuild makes the same tables.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderOfRunsAndUndosLeavesWhatTheLatestLivingRunSaid(long seed) {
        Random random = new Random(seed);
        List<Said> living = new ArrayList<>();
        for (int step = 0; step < 10; step++) {
            if (living.size() > 1 && random.nextInt(3) == 0) {
                Said back = living.remove(random.nextInt(living.size()));
                stand.intake.undo(back.run(), "tester");
            } else {
                int day = 1 + random.nextInt(9);
                String email = "roy@" + random.nextInt(3) + ".example";
                RunReport report =
                        load("f" + step + ".csv", sale("T" + step, "0" + day + "/03/2025", "Roy;" + email + ";;;;"));
                living.add(new Said(Objects.requireNonNull(report.run()), day, email));
            }
            Said last = living.stream()
                    .max(Comparator.comparingInt(Said::day)
                            .thenComparingInt(said -> said.run().value()))
                    .orElseThrow();
            assertThat(stand.query("select email from personal.buyer"))
                    .as("seed %d, step %d: %s", seed, step, living)
                    .containsExactly(last.email());
        }
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }
}
