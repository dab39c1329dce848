package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Linked buyers on the command line. */
class MatchesCommandTest extends CommandLineStand {

    private static final String HOUSE = "theatre-du-port";
    private static final String HEAD = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Prenom;Nom;Email;Telephone;Adresse;Code postal;Ville\n";

    @BeforeEach
    void load() throws IOException {
        addHouse();
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 60; i++) {
            rows.append(sale(
                    "T" + i,
                    "C" + i,
                    "Anne%1$d;Roy%1$d;anne%1$d@boite.example;;%1$d rue Haute;6900%2$d;Lyon".formatted(i, i % 9 + 1)));
        }
        rows.append(sale("U1", "D1", "Anne7;Roy7;anne7@boite.example;;;69001;Lyon"));
        Path file = Files.writeString(folder.resolve("ventes.csv"), rows);
        assertThat(run("import", file.toString(), "--house", HOUSE)).as(err).isZero();
    }

    private static String sale(String ticket, String customer, String contacts) {
        return ticket + ";Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;23,50;" + customer + ";" + contacts + "\n";
    }

    @Test
    void anyTwoCustomersAreWeighedStepByStep() {
        assertThat(run("matches", "--house", HOUSE, "--pair", "C7", "D1"))
                .as(err)
                .isZero();
        assertThat(out)
                .startsWith("compared,alike,bits,total")
                .contains("prior,", "names,first_name equal", "email,email equal");
        assertThat(run("matches", "--house", HOUSE, "--pair", "C7", "C8", "--format", "json"))
                .as(err)
                .isZero();
        assertThat(out).contains("\"joined\" : false", "\"buyerRef\" : \"C7\"");
        assertThat(run("matches", "--house", HOUSE, "--pair", "C7", "nobody")).isNotZero();
        assertThat(err).contains("not two buyers of this house");
    }

    @Test
    void whatAgreementsAreWorthIsLearnedAnewWhenWished() throws IOException {
        assertThat(run("matches", "--house", HOUSE)).as(err).isZero();
        String learned = learned();
        assertThat(learned).isNotEmpty();
        StringBuilder few = new StringBuilder(HEAD);
        for (int i = 100; i < 105; i++) {
            few.append(sale("V" + i, "E" + i, "Luc;Petit;;0478%06d;;;Bron".formatted(i)));
        }
        Path file = Files.writeString(folder.resolve("plus.csv"), few);
        assertThat(run("import", file.toString(), "--house", HOUSE)).as(err).isZero();
        assertThat(run("matches", "--house", HOUSE)).as(err).isZero();
        assertThat(learned()).as("nor of a few more").isEqualTo(learned);
        assertThat(run("matches", "--house", HOUSE, "--learn-anew")).as(err).isZero();
        assertThat(learned()).isNotEqualTo(learned);
    }

    private String learned() {
        try (Node node = Node.open(NodeSettings.of(folder.resolve("data"), name -> null))) {
            return node.register()
                    .read(handle -> handle.createQuery("select tag from linking_weights")
                            .mapTo(String.class)
                            .findOne()
                            .orElse(""));
        }
    }
}
