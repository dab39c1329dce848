package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Networks, and requests for the figures of a show, on the command line. */
class PoolingCommandsTest extends CommandLineStand {

    @Test
    void aHouseFoundsANetworkAndVotes() {
        addHouse();
        String house = "theatre-du-port";
        assertThat(run(
                        "network",
                        "--house",
                        house,
                        "--found",
                        "{\"name\": \"Quai\", \"aim\": \"Voir\", \"form\": \"club\"}"))
                .isEqualTo(3);
        assertThat(err).contains("no such form");
        assertThat(run("network", "--house", house, "--found", "{")).isEqualTo(3);
        assertThat(run(
                        "network",
                        "--house",
                        house,
                        "--found",
                        "{\"name\": \"Quai\", \"aim\": \"Voir\", \"form\": \"co-operative\"}"))
                .as(err)
                .isZero();
        assertThat(run("network", "--house", house)).isZero();
        assertThat(out).contains("quai,Quai,co-operative,1,true");
        assertThat(run(
                        "network",
                        "--house",
                        house,
                        "--network",
                        "quai",
                        "--propose",
                        "{\"kind\": \"threshold\", \"title\": \"Neuf\", \"reason\": \"Mieux\","
                                + " \"matter\": {\"subject\": \"houses\", \"value\": \"9\"}}"))
                .as(err)
                .isZero();
        assertThat(run("network", "--house", house, "--network", "quai", "--proposal", "1", "--vote", "yes"))
                .as(err)
                .isZero();
        assertThat(run("network", "--house", house, "--network", "quai", "--proposal", "1", "--close"))
                .isZero();
        assertThat(run("network", "--house", house, "--network", "quai", "--proposal", "1"))
                .isZero();
        assertThat(out).contains("Adopted").contains("at least 9 houses behind a figure");
        assertThat(run("network", "agreement", "--house", house)).isZero();
        assertThat(out.strip()).isEqualTo("agreement,title,template,network,version,state,until,hash");
    }

    @Test
    void aShowIsAskedForGrantedSeenAndStopped() throws IOException {
        addHouse();
        assertThat(run("house", "add", "Compagnie du Quai", "--discipline", "theatre", "--seats", "0"))
                .isZero();
        Path show = Files.writeString(folder.resolve("gull.json"), """
                {"foyer-show": "1", "production": "gull", "show": {"title": "La Mouette"},
                 "performances": [{"own": "gull-1", "title": "La Mouette", "day": "2044-03-05", "time": "20:00"}]}
                """);
        assertThat(run("import", show.toString(), "--house", "theatre-du-port"))
                .as(err)
                .isZero();
        assertThat(run(
                        "export",
                        "programme",
                        "--house",
                        "theatre-du-port",
                        "--format",
                        "jsonld",
                        "--from",
                        "2044-01-01"))
                .as(err)
                .isZero();
        java.util.regex.Matcher run =
                java.util.regex.Pattern.compile("/id/run/[0-9-]+").matcher(out);
        assertThat(run.find()).as(out).isTrue();
        String company = "compagnie-du-quai";
        assertThat(run("grant", "--house", company, "--ask", run.group(), "--figures", "daily-sales,revenue"))
                .as(err)
                .isZero();
        assertThat(run("grant", "--house", "theatre-du-port")).isZero();
        assertThat(out).contains("received,compagnie-du-quai", ",asked,daily-sales revenue,");
        assertThat(run(
                        "grant",
                        "--house",
                        "theatre-du-port",
                        "--grant",
                        "1",
                        "--figures",
                        "daily-sales",
                        "--delay",
                        "1",
                        "--from",
                        "2026-01-01"))
                .as(err)
                .isZero();
        assertThat(run("tour", "--house", company)).isZero();
        assertThat(out).contains("La Mouette");
        assertThat(run("tour", "--house", company, "--tour", "La Mouette"))
                .as(err)
                .isZero();
        assertThat(out).contains("theatre-du-port,", ",granted,daily-sales,");
        assertThat(run("grant", "--house", "theatre-du-port", "--stop", "1", "--words", "Fini"))
                .isZero();
        assertThat(run("tour", "--house", company, "--tour", "La Mouette")).isZero();
        assertThat(out).contains(",stopped,", "show-not-granted");
        assertThat(run("grant", "--house", company, "--withdraw", "1")).isZero();
        assertThat(run("grant", "--house", "theatre-du-port", "--grant", "1")).isEqualTo(3);
        assertThat(run("tour", "--house", company, "--tour", "Rien")).isEqualTo(3);
    }
}
