package org.foyer.hub.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.fetching.StubPeer.body;
import static org.foyer.hub.fetching.StubPeer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {

    private static final FetchLimits LIMITS = new FetchLimits(
            1 << 20,
            3L << 20,
            20,
            Duration.ofMinutes(15),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            3,
            Duration.ofMinutes(2),
            3);

    private StubPeer peer;
    private Fetcher fetcher;

    @BeforeEach
    void begin() {
        peer = new StubPeer();
        fetcher = new Fetcher(LIMITS, peer.outside());
    }

    @AfterEach
    void end() {
        fetcher.close();
        peer.close();
    }

    private Web web(String... more) {
        Set<String> hosts = new java.util.HashSet<>(List.of(more));
        hosts.add(StubPeer.HOST);
        return fetcher.visit(new Visit(hosts, Duration.ZERO));
    }

    private WebAnswer get(String path) throws IOException {
        return web().get(Web.Request.of(peer.at(path), Map.of()));
    }

    private void refused(String code, Web web, URI address) {
        assertThatThrownBy(() -> web.get(Web.Request.of(address, Map.of())))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo(code));
    }

    private void refused(String code, String path) {
        refused(code, web(), peer.at(path));
    }

    private static String text(WebAnswer answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void itConnectsToTheAddressThatWasCheckedAndCallsTheHostByItsName() throws IOException {
        peer.on("/events?page=1", "[1]");
        WebAnswer answer = get("/events?page=1");
        assertThat(text(answer)).isEqualTo("[1]");
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(peer.asked.get(0).headers())
                .containsEntry("host", StubPeer.HOST + ":" + peer.port())
                .containsEntry("user-agent", "Foyer (fetches what a house asked for)")
                .doesNotContainKey("cookie");
    }

    @Test
    void anAnswerThatDidNotChangeIsNotSentAgain() throws IOException {
        peer.on("/a", status(304));
        WebAnswer answer =
                web().get(new Web.Request(peer.at("/a"), Map.of(), "\"e1\"", "Sun, 01 Mar 2026 08:00:00 GMT"));
        assertThat(answer.isUnchanged()).isTrue();
        assertThat(peer.asked.get(0).headers())
                .containsEntry("if-none-match", "\"e1\"")
                .containsEntry("if-modified-since", "Sun, 01 Mar 2026 08:00:00 GMT");
    }

    @Test
    void aFailureThatMayPassIsTriedAgainLaterAndLater() throws IOException {
        peer.on("/a", status(500), status(502), body(200, "text/plain", "there"));
        assertThat(text(get("/a"))).isEqualTo("there");
        assertThat(peer.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aFailureThatStaysIsToldWithItsStatus() {
        peer.on("/a", status(500));
        refused("fetch-status", "/a");
        assertThat(peer.asked).hasSize(3);
    }

    @Test
    void whoIsRefusedIsNotAskedAgain() {
        peer.on("/a", status(401)).on("/b", status(418));
        refused("fetch-not-allowed", "/a");
        refused("fetch-status", "/b");
        assertThat(peer.asked).hasSize(2);
    }

    @Test
    void retryAfterIsHonouredInSecondsAndAsADate() throws IOException {
        peer.on("/a", status(429, "Retry-After", "7"), body(200, "text/plain", "there"));
        assertThat(text(get("/a"))).isEqualTo("there");
        peer.on("/b", status(503, "Retry-After", "Sun, 01 Mar 2026 08:01:00 GMT"), body(200, "text/plain", "there"));
        assertThat(text(get("/b"))).isEqualTo("there");
        assertThat(peer.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(53));
    }

    @Test
    void whoAsksToBeLeftAloneForLongIsLeftAlone() {
        peer.on("/a", status(429, "Retry-After", "3600"));
        assertThatThrownBy(() -> get("/a")).isInstanceOfSatisfying(NotFetched.class, told -> {
            assertThat(told.problem().code()).isEqualTo("fetch-busy");
            assertThat(told.after()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(peer.pauses).isEmpty();
        assertThat(peer.asked).hasSize(1);
    }

    @Test
    void anEndlessBodyEndsAtTheLimit() {
        peer.on("/a", StubPeer.endless(Duration.ZERO));
        refused("fetch-too-large", "/a");
        assertThat(peer.asked).hasSize(1);
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneEndsAtTheLimit() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[8 << 20]);
        }
        peer.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertThat(packed.size()).isLessThan(1 << 20);
        refused("fetch-too-large", "/a");
    }

    @Test
    void aPackingThatNobodyAskedForIsRefused() {
        peer.on("/a", body(200, "text/plain", "?", "Content-Encoding", "pack200"));
        peer.on("/b", body(200, "text/plain", "no trace of packing in here", "Content-Encoding", "gzip"));
        refused("fetch-packing", "/a");
        refused("fetch-packing", "/b");
        assertThat(peer.asked)
                .allSatisfy(asked -> assertThat(asked.headers()).containsEntry("accept-encoding", "gzip"));
    }

    @Test
    void allAnswersOfAVisitTogetherHaveALimitToo() throws IOException {
        peer.on("/a", body(200, "text/plain", "x".repeat(1_000_000)));
        Web web = web();
        for (int i = 0; i < 3; i++) {
            web.get(Web.Request.of(peer.at("/a"), Map.of()));
        }
        refused("fetch-visit-too-large", web, peer.at("/a"));
    }

    @Test
    void aPeerThatSaysNothingOrDripsForEverIsLeft() {
        peer.on("/silent", exchange -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        peer.on("/dripping", StubPeer.endless(Duration.ofMillis(100)));
        refused("fetch-too-slow", "/silent");
        refused("fetch-too-slow", "/dripping");
        assertThat(peer.asked).hasSize(6);
    }

    @Test
    void requestsOfAVisitAreCountedAndSpread() throws IOException {
        peer.on("/a", "1");
        Web web = fetcher.visit(new Visit(Set.of(StubPeer.HOST), Duration.ofSeconds(2)));
        for (int i = 0; i < 20; i++) {
            web.get(Web.Request.of(peer.at("/a"), Map.of()));
        }
        assertThat(peer.pauses).hasSize(19).containsOnly(Duration.ofSeconds(2));
        refused("pull-pages-too-many", web, peer.at("/a"));
    }

    @Test
    void aVisitEndsWithItsTime() {
        peer.on("/a", status(503, "Retry-After", "100"));
        Web web = web();
        refused("fetch-busy", web, peer.at("/a"));
        peer.now = peer.now.plus(LIMITS.visitMax());
        refused("fetch-visit-too-long", web, peer.at("/a"));
    }

    @Test
    void redirectsAreFollowedWithinTheListedHostsAndNoFurther() throws IOException {
        peer.names.put("other.example", "127.0.0.1");
        peer.on("/a", status(302, "Location", "/b")).on("/b", body(200, "text/plain", "there"));
        assertThat(text(get("/a"))).isEqualTo("there");
        peer.on("/c", status(302, "Location", "http://other.example:" + peer.port() + "/b"));
        refused("fetch-host-not-listed", "/c");
        peer.on("/d", status(301, "Location", "/d"));
        refused("fetch-redirects-too-many", "/d");
        peer.on("/e", status(302, "Location", "file:///etc/passwd"));
        refused("fetch-scheme", "/e");
    }

    @Test
    void aSecretStaysWithTheHostThatItIsFor() throws IOException {
        peer.names.put("other.example", "127.0.0.1");
        peer.on("/a", status(302, "Location", "http://other.example:" + peer.port() + "/b"))
                .on("/b", "1");
        Web web = web("other.example");
        web.get(Web.Request.of(peer.at("/a"), Map.of("Authorization", "Bearer s3cret", "Accept", "application/json")));
        assertThat(peer.asked.get(0).headers()).containsEntry("authorization", "Bearer s3cret");
        assertThat(peer.asked.get(1).headers())
                .doesNotContainKey("authorization")
                .containsEntry("accept", "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "017700000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "127.0.0.1.",
                "169.254.169.254"
            })
    void aRedirectToThisMachineIsRefusedInEverySpelling(String host) {
        peer.on("/a", status(302, "Location", "http://" + host + "/b"));
        assertThatThrownBy(() -> get("/a"))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code())
                                .isIn("fetch-host-not-listed", "fetch-address-unreadable"));
        // not even if a house lists it
        assertThatThrownBy(() -> web(host).get(Web.Request.of(URI.create("http://" + host + "/b"), Map.of())))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code())
                                .isIn("fetch-host-number", "fetch-address-unreadable"));
        assertThat(peer.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "::1",
                "fd00:ec2::254",
                "fe80::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::"
            })
    void aNameThatLeadsToAPrivateAddressIsRefused(String address) {
        peer.names.put("intern.example", address);
        refused("fetch-host-private", web("intern.example"), URI.create("http://intern.example/a"));
        assertThat(peer.asked).isEmpty();
    }

    /** The name is looked up for each connection, and what was looked up is what is connected to. */
    @Test
    void aNameThatChangesItsMeaningDuringARedirectIsCaught() {
        peer.names.put("moving.example", "127.0.0.1");
        peer.on("/a", exchange -> {
            peer.names.put("moving.example", "10.0.0.1");
            status(302, "Location", "http://moving.example:81/b").to(exchange);
        });
        refused("fetch-host-private", web("moving.example"), peer.at("/a"));
    }

    @Test
    void whatIsAllowedIsOnePortOfThisMachineAndNoOther() {
        refused("fetch-host-private", web(), URI.create("http://" + StubPeer.HOST + ":1/a"));
        assertThatThrownBy(() -> Outside.allowed("10.0.0.1:80")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outside.allowed("127.0.0.1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Outside.allowed("")).isEmpty();
        assertThat(Outside.allowed("127.0.0.1:8099, [::1]:8099")).hasSize(2);
    }

    @Test
    void namesAndPasswordsInAnAddressAreRefused() {
        refused("fetch-userinfo", web(), URI.create("http://peer.example@evil.example/a"));
        refused("fetch-userinfo", web(), URI.create("http://user:word@" + StubPeer.HOST + ":" + peer.port() + "/a"));
        refused("fetch-scheme", web(), URI.create("ftp://" + StubPeer.HOST + "/a"));
        refused("fetch-scheme", web(), URI.create("/a"));
    }

    @Test
    void aHostThatIsNotThereIsTold() {
        refused("fetch-host-unknown", web("nowhere.example"), URI.create("http://nowhere.example/"));
    }
}
