package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three built jars as three processes: seven simulated houses share themselves out over them and are compared with one another. */
class NodesTogetherIT {

    /** One of the three, with the houses that it holds. */
    private record Member(int port, RunningNode node, Api operator, Api steward, List<JsonNode> houses) {
        String first() {
            return SimulatedHouses.slug(houses.get(0));
        }
    }

    @TempDir
    Path folder;

    private final List<Member> members = new ArrayList<>();

    @BeforeEach
    void threeNodesThatKnowEachOther() throws Exception {
        SimulatedHouses houses = SimulatedHouses.in(folder.resolve("files"));
        List<Integer> ports = List.of(freePort(), freePort(), freePort());
        List<List<JsonNode>> shares = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int at = 0; at < houses.all().size(); at++) {
            shares.get(at % shares.size()).add(houses.all().path(at));
        }
        for (int at = 0; at < ports.size(); at++) {
            members.add(started(houses, ports, at, shares.get(at)));
        }
        for (Member member : members) {
            JsonNode told = member.operator().get("/api/data-space").is(200).body();
            for (Member other : members) {
                if (other != member) {
                    Map<String, String> named = Map.of(
                            "id",
                            told.path("self").asText(),
                            "name",
                            "Node " + member.port(),
                            "address",
                            "http://127.0.0.1:" + member.port() + "/dsp/2025-1",
                            "publicKey",
                            told.path("publicKey").asText());
                    other.operator().post("/api/data-space/participants", named).is(200);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Member started(SimulatedHouses files, List<Integer> ports, int at, List<JsonNode> houses) throws Exception {
        List<String> allowed = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        Map<String, String> settings = Map.of(
                "FOYER_ADDRESS", "http://127.0.0.1:" + ports.get(at), "FOYER_FETCH_ALLOWED", String.join(",", allowed));
        RunningNode node = RunningNode.serve(settings, folder.resolve("node-" + at), ports.get(at));
        Api operator = Api.by(node.address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        for (JsonNode house : houses) {
            operator.post("/api/houses", SimulatedHouses.described(house)).is(201);
            operator.post(
                            "/api/houses/" + SimulatedHouses.slug(house) + "/members",
                            Map.of("login", "claire", "role", "steward"))
                    .is(200);
        }
        Api steward = Api.by(node.address(), link);
        for (JsonNode house : houses) {
            String slug = SimulatedHouses.slug(house);
            steward.give(slug, false, List.of(files.programme(house), files.sales(house, SimulatedHouses.SEASON)))
                    .is(201);
            steward.put("/api/houses/" + slug + "/participation/pooled-comparison")
                    .is(204);
        }
        return new Member(ports.get(at), node, operator, steward, houses);
    }

    @AfterEach
    void stop() throws Exception {
        for (Member member : members) {
            member.node().close();
        }
    }

    @Test
    void housesAreComparedAcrossNodesUntilOneOfTheThreeIsGone() throws Exception {
        Member asking = members.get(0);
        JsonNode occupancy = occupancy(asking);
        assertThat(occupancy.path("withheld").isNull()).as(occupancy.toString()).isTrue();
        assertThat(occupancy.path("peers").asInt()).isEqualTo(6);
        assertThat(occupancy.path("lowerQuartile").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(occupancy.path("median").asDouble());
        assertThat(occupancy(members.get(2)).path("median")).isEqualTo(occupancy.path("median"));

        Member giving = members.get(1);
        assertThat(giving.steward()
                        .get("/api/houses/" + giving.first() + "/audit")
                        .is(200)
                        .text())
                .contains("pooled-comparison", "figures, moved", "node urn:foyer:node:");
        assertThat(asking.steward()
                        .get("/h/" + asking.first() + "/compare/nodes?season=" + SimulatedHouses.SEASON)
                        .is(200)
                        .text())
                .contains("class=\"strip\"");
        assertThat(Api.stranger(giving.node().address())
                        .post("/dsp/2025-1/pooled/willing", Map.of())
                        .status())
                .isEqualTo(401);

        giving.node().close();
        members.remove(giving);
        assertThat(occupancy(asking)).as("kept until the month ends").isEqualTo(occupancy);
        assertThat(asking.steward()
                        .get("/api/houses/" + asking.first() + "/comparison/nodes/kept?season="
                                + SimulatedHouses.SEASON)
                        .is(200)
                        .body()
                        .path("present")
                        .asBoolean())
                .isTrue();
        assertThat(asking.steward()
                        .get("/api/houses/" + asking.first() + "/comparison/nodes?season="
                                + SimulatedHouses.NEXT_SEASON)
                        .is(409)
                        .text())
                .contains("pooled-too-few-nodes");
    }

    private static JsonNode occupancy(Member member) throws IOException, InterruptedException {
        JsonNode lines = member.steward()
                .get("/api/houses/" + member.first() + "/comparison/nodes?season=" + SimulatedHouses.SEASON)
                .is(200)
                .body()
                .path("lines");
        for (JsonNode line : lines) {
            if (line.path("indicator").asText().equals("occupancy")) {
                return line;
            }
        }
        throw new AssertionError("no occupancy in " + lines);
    }
}
