package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Corrected;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that were put right stay so, whatever old files come, and go with the person. */
class CorrectionTest {

    private static final String WRONG = "Zquvaxton";
    private static final String HEAD =
            "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;code postal;remarque\n";
    private static final String ILSE = "4711;" + WRONG + ";Ilse;ilse@zquvaxton.example;75011;";
    private static final String OTHER = "12;Martin;Anne;anne@example.org;13001;";

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

    private RunReport sold(String ticket, String day, String buyer) {
        return stand.run(
                IntakeStand.PARIS,
                stand.receive(
                        ticket + ".csv",
                        HEAD + ticket + ";vente;" + day + " 10:00;20,00;Phèdre;12/11/2025 20:00;" + buyer + "\n"));
    }

    private Buyer ilse() {
        return stand.intake
                .rights()
                .find(IntakeStand.PARIS, new Asked("4711", null, null, null, null))
                .buyers()
                .get(0);
    }

    private List<Problem> correct(Map<ContactField, String> contacts) {
        return stand.intake.rights().correct(IntakeStand.PARIS, ilse().person(), contacts, "lea");
    }

    private void correctNameAndAddress() {
        assertThat(correct(Map.of(
                        ContactField.LAST_NAME, " Zander ",
                        ContactField.EMAIL, "Ilse@Zander.example",
                        ContactField.POSTCODE, "75012")))
                .isEmpty();
    }

    private void isCorrected() {
        Buyer ilse = ilse();
        assertThat(ilse.lastName()).isEqualTo("Zander");
        assertThat(ilse.firstName()).isEqualTo("Ilse");
        assertThat(ilse.email()).isEqualTo("ilse@zander.example");
        assertThat(ilse.postcode()).isEqualTo("75012");
    }

    private List<String> areas() {
        return stand.query("select area from personal.person order by area");
    }

    @Test
    void theyCountAtOnceEverywhere() {
        sold("T1", "01/05/2025", ILSE);
        sold("T2", "01/05/2025", OTHER);
        correctNameAndAddress();
        isCorrected();
        assertThat(areas()).containsExactly("13001", "75012");
        assertThat(stand.query("select commune from personal.person order by commune"))
                .as("communes follow")
                .containsExactly("13201", "75112");
        assertThat(stand.intake
                        .rights()
                        .find(IntakeStand.PARIS, new Asked(null, "ilse@zander.example", null, null, null))
                        .buyers())
                .containsExactly(ilse());
        assertThat(stand.intake
                        .rights()
                        .find(IntakeStand.PARIS, new Asked(null, "ilse@zquvaxton.example", null, null, null))
                        .buyers())
                .isEmpty();
        assertThat(stand.intake
                        .rights()
                        .held(IntakeStand.PARIS, ilse().person())
                        .orElseThrow()
                        .corrected())
                .extracting(Corrected::field)
                .containsExactly(ContactField.LAST_NAME, ContactField.EMAIL, ContactField.POSTCODE);
    }

    @Test
    void filesThatStillSayWhatWasWrongChangeNothing() {
        sold("T1", "01/05/2025", ILSE);
        correctNameAndAddress();
        sold("T3", "01/06/2025", ILSE);
        isCorrected();
        assertThat(areas()).containsExactly("75012");
    }

    @Test
    void whatAFileSaysOtherwiseIsNews() {
        sold("T1", "01/05/2025", ILSE);
        correctNameAndAddress();
        sold("T3", "01/06/2025", ILSE.replace("75011", "69003"));
        assertThat(ilse().postcode()).isEqualTo("69003");
        assertThat(ilse().lastName()).isEqualTo("Zander");
    }

    @Test
    void aCorrectionCanBeCorrectedAndTakenBack() {
        sold("T1", "01/05/2025", ILSE);
        correct(Map.of(ContactField.POSTCODE, "75012"));
        correct(Map.of(ContactField.POSTCODE, "75013"));
        sold("T3", "01/06/2025", ILSE);
        assertThat(ilse().postcode()).isEqualTo("75013");
        correct(Map.of(ContactField.POSTCODE, "75011", ContactField.PHONE, "0612345678"));
        assertThat(ilse().postcode()).isEqualTo("75011");
        assertThat(ilse().phone()).isEqualTo("0612345678");
        correct(Map.of(ContactField.PHONE, "", ContactField.BIRTH_YEAR, "1961"));
        assertThat(ilse().phone()).isNull();
        assertThat(ilse().birthYear()).isEqualTo(1961);
        assertThat(stand.query("select with_birth_year from personal.person")).containsExactly("true");
    }

    @Test
    void whatIsWrongWithThemIsToldAtOnceAndNothingChanges() {
        sold("T1", "01/05/2025", ILSE);
        assertThat(correct(Map.of(
                        ContactField.EMAIL, "ilse at zander",
                        ContactField.BIRTH_YEAR, "1761",
                        ContactField.CITY, "x".repeat(301),
                        ContactField.STREET, "a\nb",
                        ContactField.LAST_NAME, "Zander")))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("contact-email", "contact-birth-year", "contact-long", "contact-characters");
        assertThat(ilse().lastName()).isEqualTo(WRONG);
        assertThat(stand.query("select count(*) from personal.correction")).containsExactly("0");
    }

    @Test
    void anUndoAndTheSameFileAgainKeepThem() {
        RunReport first = sold("T1", "01/05/2025", ILSE);
        correctNameAndAddress();
        stand.intake.undo(java.util.Objects.requireNonNull(first.run()), "lea");
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("0");
        sold("T1", "01/05/2025", ILSE);
        isCorrected();
    }

    @Test
    void aRebuildKeepsThem() {
        sold("T1", "01/05/2025", ILSE);
        correctNameAndAddress();
        stand.intake.rights().object(IntakeStand.PARIS, ilse().person(), true, "paper", "lea");
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
        isCorrected();
        sold("T3", "01/06/2025", ILSE);
        isCorrected();
    }

    @Test
    void whatACrashLeftIsSettledAtTheNextStart() {
        sold("T1", "01/05/2025", ILSE);
        long person = ilse().person();
        var crashing = stand.intake(point -> {
            if (point.equals("wish-kept")) {
                throw new IllegalStateException("crash");
            }
        });
        assertThatThrownBy(() -> crashing.rights()
                        .correct(IntakeStand.PARIS, person, Map.of(ContactField.POSTCODE, "75012"), "lea"))
                .hasMessage("crash");
        assertThatThrownBy(() -> crashing.rights().object(IntakeStand.PARIS, person, true, "paper", "lea"))
                .hasMessage("crash");
        assertThat(ilse().postcode()).isEqualTo("75011");
        stand.intake.settle();
        assertThat(ilse().postcode()).isEqualTo("75012");
        assertThat(stand.query("select person = " + person + " from uncounted_buyer"))
                .containsExactly("true");
    }

    @Test
    void whoeverIsForgottenIsForgottenUnderTheWrongNameToo() throws IOException {
        sold("T1", "01/05/2025", ILSE);
        sold("T2", "01/05/2025", OTHER + "cadeau de Ilse " + WRONG);
        correctNameAndAddress();
        stand.intake.rights().object(IntakeStand.PARIS, ilse().person(), true, "paper", "lea");
        assertThat(NameSearch.placesThatName(stand, WRONG)).isNotEmpty();
        stand.intake.rights().forget(IntakeStand.PARIS, List.of(ilse().person()), "lea");
        assertThat(NameSearch.placesThatName(stand, WRONG)).isEmpty();
        assertThat(NameSearch.placesThatName(stand, "Zander")).isEmpty();
        for (String table : List.of("correction", "figures_objection")) {
            int left = stand.register.read(handle -> handle.createQuery("select count(*) from " + table)
                    .mapTo(Integer.class)
                    .one());
            assertThat(left).as(table).isZero();
        }
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void anObjectionIsSaidOnceAndCanBeWithdrawn() {
        sold("T1", "01/05/2025", ILSE);
        long person = ilse().person();
        var rights = stand.intake.rights();
        assertThat(rights.object(IntakeStand.PARIS, person, true, "paper", "lea"))
                .isTrue();
        assertThat(rights.object(IntakeStand.PARIS, person, true, "form", "lea"))
                .isFalse();
        assertThat(rights.held(IntakeStand.PARIS, person).orElseThrow().objection())
                .satisfies(said -> assertThat(said.way()).isEqualTo("paper"));
        assertThat(rights.object(IntakeStand.PARIS, person, false, "form", "lea"))
                .isTrue();
        assertThat(rights.held(IntakeStand.PARIS, person).orElseThrow().objection())
                .isNull();
        assertThat(stand.query("select count(*) from uncounted_buyer")).containsExactly("0");
    }
}
