package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three built jars as three processes: two hold keys and have three houses between them, the third holds sketches. All houses know one table. */
class ReachBetweenNodesIT {

    private record Member(int port, RunningNode node, Api operator, Api steward, JsonNode told) {
        String self() {
            return told.path("self").asText();
        }
    }

    private record Placed(String house, Member member) {
        String network() {
            return "/api/houses/" + house + "/overlap/network";
        }
    }

    @TempDir
    Path folder;

    private final List<Member> members = new ArrayList<>();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Member started(int port, List<Integer> all) throws Exception {
        String others = String.join(
                ",",
                all.stream()
                        .filter(other -> other != port)
                        .map(other -> "127.0.0.1:" + other)
                        .toList());
        Map<String, String> settings = Map.of(
                "FOYER_ADDRESS",
                "http://127.0.0.1:" + port,
                "FOYER_FETCH_ALLOWED",
                others,
                "FOYER_OVERLAP_SERVES",
                "true");
        RunningNode node = RunningNode.serve(settings, folder.resolve("node-" + port), port);
        Api operator = Api.by(node.address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        JsonNode told = operator.get("/api/data-space").is(200).body();
        Member member = new Member(port, node, operator, Api.by(node.address(), link), told);
        members.add(member);
        return member;
    }

    private static void named(Member by, Member other) throws Exception {
        Map<String, String> participant = Map.of(
                "id",
                other.self(),
                "name",
                "Node at " + other.port(),
                "address",
                "http://127.0.0.1:" + other.port() + "/dsp/2025-1",
                "publicKey",
                other.told().path("publicKey").asText());
        by.operator().post("/api/data-space/participants", participant).is(200);
    }

    /** A house with one buyer for each number. */
    private Placed house(Member member, String name, int from, int to) throws Exception {
        StringBuilder text = new StringBuilder(Sales.HEADER.strip() + ";N° client;Nom;Email\n");
        for (int buyer = from; buyer < to; buyer++) {
            text.append(Sales.sale(name, buyer + 1, "16,00").strip())
                    .append(";K%d;Martin;buyer%d@boite.example%n".formatted(buyer, buyer));
        }
        Path sales = Files.writeString(folder.resolve(name + ".csv"), text);
        member.operator()
                .post("/api/houses", Map.of("name", name, "slug", name, "discipline", "theatre", "seats", 500))
                .is(201);
        member.operator()
                .post("/api/houses/" + name + "/members", Map.of("login", "claire", "role", "steward"))
                .is(200);
        member.steward().give(name, false, List.of(sales)).is(201);
        member.steward().put("/api/houses/" + name + "/participation/overlap").is(204);
        return new Placed(name, member);
    }

    private static SharedBuyersAgreement.Side side(Placed placed) {
        Member member = placed.member();
        return new SharedBuyersAgreement.Side(member.self(), placed.house(), member.operator(), member.steward());
    }

    @AfterEach
    void stop() throws Exception {
        for (Member member : members) {
            member.node().close();
        }
    }

    @Test
    void housesOfTwoNodesAreCountedByThree() throws Exception {
        List<Integer> ports = List.of(freePort(), freePort(), freePort());
        Member here = started(ports.get(0), ports);
        Member there = started(ports.get(1), ports);
        Member pool = started(ports.get(2), ports);
        for (Member one : members) {
            for (Member other : members) {
                if (one != other) {
                    named(one, other);
                }
            }
        }
        List<Placed> houses = List.of(
                house(here, "lear", 0, 5_000),
                house(there, "otello", 1_000, 6_000),
                house(there, "tosca", 2_000, 7_000));
        SharedBuyersAgreement.between(side(houses.get(0)), List.of(side(houses.get(1)), side(houses.get(2))));
        Map<String, String> three = Map.of("first", here.self(), "second", there.self(), "pool", pool.self());
        for (Placed placed : houses) {
            placed.member().steward().putJson(placed.network(), three).is(200);
            placed.member()
                    .steward()
                    .post(placed.network() + "/questions", Map.of())
                    .is(202);
            done(placed);
        }
        Placed first = houses.get(0);
        first.member().steward().post(first.network() + "/questions", Map.of()).is(202);
        JsonNode told = done(first).path("told");

        assertThat(told.path("houses")).hasSize(3);
        assertThat(told.path("reach").path("about").asLong()).isBetween(6_000L, 8_000L);
        assertThat(done(houses.get(2)).path("told")).isEqualTo(told);
        assertThat(first.member()
                        .steward()
                        .get("/api/houses/lear/leaving")
                        .is(200)
                        .text())
                .contains("overlap-given", "overlap-counted", pool.self());
        assertThat(first.member().steward().get("/h/lear/overlap").is(200).text())
                .contains("otello · Node at " + there.port());
        assertThat(Api.stranger(pool.node().address())
                        .post("/dsp/2025-1/reach/figures", Map.of())
                        .status())
                .isEqualTo(401);
    }

    /** How the house stands once nothing is under way; what stopped is a failure. */
    private static JsonNode done(Placed placed) throws IOException, InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        JsonNode standing;
        do {
            Thread.sleep(100);
            standing = placed.member().steward().get(placed.network()).is(200).body();
        } while (!standing.path("underway").isNull() && System.nanoTime() < until);
        assertThat(standing.path("underway").isNull()).as(standing.toString()).isTrue();
        assertThat(standing.path("stopped").isNull()).as(standing.toString()).isTrue();
        return standing;
    }
}
