package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.loading.ForgottenBuyers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person with a name that nobody else has is planted, forgotten, and looked for in every byte, sealed ones opened. */
class ForgettingTest {

    private static final String NAME = "Zquvaxton";
    private static final String RECEIVED = "Ventes Ilse_" + NAME + ".csv";
    private static final String HEAD =
            "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;code postal;remarque\n";

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static String line(String ticket, String sold, String amount, String buyer) {
        return ticket + ";vente;" + sold + ";" + amount + ";Phèdre;12/11/2025 20:00;" + buyer + "\n";
    }

    private static final String PLANTED = "4711;" + NAME + ";Ilse;ilse@" + "zquvaxton.example;75011;au rang A";
    private static final String OTHER = "12;Martin;Anne;anne@example.org;13001;";

    private RunReport importPlanted() {
        return run(
                RECEIVED,
                HEAD
                        + line("T1", "01/05/2025 10:00", "20,00", PLANTED)
                        + line("T2", "01/05/2025 10:05", "20,00", OTHER)
                        + line(
                                "T3",
                                "02/05/2025 10:05",
                                "30,00",
                                OTHER.replace("13001;", "13001;cadeau de Ilse " + NAME))
                        + line("T4", "31/02/2025 10:05", "30,00", PLANTED));
    }

    private RunReport run(String name, String text) {
        return stand.run(IntakeStand.PARIS, stand.receive(name, text));
    }

    private List<Long> planted() {
        return stand
                .intake
                .rights()
                .find(IntakeStand.PARIS, new Asked(null, "ILSE@zquvaxton.example", null, null, null))
                .buyers()
                .stream()
                .map(Buyer::person)
                .toList();
    }

    private Proof forget() {
        return stand.intake.rights().forget(IntakeStand.PARIS, planted(), "steward");
    }

    private List<String> placesThatName() throws IOException {
        return NameSearch.placesThatName(stand, NAME);
    }

    @Test
    void noByteOfTheFolderNamesThemAfterwards() throws IOException {
        assertThat(importPlanted().quarantined()).isEqualTo(1);
        run("refused.pdf", "%PDF-1.4 " + NAME);
        assertThat(placesThatName()).contains("archived", "buyer", "quarantine_row");
        Proof proof = forget();
        assertThat(placesThatName()).isEmpty();
        assertThat(proof.people()).isEqualTo(1);
        assertThat(proof.saleLines()).isEqualTo(1);
        assertThat(proof.quarantine()).isEqualTo(1);
        assertThat(proof.filesCleaned()).isEqualTo(1);
        assertThat(proof.filesDeleted()).isEqualTo(2);
        assertThat(proof.filesRenamed()).isEqualTo(1);
        assertThat(stand.intake.rights().erasures(IntakeStand.PARIS)).containsExactly(proof);
    }

    @Test
    void whatTheySaidOfBeingContactedGoesAndWhatOthersSaidStays() {
        importPlanted();
        long person = planted().get(0);
        for (long who : List.of(person, person + 1)) {
            stand.register.write(handle -> handle.execute(
                    "insert into consent_event (house, person, purpose, channel, said, at, actor, way)"
                            + " values (1, ?, 'programme', 'email', 'objected', 0, 'lea', 'paper')",
                    who));
        }
        forget();
        List<Long> left = stand.register.read(handle -> handle.createQuery("select person from consent_event")
                .mapTo(Long.class)
                .list());
        assertThat(left).containsExactly(person + 1);
    }

    @Test
    void onWhichListsTheyWereGoesAndOthersStayOnThem() {
        importPlanted();
        long person = planted().get(0);
        stand.register.write(handle -> {
            handle.execute("insert into contact_list (house, made_at, actor, purpose, channel, segment)"
                    + " values (1, 0, 'lea', 'programme', 'email', 'rf=new')");
            for (long who : List.of(person, person + 1)) {
                handle.execute("insert into contact_list_person (list, person) select id, ? from contact_list", who);
            }
            return true;
        });
        forget();
        List<Long> left = stand.register.read(handle -> handle.createQuery("select person from contact_list_person")
                .mapTo(Long.class)
                .list());
        assertThat(left).containsExactly(person + 1);
    }

    @Test
    void moneySeatsAndOthersStay() {
        importPlanted();
        List<String> before = stand.query("select sum(amount), sum(tickets) from daily_cube");
        forget();
        assertThat(stand.query("select sum(amount), sum(tickets) from daily_cube"))
                .isEqualTo(before)
                .containsExactly("7000|3");
        assertThat(stand.query("select ticket, person is null from sale_line order by ticket"))
                .containsExactly("T1|true", "T2|false", "T3|false");
        assertThat(stand.query("select sum(known_buyer) from daily_cube")).containsExactly("2");
        assertThat(stand.query("select buyers, with_email from contact_quality"))
                .containsExactly("1|1");
    }

    @Test
    void theyDoNotComeBackWithARebuild() throws IOException {
        importPlanted();
        run("weiter.csv", HEAD + line("T9", "03/05/2025 10:00", "10,00", OTHER));
        forget();
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
        assertThat(placesThatName()).isEmpty();
    }

    @Test
    void theyDoNotComeBackWithTheSameFileNorWithAnother() throws IOException {
        importPlanted();
        forget();
        RunReport again = importPlanted();
        assertThat(again.taken()).isZero();
        assertThat(again.problems()).anyMatch(problem -> problem.code().equals(ForgottenBuyers.LEFT_OUT));
        run("spaeter.csv", HEAD + line("T5", "20/05/2025 10:00", "15,00", PLANTED));
        assertThat(planted()).isEmpty();
        assertThat(placesThatName()).isEmpty();
        assertThat(stand.query("select ticket, person is null from sale_line where ticket = 'T5'"))
                .containsExactly("T5|true");
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void whatTheyBuyLaterIsANewRelation() {
        importPlanted();
        forget();
        run(
                "plus-tard.csv",
                HEAD
                        + line("T1", "01/05/2025 10:00", "20,00", PLANTED)
                        + line("T7", "02/06/2025 10:00", "25,00", PLANTED));
        assertThat(planted()).hasSize(1);
        assertThat(stand.query("select ticket from sale_line where person = "
                        + planted().get(0)))
                .containsExactly("T7");
    }

    @Test
    void aSharedAddressShutsNobodyElseOut() {
        String shared = "caisse@theatre.example";
        run(
                "caisse.csv",
                HEAD
                        + line("T1", "01/05/2025 10:00", "20,00", "1;Un;Une;" + shared + ";75001;")
                        + line("T2", "01/05/2025 10:00", "20,00", "2;Deux;Due;" + shared + ";75002;"));
        long first = stand.intake
                .rights()
                .find(IntakeStand.PARIS, new Asked("1", null, null, null, null))
                .buyers()
                .get(0)
                .person();
        stand.intake.rights().forget(IntakeStand.PARIS, List.of(first), "steward");
        run("encore.csv", HEAD + line("T3", "02/05/2025 10:00", "20,00", "3;Trois;Tria;" + shared + ";75003;"));
        assertThat(stand.query("select buyer_ref from personal.buyer order by buyer_ref"))
                .containsExactly("2", "3");
    }

    @Test
    void undoneRunsAndOtherHousesAreNoHidingPlace() throws IOException {
        RunReport first = importPlanted();
        run("garde.csv", HEAD + line("T8", "01/05/2025 10:00", "20,00", PLANTED));
        stand.intake.undo(java.util.Objects.requireNonNull(first.run()), "tester");
        forget();
        assertThat(placesThatName()).isEmpty();
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void aNameAloneShowsNobody() {
        importPlanted();
        assertThat(stand.intake
                        .rights()
                        .find(IntakeStand.PARIS, new Asked(null, null, NAME, "Ilse", null))
                        .buyers())
                .isEmpty();
        assertThat(stand.intake
                        .rights()
                        .find(IntakeStand.PARIS, new Asked(null, null, "ZQUVAXTON", "ilse", "75011"))
                        .buyers())
                .hasSize(1);
    }

    @Test
    void whatIsHeldIsTold() {
        importPlanted();
        var held =
                stand.intake.rights().held(IntakeStand.PARIS, planted().get(0)).orElseThrow();
        assertThat(held.buyer().email()).isEqualTo("ilse@zquvaxton.example");
        assertThat(held.movements()).singleElement().satisfies(movement -> {
            assertThat(movement.ticket()).isEqualTo("T1");
            assertThat(movement.title()).isEqualTo("Phèdre");
            assertThat(movement.amount()).isEqualTo(2000);
            assertThat(movement.sold()).isEqualTo("2025-05-01T10:00:00");
        });
        assertThat(held.fileNames())
                .singleElement()
                .satisfies(said -> assertThat(said.files()).containsExactly(RECEIVED));
    }

    @Test
    void whatACrashLeftIsFinishedAtTheNextStart() throws IOException {
        for (String point :
                List.of("erasure-begun", "file-renamed", "file-cleaned", "archive-cleaned", "warehouse-cleaned")) {
            importPlanted();
            run("anders.csv", HEAD + line("T8", "01/07/2025 10:00", "20,00", PLANTED));
            stand.now = stand.now.plusSeconds(86_400L * 90);
            List<Long> persons = planted();
            assertThat(persons).as(point).hasSize(1);
            var crashing = stand.intake(reached -> {
                if (reached.equals(point)) {
                    throw new IllegalStateException("crash");
                }
            });
            assertThatThrownBy(() -> crashing.rights().forget(IntakeStand.PARIS, persons, "steward"))
                    .hasMessage("crash");
            stand.intake.settle();
            assertThat(placesThatName()).as(point).isEmpty();
            Proof proof = stand.intake.rights().erasures(IntakeStand.PARIS).get(0);
            assertThat(proof.people()).as(point).isEqualTo(1);
            assertThat(proof.filesRenamed()).as(point).isEqualTo(1);
            List<String> before = stand.everything();
            stand.intake.rebuild(Progress.NONE);
            assertThat(stand.everything()).as(point).isEqualTo(before);
            stand.close();
            Path next = folder.resolveSibling(folder.getFileName() + point);
            stand = new IntakeStand(next);
            folder = next;
        }
    }
}
