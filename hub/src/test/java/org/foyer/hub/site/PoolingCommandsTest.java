package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.exchange.SignedOverNodes;
import org.foyer.hub.model.HouseId;
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

    private int near(String house, String... arguments) {
        List<String> all = new ArrayList<>(List.of("network", "abroad", "--house", house));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("near").toString()));
        return exactly(all.toArray(String[]::new));
    }

    /** The value of a column in the only line of a table. */
    private String told(String column) {
        List<String> lines = out.strip().lines().toList();
        assertThat(lines).as(out).hasSize(2);
        return lines.get(1).split(",", -1)[List.of(lines.get(0).split(",", -1)).indexOf(column)];
    }

    /** The node of the house is closed while the command line works on its folder, and its home is not reached. */
    @Test
    void aHouseOfAnotherNodeSaysYesSignsAndWithdraws() throws IOException {
        StudyNode.Wire wire = new StudyNode.Wire();
        Clock clock = Clock.systemUTC();
        try (StudyNode home = new StudyNode(folder, "home", wire, clock).houses(2, 10)) {
            try (StudyNode near = new StudyNode(folder, "near", wire, clock).houses(3, 10)) {
                home.knows(near);
                near.knows(home);
                SignedOverNodes.Side one = new SignedOverNodes.Side(
                        near.space.self(), near.address, near.node.pooling(), near.networks, near.houses.subList(0, 1));
                SignedOverNodes network = SignedOverNodes.network(home.side(), List.of(one));
                long agreement = network.opened(
                        "overlap", List.of("overlap"), LocalDate.now(clock).plusYears(1));
                home.houses.forEach(house -> network.signAtHome(agreement, house));
                network.carry();
                for (String house : List.of("house-1", "house-2")) {
                    home.networks.invite(
                            home.houses.get(0), "scenes-d-ouest", near.space.self(), house, null, StudyNode.LEA);
                }
                home.networks.carry();
            }
        }
        String address = "https://near.example";
        assertThat(near("house-1")).as(err).isZero();
        assertThat(told("state")).isEqualTo("invited");
        String invitation = told("network");
        assertThat(near("house-1", "--network", invitation, "--accept")).isEqualTo(3);
        assertThat(near("house-1", "--network", invitation, "--accept", "--address", address))
                .as(err)
                .isZero();
        assertThat(near("house-1")).isZero();
        assertThat(told("state")).isEqualTo("accepted");
        assertThat(told("waiting")).isEqualTo("true");
        assertThat(near("house-2")).isZero();
        assertThat(near("house-2", "--network", told("network"), "--decline", "--address", address))
                .as(err)
                .isZero();
        assertThat(near("house-2")).isZero();
        assertThat(told("state")).isEqualTo("declined");

        assertThat(near("house-0")).isZero();
        String id = told("network");
        assertThat(near("house-0", "--network", id)).isZero();
        assertThat(told("own")).isEqualTo("waiting");
        String version = told("agreement");
        String hash = told("hash");
        assertThat(near("house-0", "--network", id, "--agreement", version)).isZero();
        assertThat(out).contains("how many buyers houses share");
        assertThat(near("house-0", "--network", id, "--agreement", version, "--policy"))
                .isZero();
        assertThat(out).contains("foyer:count-shared");
        assertThat(near("house-0", "--network", id, "--agreement", version, "--sign", "0000", "--address", address))
                .as("of another text")
                .isEqualTo(3);
        assertThat(near("house-0", "--network", id, "--agreement", version, "--sign", hash, "--address", address))
                .as(err)
                .isZero();
        assertThat(near("house-0", "--network", id)).isZero();
        assertThat(told("own")).isEqualTo("signed");
        assertThat(told("state")).isEqualTo("in-force");
        assertThat(near("house-0", "--network", id, "--agreement", version, "--withdraw", "--address", address))
                .as(err)
                .isZero();
        assertThat(near("house-0", "--network", id)).isZero();
        assertThat(told("own")).isEqualTo("withdrawn");
        proposesAndWaits(id, address);
        assertThat(near("house-0", "--network", id, "--leave", "--address", address))
                .as(err)
                .isZero();
        assertThat(near("house-0")).isZero();
        assertThat(told("state")).isEqualTo("left");
        assertThat(exactly(
                        "network",
                        "--house",
                        "house-0",
                        "--network",
                        "scenes-d-ouest",
                        "--invite",
                        "house-9",
                        "--node",
                        "urn:foyer:node:nobody",
                        "--address",
                        "https://home.example",
                        "--data",
                        folder.resolve("home").toString()))
                .as("a node that nobody named")
                .isEqualTo(3);
    }

    private void proposesAndWaits(String id, String address) {
        String wish = "{\"kind\": \"definition\", \"title\": \"Neuf\", \"reason\": \"Mieux\","
                + " \"matter\": {\"subject\": \"occupancy\", \"value\": \"%s\"}}";
        assertThat(near("house-0", "--network", id, "--propose", wish.formatted("999"), "--address", address))
                .as("no such version")
                .isEqualTo(3);
        assertThat(near("house-0", "--network", id, "--propose", wish.formatted("1"), "--address", address))
                .as(err)
                .isZero();
        assertThat(out.lines().filter(line -> line.startsWith(",definition,Neuf,")))
                .as(out)
                .hasSize(1);
        for (String word : List.of("--take-back", "--conflict=Une raison", "--vote=yes")) {
            assertThat(near("house-0", "--network", id, "--proposal", "999", word, "--address", address))
                    .as(word)
                    .isEqualTo(3);
            assertThat(err).contains("999");
        }
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

    @Test
    void factsExportedForALargerEngineLeftTheHouse() throws IOException {
        addHouse();
        Path show = Files.writeString(folder.resolve("gull.json"), """
                {"foyer-show": "1", "production": "gull", "show": {"title": "La Mouette"},
                 "performances": [{"own": "gull-1", "title": "La Mouette", "day": "2044-03-05", "time": "20:00"}]}
                """);
        assertThat(run("import", show.toString(), "--house", "theatre-du-port"))
                .as(err)
                .isZero();
        Path facts = folder.resolve("facts");
        assertThat(run("export", "parquet", "--house", "theatre-du-port", "--out", facts.toString()))
                .as(err)
                .isZero();
        assertThat(facts).isNotEmptyDirectory();
        try (Node node = Node.open(NodeSettings.of(folder.resolve("data"), name -> null))) {
            HouseId house =
                    node.houses().bySlug("theatre-du-port").orElseThrow().id();
            assertThat(node.audit().left(house, 10)).singleElement().satisfies(line -> {
                assertThat(line.action()).isEqualTo("facts-exported");
                assertThat(line.actor()).isEqualTo("command-line");
                assertThat(line.detail()).matches("[1-9]\\d* files");
            });
        }
    }
}
