package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built jars as two processes, a house on each: they name one another, one asks, and both know about how many buyers they share. */
class OverlapBetweenNodesIT {

    private record Member(int port, String house, RunningNode node, Api operator, Api steward, String self) {
        String overlap() {
            return "/api/houses/" + house + "/overlap/nodes";
        }
    }

    @TempDir
    Path folder;

    private Member here;
    private Member there;

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Member started(String house, int port, int other, Path sales) throws Exception {
        Map<String, String> settings =
                Map.of("FOYER_ADDRESS", "http://127.0.0.1:" + port, "FOYER_FETCH_ALLOWED", "127.0.0.1:" + other);
        RunningNode node = RunningNode.serve(settings, folder.resolve("node-" + house), port);
        Api operator = Api.by(node.address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        operator.post("/api/houses", Map.of("name", house, "slug", house, "discipline", "theatre", "seats", 500))
                .is(201);
        operator.post("/api/houses/" + house + "/members", Map.of("login", "claire", "role", "steward"))
                .is(200);
        Api steward = Api.by(node.address(), link);
        steward.give(house, false, List.of(sales)).is(201);
        steward.put("/api/houses/" + house + "/participation/overlap").is(204);
        String self =
                operator.get("/api/data-space").is(200).body().path("self").asText();
        return new Member(port, house, node, operator, steward, self);
    }

    private static void named(Member by, Member other) throws Exception {
        JsonNode told = other.operator().get("/api/data-space").is(200).body();
        by.operator()
                .post(
                        "/api/data-space/participants",
                        Map.of(
                                "id",
                                other.self(),
                                "name",
                                "Node of " + other.house(),
                                "address",
                                "http://127.0.0.1:" + other.port() + "/dsp/2025-1",
                                "publicKey",
                                told.path("publicKey").asText()))
                .is(200);
    }

    private static Map<String, String> house(Member other) {
        return Map.of("node", other.self(), "house", other.house());
    }

    private static SharedBuyersAgreement.Side side(Member member) {
        return new SharedBuyersAgreement.Side(member.self(), member.house(), member.operator(), member.steward());
    }

    @AfterEach
    void stop() throws Exception {
        if (here != null) {
            here.node().close();
        }
        if (there != null) {
            there.node().close();
        }
    }

    @Test
    void housesOfTwoNodesCountTheBuyersTheyShare() throws Exception {
        int one = freePort();
        int two = freePort();
        here = started("lear", one, two, Sales.ofBuyers(folder.resolve("lear.csv"), "lear", 0, 800));
        there = started("otello", two, one, Sales.ofBuyers(folder.resolve("otello.csv"), "otello", 200, 1_000));
        named(here, there);
        named(there, here);

        here.steward().post(here.overlap(), house(there)).is(200);
        here.steward().post(here.overlap() + "/questions", house(there)).is(409);
        SharedBuyersAgreement.between(side(here), List.of(side(there)));
        here.steward().post(here.overlap() + "/questions", house(there)).is(202);
        assertThat(waited(here, "stopped").asText()).isEqualTo("overlap-not-named");

        there.steward().post(there.overlap(), house(here)).is(200);
        here.steward().post(here.overlap() + "/questions", house(there)).is(202);
        long about = waited(here, "about").asLong();
        assertThat(about).isBetween(500L, 700L);
        assertThat(waited(there, "about").asLong()).isEqualTo(about);

        for (Member member : List.of(here, there)) {
            assertThat(member.steward()
                            .get("/api/houses/" + member.house() + "/leaving")
                            .is(200)
                            .text())
                    .contains("overlap-given", "blinded points");
        }
        assertThat(here.steward().get("/h/lear/overlap").is(200).text())
                .contains(
                        "Node of otello",
                        here.steward()
                                .get(here.overlap())
                                .body()
                                .path(0)
                                .path("period")
                                .asText());
        assertThat(Api.stranger(there.node().address())
                        .post("/dsp/2025-1/overlap/open", Map.of())
                        .status())
                .isEqualTo(401);
    }

    /** A word of the one house that is named, once it is there. */
    private static JsonNode waited(Member member, String word) throws IOException, InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        JsonNode found;
        do {
            Thread.sleep(100);
            found = member.steward().get(member.overlap()).is(200).body().path(0);
        } while ((found.path(word).isNull() || found.path(word).isMissingNode()) && System.nanoTime() < until);
        assertThat(found.path(word).isNull()).as(found.toString()).isFalse();
        return found.path(word);
    }
}
