package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An import as a person or a script commands it. */
class ImportCommandsTest extends CommandLineStand {

    static final String SALES = """
            date_operation;operation;billet;spectacle;date_representation;tarif;montant
            01/10/2024 10:00;vente;B1;Le Cid;02/11/2024 20:00;Plein tarif;25,00
            02/10/2024 11:00;vente;B2;Le Cid;02/11/2024 20:00;Plein tarif;25,00
            """;

    @Test
    void aFileGoesInItsFiguresComeOutAndItIsTakenBack() throws IOException {
        addHouse();
        Path file = Files.writeString(folder.resolve("ventes.csv"), SALES);
        Path report = folder.resolve("report.json");
        int code = run("import", "--house", "theatre-du-port", "--report", report.toString(), file.toString());
        assertThat(code).as(out + err).isZero();
        JsonNode told = new ObjectMapper().readTree(report.toFile());
        assertThat(told.get("taken").asLong()).isEqualTo(2);
        assertThat(told.get("amount").asLong()).isEqualTo(5000);

        assertThat(run("import", "--house", "theatre-du-port", "--format", "json", file.toString()))
                .isZero();
        assertThat(new ObjectMapper().readTree(out).get("taken").asLong()).isZero();

        assertThat(run("figures", "--house", "theatre-du-port", "--season", "2024-25"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out).get("season").asText()).isEqualTo("2024-25");
        assertThat(run("figures", "--house", "theatre-du-port", "--season", "2024-25", "--format", "csv"))
                .isZero();
        assertThat(out).startsWith("season,as_of,indicator");

        assertThat(run("compare", "--house", "theatre-du-port", "--season", "2024-25", "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out).get("lines").isArray()).isTrue();

        assertThat(run("undo", told.get("run").asText())).isZero();
        assertThat(run("runs", "--house", "theatre-du-port")).isZero();
        assertThat(out).contains("undone");
    }

    @Test
    void oneRowIsReportedAsOne() throws IOException {
        addHouse();
        Path file = Files.writeString(folder.resolve("vente.csv"), SALES.substring(0, SALES.lastIndexOf("02/10/2024")));
        assertThat(run("import", "--house", "theatre-du-port", file.toString()))
                .as(out + err)
                .isZero();
        assertThat(out).contains("Rows: 1 read, 1 taken", "Taken: 1 ticket, 25.00 EUR");
    }

    @Test
    void aDryRunKeepsNothing() throws IOException {
        addHouse();
        Path file = Files.writeString(folder.resolve("ventes.csv"), SALES);
        assertThat(run("import", "--house", "theatre-du-port", "--dry-run", "--format", "json", file.toString()))
                .as(out + err)
                .isZero();
        assertThat(new ObjectMapper().readTree(out).get("dryRun").asBoolean()).isTrue();
        assertThat(run("runs", "--house", "theatre-du-port")).isZero();
        assertThat(out.lines()).hasSize(1);
    }

    @Test
    void totalsThatDifferEndWithOne() throws IOException {
        addHouse();
        Path file = Files.writeString(folder.resolve("ventes.csv"), SALES);
        assertThat(run("import", "--house", "theatre-du-port", "--tickets", "3", file.toString()))
                .as(out + err)
                .isEqualTo(1);
    }
}
