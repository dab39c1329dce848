package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.fetching.StubPeer.body;
import static org.foyer.hub.fetching.StubPeer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSource.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tools whose lists are pulled over real connections into real stores, and what goes wrong with them. */
@Timeout(120)
class ToolPullsTest {

    @TempDir
    Path folder;

    private PullStand stand;

    @BeforeEach
    void begin() {
        stand = new PullStand(folder);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static void failed(PulledSource source, String code) {
        assertThat(source.state()).isEqualTo(State.FAILED);
        assertThat(Objects.requireNonNull(source.problem()).code()).isEqualTo(code);
    }

    private void spektrix() {
        ToolAnswers.spektrix().forEach(stand.peer::on);
        stand.added("spektrix", ToolAnswers.SPEKTRIX, Map.of(), null);
    }

    @Test
    void theListsOfSpektrixBecomeAProgrammeWithItsVenues() {
        spektrix();
        PulledSource pulled = stand.pull();
        assertThat(pulled.problem()).isNull();
        assertThat(pulled.state()).isEqualTo(State.TAKEN);
        assertThat(stand.programme()).containsExactly("Lear 2026-05-12 19:30", "Lear 2026-05-13 19:30");
        assertThat(stand.node.query("select name || '|' || street from venue where house = 1"))
                .containsExactly("Little House|12 Long Lane, London EC1A 9PT");
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void theListsOfPretixBecomeAProgrammeUnderTheNumbersOfItsOrders() {
        ToolAnswers.pretix(StubPeer.HOST + ":" + stand.peer.port()).forEach(stand.peer::on);
        stand.added("pretix", ToolAnswers.PRETIX, Map.of(), "token");
        PulledSource pulled = stand.pull();
        assertThat(pulled.problem()).isNull();
        assertThat(pulled.state()).isEqualTo(State.TAKEN);
        assertThat(stand.programme()).containsExactly("Bal 2026-06-21 20:00", "Le Roi Lear 2026-05-02 20:00");
        assertThat(
                        stand.node.query(
                                "select source_ref || '|' || coalesce(capacity::text, '?') from performance where house = 1 order by 1"))
                .containsExactly("11|300", "bal|?");
        assertThat(stand.peer.asked.get(0).headers()).containsEntry("authorization", "Token token");
    }

    @Test
    void aToolThatStumblesIsTriedAgainAndTheListIsWhole() {
        ToolAnswers.spektrix().forEach(stand.peer::on);
        String instances = ToolAnswers.spektrix().get(ToolAnswers.SPEKTRIX + "/instances");
        stand.peer.on(
                ToolAnswers.SPEKTRIX + "/instances",
                status(500),
                status(429, "Retry-After", "30"),
                body(200, "application/json", instances));
        stand.added("spektrix", ToolAnswers.SPEKTRIX, Map.of(), null);
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(stand.peer.pauses).contains(Duration.ofSeconds(30));
        assertThat(stand.programme()).hasSize(2);
    }

    @Test
    void halfOfAToolIsNothing() {
        ToolAnswers.spektrix().forEach(stand.peer::on);
        stand.peer.on(ToolAnswers.SPEKTRIX + "/instances", body(200, "text/html", "<!DOCTYPE html><p>Maintenance"));
        stand.added("spektrix", ToolAnswers.SPEKTRIX, Map.of(), null);
        failed(stand.pull(), "pull-page-for-people");
        assertThat(stand.programme()).isEmpty();
        assertThat(stand.node
                        .intake
                        .runs(org.foyer.hub.intake.internal.IntakeStand.PARIS, 0, 1)
                        .total())
                .isZero();
    }

    private static String instances(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n ->
                        "{\"id\": \"i%1$d\", \"event\": {\"id\": \"1001AAB\"}, \"start\": \"2026-05-%1$02dT19:30:00\"}"
                                .formatted(n))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    @Test
    void aToolThatForgetsItsSeasonIsHeld() {
        ToolAnswers.spektrix().forEach(stand.peer::on);
        String path = ToolAnswers.SPEKTRIX + "/instances";
        stand.peer.on(path, instances(20));
        stand.added("spektrix", ToolAnswers.SPEKTRIX, Map.of(), null);
        assertThat(stand.pull().records()).isEqualTo(20);
        stand.peer.on(path, instances(2));
        PulledSource held = stand.pull();
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.heldRecords()).isEqualTo(2);
        stand.peer.on(path, "[]");
        failed(stand.pull(), "spektrix-instances-missing");
        assertThat(stand.programme()).hasSize(20);
    }

    @Test
    void theEventsThatASiteTellsSearchEnginesBecomeAProgramme() {
        String at = stand.peer.at("").toString();
        stand.peer
                .on("/robots.txt", body(200, "text/plain", "User-agent: *\nDisallow: /private"))
                .on(
                        "/sitemap.xml",
                        body(
                                200,
                                "application/xml",
                                LinkedDataConnectorTest.map(at + "/lear", at + "/bal", at + "/private")))
                .on("/lear", body(200, "text/html", LinkedDataConnectorTest.page("Lear", "#e")))
                .on("/bal", body(200, "text/html", LinkedDataConnectorTest.page("Bal", "#e")));
        stand.added("linked-data", "/sitemap.xml", Map.of(), null);
        PulledSource pulled = stand.pull();
        assertThat(pulled.problem()).isNull();
        assertThat(stand.programme()).containsExactly("Bal 2026-05-01 20:00", "Lear 2026-05-01 20:00");
        assertThat(stand.peer.paths()).doesNotContain("/private");
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);
    }

    private static StubPeer.Answer packed(byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-gzip");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(String plain) {
        return gzip(plain.getBytes(StandardCharsets.UTF_8));
    }

    private String index(String... maps) {
        StringBuilder index = new StringBuilder("<sitemapindex>");
        for (String map : maps) {
            index.append("<sitemap><loc>").append(stand.peer.at(map)).append("</loc></sitemap>");
        }
        return index.append("</sitemapindex>").toString();
    }

    private void site(String robots) {
        stand.peer
                .on("/robots.txt", body(200, "text/plain", robots))
                .on("/lear", body(200, "text/html", LinkedDataConnectorTest.page("Lear", "#e")));
    }

    private byte[] mapOfLear() {
        return gzip(LinkedDataConnectorTest.map(stand.peer.at("/lear").toString()));
    }

    @Test
    void packedMapsAreReadAndMapsOfMapsFollowedTwoStepsAndNeverInACircle() {
        site("User-agent: *\nDisallow:");
        stand.peer
                .on("/sitemap.xml.gz", packed(gzip(index("/inner.xml", "/sitemap.xml.gz"))))
                .on("/inner.xml", body(200, "application/xml", index("/shows.xml.gz", "/sitemap.xml.gz", "/inner.xml")))
                .on("/shows.xml.gz", packed(mapOfLear()));
        stand.added("linked-data", "/sitemap.xml.gz", Map.of(), null);
        assertThat(stand.pull().problem()).isNull();
        assertThat(stand.programme()).containsExactly("Lear 2026-05-01 20:00");
        assertThat(stand.peer.paths())
                .containsExactly("/robots.txt", "/sitemap.xml.gz", "/inner.xml", "/shows.xml.gz", "/lear");
        stand.peer.on("/shows.xml.gz", packed(gzip(index("/deeper.xml"))));
        failed(stand.pull(), "pull-maps-nested");
        assertThat(stand.peer.paths()).doesNotContain("/deeper.xml");
        stand.peer.on(
                "/inner.xml",
                body(
                        200,
                        "application/xml",
                        index(IntStream.range(0, 50).mapToObj(n -> "/m" + n).toArray(String[]::new))));
        failed(stand.pull(), "pull-maps-many");
    }

    @Test
    void aMapThatIsABombOrBrokenIsTold() {
        site("User-agent: *\nDisallow:");
        stand.added("linked-data", "/sitemap.xml.gz", Map.of(), null);
        byte[] bomb = gzip(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        stand.peer.on("/sitemap.xml.gz", packed(bomb));
        failed(stand.pull(), "pull-map-too-large");
        stand.peer.on("/sitemap.xml.gz", packed(java.util.Arrays.copyOf(mapOfLear(), 40)));
        failed(stand.pull(), "fetch-packing");
        stand.peer.on("/sitemap.xml.gz", packed(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}));
        failed(stand.pull(), "fetch-packing");
    }

    @Test
    void asLongAsASiteAsksIsWaitedBetweenTwoPages() {
        site("User-agent: *\nCrawl-delay: 7\nDisallow:");
        stand.peer.on("/sitemap.xml.gz", packed(mapOfLear()));
        stand.added("linked-data", "/sitemap.xml.gz", Map.of(), null);
        assertThat(stand.pull().problem()).isNull();
        assertThat(stand.peer.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
        stand.peer.pauses.clear();
        site("User-agent: *\nCrawl-delay: 0.2\nDisallow:");
        assertThat(stand.pull().problem()).isNull();
        assertThat(stand.peer.pauses).as("never faster than one page a second").containsOnly(Duration.ofSeconds(1));
        site("User-agent: other\nCrawl-delay: 25\n\nUser-agent: foyer\nCrawl-delay: 3600\nDisallow:");
        PulledSource slow = stand.pull();
        failed(slow, "pull-crawl-delay");
        assertThat(Objects.requireNonNull(slow.problem()).arguments()).containsExactly(StubPeer.HOST, "3600", "30");
    }

    @Test
    void aHouseDescribesItsOwnToolByARecipe() {
        stand.peer.on("/tool?page=1", """
                        {"dates": [{"reference": "a1", "titre": "Lear", "date": "12/05/2026", "heure": "20:00", "salle": "Grande salle"}]}""").on("/tool?page=2", "{\"dates\": []}");
        PulledSource added = stand.added(
                "json", "/tool", Map.of("recipe", "lists: [{name: items, at: dates, paging: {kind: page}}]"), null);
        assertThat(added.settings()).containsKey("recipe");
        PulledSource pulled = stand.pull();
        assertThat(pulled.problem()).isNull();
        assertThat(stand.programme()).containsExactly("Lear 2026-05-12 20:00");
    }

    @Test
    void anEndlessListEnds() {
        int[] page = {0};
        StubPeer.Answer more = exchange -> body(
                        200, "application/json", "{\"items\": [{\"n\": %d}], \"next\": \"/tool\"}".formatted(page[0]++))
                .to(exchange);
        stand.peer.on("/tool", more);
        stand.added(
                "json",
                "/tool",
                Map.of("recipe", "per_minute: 300\nlists: [{name: items, at: items, paging: {kind: next}}]"),
                null);
        failed(stand.pull(), "pull-pages-too-many");
    }
}
