package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports, undos and a rebuild end with the people that linking the same buyers anew finds, decisions with them. */
class LinkedRunsTest {

    private static final House HOUSE = new House(
            PARIS,
            "grand-theatre",
            "Grand Théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    private static final String HEAD = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Prenom;Nom;Email;Telephone;Adresse;Code postal;Ville\n";

    private static final String EVERYBODY =
            "select one_person, household, count(*), min(person), max(person) from same_person group by 1, 2 order by 1, 2";

    @TempDir
    Path folder;

    private IntakeStand stand;
    private SamePerson samePerson;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        samePerson = new SamePerson(stand.warehouse, stand.register, BuyerStand.CLOCK);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private RunReport load(String name, String rows) {
        RunReport report = stand.run(PARIS, stand.receive(name, HEAD + rows));
        assertThat(report.byProblem()).isEmpty();
        return report;
    }

    private static String sale(String ticket, String customer, String contacts) {
        return ticket + ";Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;23,50;" + customer + ";" + contacts + "\n";
    }

    /** Others, so that what is rare and what is usual can be seen. */
    private static String crowd() {
        StringBuilder rows = new StringBuilder();
        for (String line : BuyerStand.crowd(200)) {
            String[] cells = line.split("\\|");
            rows.append(sale(
                    "T" + cells[0],
                    "C" + cells[0],
                    String.join(";", cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7])));
        }
        return rows.toString();
    }

    private String key(String customer) {
        return stand.query("select person from personal.buyer where buyer_ref = '" + customer + "'")
                .get(0);
    }

    private static final String JEAN = "Jean;Lefèvre;jl@boite.example;0612345678;12 rue de la Paix;75002;Paris";
    private static final String JEAN_AGAIN = "JEAN;LEFEVRE;jl@boite.example;;;;Paris";
    private static final String EMMA = "Emma;Sorel;emma@boite.example;;5 rue Lepic;75018;Paris";
    private static final String NINA = "Nina;Tavernier;nt@poste.example;;1 rue Neuve;33000;Bordeaux";

    @Test
    void rebuildAndUndoEndWithThePeopleThatLinkingAnewFinds() {
        load("a.csv", crowd() + sale("1", "J1", JEAN) + sale("2", "E1", EMMA) + sale("3", "N1", NINA));
        LinkedPeople before = samePerson.link(HOUSE);
        assertThat(before.people()).isEqualTo(before.buyers());
        List<String> alone = stand.query(EVERYBODY);
        RunReport second = load("b.csv", sale("4", "J2", JEAN_AGAIN));
        assertThat(samePerson.standing(PARIS).current()).as("a buyer came").isFalse();
        assertThat(samePerson.link(HOUSE).people()).isEqualTo(before.people());
        assertThat(samePerson.decide(PARIS, key("E1"), key("N1"), Verdict.SAME, "ines"))
                .isEmpty();
        assertThat(samePerson.link(HOUSE).people()).isEqualTo(before.people() - 1);
        List<String> found = stand.query(EVERYBODY);
        List<String> pairs = stand.query("select * from match_pair order by one, other");
        assertThat(found).hasSize(2);

        stand.intake.rebuild(Progress.NONE);
        assertThat(samePerson.standing(PARIS).done())
                .as("no file of the archive says it")
                .isFalse();
        samePerson.link(HOUSE);
        assertThat(stand.query(EVERYBODY)).isEqualTo(found);
        assertThat(stand.query("select * from match_pair order by one, other")).isEqualTo(pairs);

        samePerson.withdraw(PARIS, key("E1"), key("N1"));
        stand.intake.undo(Objects.requireNonNull(second.run()), "tester");
        assertThat(samePerson.link(HOUSE)).isEqualTo(before);
        assertThat(stand.query(EVERYBODY)).isEqualTo(alone);
    }

    @Test
    void aDecisionWaitsForABuyerWhoComesBack() {
        load("a.csv", crowd() + sale("1", "J1", JEAN));
        RunReport second = load("b.csv", sale("4", "J2", JEAN_AGAIN));
        samePerson.decide(PARIS, key("J1"), key("J2"), Verdict.DIFFERENT, "ines");
        LinkedPeople apart = samePerson.link(HOUSE);
        assertThat(apart.people()).isEqualTo(apart.buyers());
        stand.intake.undo(Objects.requireNonNull(second.run()), "tester");
        assertThat(samePerson.link(HOUSE).buyers()).isEqualTo(201);
        load("c.csv", sale("4", "J2", JEAN_AGAIN));
        assertThat(samePerson.link(HOUSE).people()).isEqualTo(202);
        samePerson.withdraw(PARIS, key("J1"), key("J2"));
        assertThat(samePerson.link(HOUSE).people()).isEqualTo(201);
    }

    @Test
    void whoeverIsForgottenLeavesNoKeyInWhatWasLinkedOrSaid() {
        load(
                "a.csv",
                crowd()
                        + sale("1", "J1", JEAN)
                        + sale("2", "J2", JEAN_AGAIN)
                        + sale("3", "E1", EMMA)
                        + sale("4", "N1", NINA));
        samePerson.decide(PARIS, key("J1"), key("E1"), Verdict.DIFFERENT, "ines");
        samePerson.decide(PARIS, key("E1"), key("N1"), Verdict.SAME, "ines");
        LinkedPeople before = samePerson.link(HOUSE);
        String gone = key("J1");
        stand.intake.rights().forget(PARIS, List.of(Long.valueOf(gone)), "steward");
        assertThat(stand.query("select (select count(*) from same_person) + (select count(*) from match_pair)"))
                .containsExactly("0");
        assertThat(samePerson.decisions(PARIS, 0, 10))
                .extracting(said -> said.one() + " " + said.other())
                .singleElement()
                .asString()
                .contains(key("N1"))
                .doesNotContain(gone);
        LinkedPeople after = samePerson.link(HOUSE);
        assertThat(after.buyers()).isEqualTo(before.buyers() - 1);
        assertThat(after.people()).as("the other account stays a person").isEqualTo(before.people());
    }
}
