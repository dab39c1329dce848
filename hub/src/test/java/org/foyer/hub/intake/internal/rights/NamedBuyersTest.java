package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Named;
import org.foyer.hub.intake.internal.IntakeStand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buyers 1 to 4; 3 and 4 share an e-mail, 2 has none. */
class NamedBuyersTest {

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        stand.run(IntakeStand.PARIS, stand.receive("ventes.csv", """
                        billet;opération;date de vente;montant;spectacle;date;n° client;e-mail
                        T1;vente;01/03/2025 10:00;20,00;Phèdre;12/11/2025 20:00;1;Ada@Example.org
                        T2;vente;01/03/2025 10:00;20,00;Phèdre;12/11/2025 20:00;2;
                        T3;vente;01/03/2025 10:00;20,00;Phèdre;12/11/2025 20:00;3;both@example.org
                        T4;vente;01/03/2025 10:00;20,00;Phèdre;12/11/2025 20:00;4;both@example.org
                        """));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private long key(String reference) {
        return stand.intake
                .rights()
                .find(IntakeStand.PARIS, new Asked(reference, null, null, null, null))
                .buyers()
                .get(0)
                .person();
    }

    private Named named(String... names) {
        return stand.intake.rights().named(IntakeStand.PARIS, List.of(names));
    }

    @Test
    void numbersAndEMailsFindTheirBuyersEachOnce() {
        Named named = named("nobody@example.org", "ADA@example.ORG", "2", "1", "77");
        assertThat(named.persons()).containsExactlyInAnyOrder(key("1"), key("2"));
        assertThat(named.unknown()).isEqualTo(2);
        assertThat(named.firstUnknown()).containsExactly(0, 4);
    }

    @Test
    void aSharedEMailNamesAllWhoShareIt() {
        assertThat(named("both@example.org").persons()).containsExactlyInAnyOrder(key("3"), key("4"));
    }

    @Test
    void anotherHouseKnowsNobody() {
        assertThat(stand.intake.rights().named(IntakeStand.LONDON, List.of("1", "ada@example.org")))
                .isEqualTo(new Named(List.of(), 2, List.of(0, 1)));
    }
}
