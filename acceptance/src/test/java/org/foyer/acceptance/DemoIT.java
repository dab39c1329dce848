package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer starts first, smaller: three nodes that know one another, networks in one of them and over all, and nothing left when it is gone. */
class DemoIT {

    private static final long SECONDS_MAX = 600;
    private static final Pattern ADDRESS = Pattern.compile("Foyer answers at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("password of all: (\\S+)");
    private static final Pattern NEIGHBOURS =
            Pattern.compile("the same password: (http://127\\.0\\.0\\.1:\\d+), (http://127\\.0\\.0\\.1:\\d+)");
    private static final String HOUSE = "theatre-des-quatre-vents";
    private static final String PARTNER = "festival-des-hauts-murs";

    @TempDir
    Path folder;

    private Process process;
    private Path told;

    @AfterEach
    void stop() throws Exception {
        if (process != null) {
            List<ProcessHandle> neighbours = process.descendants().toList();
            process.destroyForcibly().waitFor();
            for (ProcessHandle neighbour : neighbours) {
                neighbour.destroyForcibly();
                neighbour.onExit().get(30, TimeUnit.SECONDS); // nobody writes into the folder any more
            }
        }
        Files.deleteIfExists(told);
    }

    @Test
    void threeNodesWorkTogetherAndGoTogether() throws Exception {
        start();
        String first = said(ADDRESS).group(1);
        String password = said(PASSWORD).group(1);
        Api steward = signedIn(first, HOUSE, password);
        Matcher neighbours = said(NEIGHBOURS);

        List<JsonNode> networks = all(steward.get("/api/houses/" + HOUSE + "/networks"));
        assertThat(networks).as("one of this node, and one over all three").hasSize(2);
        JsonNode west = networks.stream()
                .filter(one -> one.path("name").asText().startsWith("Scènes"))
                .findFirst()
                .orElseThrow();
        assertThat(west.path("members")).hasSize(12);
        JsonNode agreement = all(steward.get("/api/houses/" + HOUSE + "/agreements")).stream()
                .filter(one -> one.path("network").equals(west.path("slug")))
                .findFirst()
                .orElseThrow();
        assertThat(agreement.path("versions").get(0).path("parties").findValuesAsText("standing"))
                .containsOnlyOnce("waiting")
                .filteredOn("signed"::equals)
                .hasSize(11);
        assertThat(all(signedIn(first, "opera-du-grand-large", password)
                        .get("/api/houses/opera-du-grand-large/networks")))
                .hasSize(3);
        assertThat(all(signedIn(first, PARTNER, password).get("/api/houses/" + PARTNER + "/agreements")))
                .filteredOn(one -> one.path("network").equals(west.path("slug")))
                .as("to be signed by the last house")
                .hasSize(1);
        assertThat(steward.get("/api/houses/" + HOUSE + "/overlap")
                        .is(200)
                        .body()
                        .path("withheld")
                        .isNull())
                .as("buyers are shared by an agreement")
                .isTrue();
        isDecidedElsewhereToo(
                steward,
                networks.stream().filter(one -> one != west).findFirst().orElseThrow());
        for (int i = 1; i <= 2; i++) {
            JsonNode space = signedIn(neighbours.group(i), "operator", password)
                    .get("/api/data-space")
                    .is(200)
                    .body();
            assertThat(space.path("participants")).hasSize(2);
        }

        areComparedWithoutAnyPartBeingSeen(steward, neighbours.group(1), password);

        process.destroyForcibly().waitFor();
        for (int i = 1; i <= 2; i++) {
            assertThat(goes(neighbours.group(i)))
                    .as("nothing outlives the first node")
                    .isTrue();
        }
        start();
        said(NEIGHBOURS);
        assertThat(said(PASSWORD).group(1)).as("nothing is filled twice").isEqualTo(password);
    }

    /** A house of another node was elected, and put something to the vote. */
    private static void isDecidedElsewhereToo(Api steward, JsonNode network) throws Exception {
        JsonNode seated = null;
        for (JsonNode guest : network.path("guests")) {
            seated = guest.path("seats").isEmpty() ? seated : guest;
        }
        assertThat(seated).as(network.toString()).isNotNull();
        String proposer =
                seated.path("slug").asText() + "@" + seated.path("node").asText();
        String path =
                "/api/houses/" + HOUSE + "/networks/" + network.path("slug").asText() + "/proposals";
        List<String> open = List.of();
        for (int tries = 0; tries < 60 && open.isEmpty(); tries++) { // its node may still be on the way with it
            Thread.sleep(500);
            open = all(steward.get(path)).stream()
                    .filter(one -> one.path("outcome").isNull())
                    .map(one -> one.path("house").asText())
                    .toList();
        }
        assertThat(open).containsExactly(proposer);
    }

    /** Over three nodes, until one is gone: then what was asked this month stays, and nothing new is answered. */
    private void areComparedWithoutAnyPartBeingSeen(Api steward, String neighbour, String password) throws Exception {
        String path = "/api/houses/" + HOUSE + "/comparison/nodes";
        JsonNode answer = steward.get(path).is(200).body();
        JsonNode occupancy = answer.path("lines").get(0);
        assertThat(occupancy.path("withheld").isNull()).as(occupancy.toString()).isTrue();
        assertThat(occupancy.path("peers").asInt()).isGreaterThan(12);
        assertThat(occupancy.path("lowerQuartile").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(occupancy.path("median").asDouble());
        assertThat(steward.get("/h/" + HOUSE + "/compare/nodes").is(200).text()).contains("class=\"strip\"");
        StringBuilder audits = new StringBuilder();
        JsonNode houses = signedIn(neighbour, "operator", password)
                .get("/api/houses")
                .is(200)
                .body()
                .path("items");
        assertThat(houses).hasSize(4);
        for (JsonNode house : houses) {
            String slug = house.path("slug").asText();
            audits.append(signedIn(neighbour, slug, password)
                    .get("/api/houses/" + slug + "/audit")
                    .is(200)
                    .text());
        }
        assertThat(audits).contains("pooled-comparison", "figures, moved", "node urn:foyer:node:");
        assertThat(Api.stranger(neighbour)
                        .post("/dsp/2025-1/pooled/willing", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(process.children().filter(this::isFirstNeighbour).filter(ProcessHandle::destroyForcibly))
                .hasSize(1);
        assertThat(goes(neighbour)).isTrue();
        assertThat(steward.get(path).is(200).body().path("lines"))
                .as("kept until the month ends")
                .isEqualTo(answer.path("lines"));
        int year = Integer.parseInt(answer.path("season").asText().substring(0, 4)) - 1;
        assertThat(steward.get(path + "?season=" + year + "-" + (year + 1) % 100)
                        .is(409)
                        .text())
                .contains("pooled-too-few-nodes");
    }

    private boolean isFirstNeighbour(ProcessHandle child) {
        return List.of(child.info().arguments().orElse(new String[0])).contains("TERRASSES");
    }

    private void start() throws IOException, InterruptedException {
        told = Files.createTempFile("foyer-demo", ".txt");
        process = Command.start(
                Map.of(),
                folder.resolve("data"),
                Path.of("/dev/null"),
                told,
                "demo",
                "--lines",
                "60000",
                "--port",
                "0");
    }

    private static Api signedIn(String address, String login, String password) throws Exception {
        Api stranger = Api.stranger(address);
        return stranger.withSession(stranger.post("/api/session", Map.of("login", login, "password", password))
                .is(204));
    }

    private static List<JsonNode> all(Api.Answer answer) {
        List<JsonNode> all = new ArrayList<>();
        answer.is(200).body().forEach(all::add);
        return all;
    }

    private Matcher said(Pattern words) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (System.nanoTime() < until) {
            Matcher found = words.matcher(Files.readString(told));
            if (found.find()) {
                return found;
            }
            assertThat(process.isAlive()).as(Files.readString(told)).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError("not said in " + SECONDS_MAX + " s: " + words + " in " + Files.readString(told));
    }

    private static boolean goes(String address) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                URI uri = URI.create(address);
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 200);
            } catch (IOException gone) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
