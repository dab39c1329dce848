package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Found;
import org.foyer.hub.intake.internal.IntakeStand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred buyers of one name: one of them lives in 13001, three in 69003, twenty in 33000, all others in 75011. */
class NamesakesTest {

    private static final int PEOPLE = 300;
    private static final Found NOBODY = new Found(List.of(), false);

    @TempDir
    Path folder;

    private IntakeStand stand;
    private PersonRights rights;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        rights = stand.intake.rights();
        StringBuilder rows =
                new StringBuilder("billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;"
                        + "e-mail;téléphone;adresse;code postal;ville;année de naissance\n");
        for (int i = 0; i < PEOPLE; i++) {
            String postcode = i == 0 ? "13001" : i < 4 ? "69003" : i < 24 ? "33000" : "75011";
            rows.append(
                            "T%1$d;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;%2$d;Martin;Anne;a%1$d@mail.example;06010203%3$02d;"
                                    .formatted(i, 4000 + i, i % 100))
                    .append("%d rue Haute;%s;Ville;%d\n".formatted(1 + i, postcode, 1950 + i % 50));
        }
        stand.run(IntakeStand.PARIS, stand.receive("ventes.csv", rows.toString()));
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("300");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private Found find(String lastName, String firstName, String postcode) {
        return rights.find(IntakeStand.PARIS, new Asked(null, null, lastName, firstName, postcode));
    }

    @Test
    void aNameWithoutAPostcodeGivesNothingAwayNotEvenThatThereAreMany() {
        assertThat(find("Martin", "Anne", null)).isEqualTo(NOBODY);
        assertThat(find("Martin", null, "13001")).isEqualTo(NOBODY);
        assertThat(find(null, "Anne", "13001")).isEqualTo(NOBODY);
        assertThat(find("Martin", null, null)).isEqualTo(find("Zquvaxton", null, null));
    }

    @Test
    void ofMoreThanTwentyNamesakesInOnePlaceNobodyIsShown() {
        assertThat(find("Martin", "Anne", "75011")).isEqualTo(new Found(List.of(), true));
        assertThat(find("Martin", "Anne", "33000").buyers()).hasSize(20);
    }

    @Test
    void ofSeveralNamesakesOnlyWhatIsNeededToChooseIsShown() {
        Found found = find("MARTIN", "anne", "69003");
        assertThat(found.tooMany()).isFalse();
        assertThat(found.buyers()).extracting(Buyer::reference).containsExactlyInAnyOrder("4001", "4002", "4003");
        assertThat(found.buyers()).extracting(Buyer::email).containsOnly("a…@m…");
        assertThat(found.buyers()).extracting(Buyer::phone).containsExactlyInAnyOrder("…01", "…02", "…03");
        assertThat(found.buyers()).extracting(Buyer::birthYear).containsExactlyInAnyOrder(1951, 1952, 1953);
        assertThat(found.buyers()).allSatisfy(buyer -> {
            assertThat(buyer.street()).isNull();
            assertThat(buyer.city()).isNull();
            assertThat(buyer.country()).isNull();
        });
    }

    @Test
    void whoIsToldFromAllOthersIsShownWhole() {
        Buyer alone = find("Martin", "Anne", "13001").buyers().get(0);
        assertThat(alone.email()).isEqualTo("a0@mail.example");
        assertThat(alone.street()).isEqualTo("1 rue Haute");
        Found byNumber = rights.find(IntakeStand.PARIS, new Asked("4002", null, null, null, null));
        assertThat(byNumber.buyers()).extracting(Buyer::email).containsExactly("a2@mail.example");
    }
}
