package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built jars as two processes: a company on one asks a simulated house of the other for one show, and sees it until that node is away. */
class TouringIT {

    private static final String COMPANY = "/api/houses/compagnie";

    private record Member(int port, RunningNode node, Api operator, Api steward) {}

    @TempDir
    Path folder;

    private Member asking;
    private Member playing;
    private boolean away;
    private JsonNode house;

    @BeforeEach
    void twoNodesThatKnowEachOther() throws Exception {
        SimulatedHouses files = SimulatedHouses.in(folder.resolve("files"));
        house = files.first();
        int here = freePort();
        int there = freePort();
        asking = started(here, there);
        playing = started(there, here);
        asking.operator()
                .post(
                        "/api/houses",
                        Map.of(
                                "name",
                                "Compagnie",
                                "slug",
                                "compagnie",
                                "discipline",
                                "theatre",
                                "seats",
                                0,
                                "address",
                                Map.of("country", "FR"),
                                "zone",
                                "Europe/Paris",
                                "currency",
                                "EUR",
                                "simulated",
                                true))
                .is(201);
        member(asking, "compagnie");
        playing.operator().post("/api/houses", SimulatedHouses.described(house)).is(201);
        member(playing, SimulatedHouses.slug(house));
        playing.steward()
                .give(
                        SimulatedHouses.slug(house),
                        false,
                        List.of(files.programme(house), files.sales(house, SimulatedHouses.SEASON)))
                .is(201);
        named(asking, playing);
        named(playing, asking);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Member started(int port, int other) throws Exception {
        Map<String, String> settings =
                Map.of("FOYER_ADDRESS", "http://127.0.0.1:" + port, "FOYER_FETCH_ALLOWED", "127.0.0.1:" + other);
        RunningNode node = RunningNode.serve(settings, folder.resolve("node-" + port), port);
        Api operator = Api.by(node.address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        return new Member(port, node, operator, Api.by(node.address(), link));
    }

    private static void member(Member member, String slug) throws Exception {
        member.operator()
                .post("/api/houses/" + slug + "/members", Map.of("login", "claire", "role", "steward"))
                .is(200);
    }

    private static void named(Member by, Member other) throws Exception {
        JsonNode told = other.operator().get("/api/data-space").is(200).body();
        by.operator()
                .post(
                        "/api/data-space/participants",
                        Map.of(
                                "id",
                                told.path("self").asText(),
                                "name",
                                "Node " + other.port(),
                                "address",
                                "http://127.0.0.1:" + other.port() + "/dsp/2025-1",
                                "publicKey",
                                told.path("publicKey").asText()))
                .is(200);
    }

    @AfterEach
    void stop() throws Exception {
        asking.node().close();
        if (!away) {
            playing.node().close();
        }
    }

    private JsonNode stop(String tour) throws Exception {
        return asking.steward()
                .get(COMPANY + "/tours/stops?name=" + URLEncoder.encode(tour, StandardCharsets.UTF_8))
                .is(200)
                .body()
                .path("stops")
                .path(0);
    }

    @Test
    void aCompanySeesItsShowOnAnotherNodeUntilThatNodeIsAway() throws Exception {
        String slug = SimulatedHouses.slug(house);
        String programme = Api.stranger(playing.node().address())
                .get("/h/" + slug + "/programme.jsonld?from=2025-09-01&to=2026-08-31")
                .is(200)
                .text();
        Matcher run = Pattern.compile("http://127\\.0\\.0\\.1:" + playing.port() + "/id/run/[0-9-]+")
                .matcher(programme);
        assertThat(run.find()).isTrue();
        JsonNode asked = asking.steward()
                .post(
                        COMPANY + "/grants",
                        Map.of("show", run.group(), "tour", "Tournée", "figures", List.of("daily-sales", "occupancy")))
                .is(200)
                .body();
        assertThat(asked.path("state").asText()).isEqualTo("ASKED");
        assertThat(stop("Tournée").path("withheld").asText()).isEqualTo("show-not-granted");

        String grants = "/api/houses/" + slug + "/grants";
        JsonNode received =
                playing.steward().get(grants).is(200).body().path("received").path(0);
        assertThat(received.path("uid")).isEqualTo(asked.path("uid"));
        playing.steward()
                .putJson(
                        grants + "/" + received.path("id").asLong() + "/terms",
                        Map.of(
                                "figures",
                                List.of("daily-sales"),
                                "from",
                                received.path("askedAt").asText().substring(0, 10),
                                "delay",
                                0))
                .is(200);
        JsonNode told = stop("Tournée");
        assertThat(told.path("grant").path("state").asText())
                .as(told.toString())
                .isEqualTo("GRANTED");
        assertThat(told.path("sheet").path("tickets").asLong()).isPositive();
        assertThat(told.path("sheet").path("seats").isNull()).isTrue();
        assertThat(asking.steward().get("/h/compagnie/tour").is(200).text())
                .contains(house.path("name").asText());
        assertThat(playing.steward()
                        .get("/api/houses/" + slug + "/audit")
                        .is(200)
                        .text())
                .contains("show-figures-given", "node urn:foyer:node:");
        assertThat(Api.stranger(playing.node().address())
                        .post("/dsp/2025-1/grants/look", Map.of())
                        .status())
                .isEqualTo(401);

        playing.node().close();
        away = true;
        JsonNode last = stop("Tournée");
        assertThat(last.path("away").path("answeredAt").asText()).isNotEmpty();
        assertThat(last.path("sheet").path("tickets"))
                .isEqualTo(told.path("sheet").path("tickets"));
    }
}
