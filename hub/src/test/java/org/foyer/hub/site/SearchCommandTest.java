package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.site.internal.cli.Commands;
import org.foyer.hub.site.internal.cli.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foyer search} as a person or a script runs it. */
class SearchCommandTest {

    private static final String SALES = """
            date_operation;operation;billet;spectacle;date_representation;tarif;montant
            01/10/2024 10:00;vente;B1;Le Cid;02/11/2024 20:00;Plein tarif;25,00
            02/10/2024 11:00;vente;B2;Le Cid;09/11/2024 20:00;Plein tarif;25,00
            02/10/2024 11:00;vente;B3;Bérénice;10/11/2044 18:30;Plein tarif;25,00
            """;

    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int code = Commands.run(
                new Console(
                        InputStream.nullInputStream(),
                        new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                        new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                        false,
                        Locale.ENGLISH),
                all.toArray(String[]::new));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @BeforeEach
    void fill() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), SALES);
        assertThat(run("house", "add", "Théâtre du Port", "--discipline", "theatre", "--seats", "420"))
                .isZero();
        assertThat(run("import", file.toString(), "--house", "theatre-du-port"))
                .as(() -> out + err)
                .isZero();
    }

    @Test
    void showsAreALineEachThenHowMany() {
        assertThat(run("search", "berenice")).as(() -> err).isZero();
        assertThat(out.lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2044-11-10T18:30\tBérénice\t")
                .endsWith("\ttheatre-du-port");
        assertThat(out).endsWith("\n1\n");
        assertThat(run("search")).isZero();
        assertThat(out).as("what is past is not asked for").contains("Bérénice").doesNotContain("Cid");
        assertThat(run("search", "cid", "--when", "all")).isZero();
        assertThat(out).startsWith("2024-11-02T20:00\tLe Cid").endsWith("\n1\n");
        assertThat(run("search", "cid", "--from", "2024-11-09", "--to", "2024-11-09"))
                .isZero();
        assertThat(out).contains("2024-11-09T20:00\tLe Cid");
        assertThat(run("search", "nothing", "of", "that")).isZero();
        assertThat(out.strip()).isEqualTo("0");
    }

    @Test
    void jsonIsTheAnswerOfTheApi() throws IOException {
        assertThat(run("search", "cid", "--when", "all", "--json", "--address", "https://node.example"))
                .isZero();
        JsonNode told = new ObjectMapper().readTree(out);
        assertThat(told.at("/total").asInt()).isEqualTo(1);
        assertThat(told.at("/dates").asInt()).isEqualTo(2);
        assertThat(told.at("/complete").asBoolean()).isTrue();
        assertThat(told.at("/shows/0/id").asText()).startsWith("https://node.example/id/run/");
        assertThat(told.at("/shows/0/page").asText()).startsWith("https://node.example/h/theatre-du-port/shows/");
        assertThat(told.at("/facets/months/0/value").asText()).isEqualTo("2024-11");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(run("search", "cid", "--when", "sometimes")).isNotZero();
        assertThat(err).contains("sometimes");
        assertThat(out).isEmpty();
        assertThat(run("search", "cid", "--limit", "51")).isNotZero();
        assertThat(err).contains("51");
        assertThat(run("search", "x".repeat(201))).isNotZero();
        assertThat(err).contains("200");
    }

    @Test
    void namesOfAListAreReconciled() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "Le Cid\n\nbérénise\nQqqqq\n");
        assertThat(run("reconcile", list.toString(), "--type", "show"))
                .as(() -> err)
                .isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("Le Cid\t100\\.0\tcertain\tshow-\\d+-2024-0\tLe Cid\t.*name=1\\.00.*");
        assertThat(lines.get(1)).startsWith("bérénise\t").contains("\t\tshow-").contains("\tBérénice\t");
        assertThat(lines.get(2)).isEqualTo("Qqqqq");
        assertThat(run("reconcile", list.toString(), "--type", "show", "--house", "theatre-du-port"))
                .isZero();
        assertThat(out.lines().toList().get(0)).contains("house=1.00");
        assertThat(run("reconcile", list.toString(), "--type", "shows")).isNotZero();
        assertThat(err).contains("shows");
        assertThat(run("reconcile", folder.resolve("nothing.txt").toString())).isEqualTo(3);
        assertThat(err).contains("nothing.txt");
    }
}
