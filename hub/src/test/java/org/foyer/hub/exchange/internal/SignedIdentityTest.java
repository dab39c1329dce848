package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.TestNode;
import org.foyer.hub.governance.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that must be refused, each different from a good one in one thing. */
class SignedIdentityTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    Path folder;

    private TestNode node;
    private TestNode peer;
    private NodeKey peerKey;
    private NodeKey otherKey;

    @BeforeEach
    void open() throws Exception {
        TestNode.Wires wires = new TestNode.Wires();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        node = new TestNode(made("node"), "https://node.example", wires, one -> java.util.Optional.empty(), clock);
        peer = new TestNode(made("peer"), "https://peer.example", wires, one -> java.util.Optional.empty(), clock);
        node.knows(peer);
        peerKey = NodeKey.in(folder.resolve("peer"));
        otherKey = NodeKey.in(made("other"));
    }

    private Path made(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    @AfterEach
    void close() {
        node.close();
        peer.close();
    }

    private boolean isHeard(String token) {
        return node.identity.sender("Bearer " + token).isPresent();
    }

    private ObjectNode claims() {
        return Json.object()
                .put("iss", peer.identity.self())
                .put("sub", peer.identity.self())
                .put("aud", node.identity.self())
                .put("iat", NOW.getEpochSecond())
                .put("exp", NOW.getEpochSecond() + 120)
                .put("jti", java.util.UUID.randomUUID().toString());
    }

    private static String token(NodeKey key, String head, ObjectNode claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = encoder.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoder.encodeToString(key.sign(signed));
    }

    private boolean isHeardWith(Consumer<ObjectNode> change) {
        ObjectNode claims = claims();
        change.accept(claims);
        return isHeard(token(peerKey, "{\"alg\":\"EdDSA\"}", claims));
    }

    @Test
    void aGoodTokenCountsOnce() {
        String token = token(peerKey, "{\"alg\":\"EdDSA\"}", claims());
        assertThat(isHeard(token)).isTrue();
        assertThat(isHeard(token)).isFalse();
        String own =
                peer.identity.proofFor(new Participant(node.identity.self(), "", URI.create("https://node.example")));
        assertThat(node.identity.sender(own)).map(Participant::id).hasValue(peer.identity.self());
        assertThat(node.identity.sender(own)).isEmpty();
    }

    @Test
    void aForgedOneCountsNever() {
        assertThat(isHeard(token(otherKey, "{\"alg\":\"EdDSA\"}", claims()))).isFalse();
        assertThat(isHeard(token(peerKey, "{\"alg\":\"none\"}", claims()))).isFalse();
        assertThat(isHeard(token(peerKey, "{\"alg\":\"HS256\"}", claims()))).isFalse();
        assertThat(isHeard(token(peerKey, "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}", claims())))
                .isFalse();
        String[] good = token(peerKey, "{\"alg\":\"EdDSA\"}", claims()).split("\\.");
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(isHeard(good[0] + "." + changed + "." + good[2])).isFalse();
        assertThat(isHeard(good[0] + "." + good[1] + ".")).isFalse();
        assertThat(isHeard(good[0] + "." + good[1])).isFalse();
        assertThat(isHeard("")).isFalse();
        assertThat(isHeard("\u0000.\u0000.\u0000")).isFalse();
        assertThat(isHeard("x".repeat(100_000))).isFalse();
    }

    @Test
    void oneForSomebodyElseOrFromNobodyCountsNever() {
        assertThat(isHeardWith(claims -> claims.put("aud", "urn:other"))).isFalse();
        assertThat(isHeardWith(claims -> claims.remove("aud"))).isFalse();
        assertThat(isHeardWith(claims ->
                        claims.putArray("aud").add(node.identity.self()).add("urn:other")))
                .isFalse();
        assertThat(isHeardWith(claims -> claims.putArray("aud").add(node.identity.self())))
                .isTrue();
        assertThat(isHeardWith(claims -> claims.put("iss", "urn:other"))).isFalse();
        assertThat(isHeardWith(claims -> claims.put("iss", node.identity.self())))
                .isFalse();
    }

    @Test
    void oneThatIsOldOrLastsTooLongOrIsOfTomorrowCountsNever() {
        long now = NOW.getEpochSecond();
        assertThat(isHeardWith(claims -> claims.put("iat", now - 300).put("exp", now - 31)))
                .isFalse();
        assertThat(isHeardWith(claims -> claims.put("iat", now - 300).put("exp", now - 29)))
                .isTrue();
        assertThat(isHeardWith(claims -> claims.put("exp", now + 301))).isFalse();
        assertThat(isHeardWith(claims -> claims.put("exp", now + 300))).isTrue();
        assertThat(isHeardWith(claims -> claims.put("iat", now + 31))).isFalse();
        assertThat(isHeardWith(claims -> claims.put("iat", now + 29))).isTrue();
        assertThat(isHeardWith(claims -> claims.remove("exp"))).isFalse();
        assertThat(isHeardWith(claims -> claims.put("exp", Long.MAX_VALUE).put("iat", Long.MIN_VALUE)))
                .isFalse();
        assertThat(isHeardWith(claims -> claims.put("exp", "soon"))).isFalse();
        assertThat(isHeardWith(claims -> claims.remove("jti"))).isFalse();
    }

    @Test
    void oneOfSomebodyWhoWasRevokedCountsNever() {
        assertThat(node.participants.revoke(peer.identity.self(), Actor.commandLine()))
                .isTrue();
        assertThat(isHeardWith(claims -> {})).isFalse();
    }

    @Test
    void whatIsWrongWithAParticipantIsToldAtOnce() {
        assertThat(node.participants.add(" ", "", "ftp://x", "no key", Actor.commandLine()))
                .hasSize(4);
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        assertThat(NodeKey.in(folder.resolve("peer")).name()).isEqualTo(peerKey.name());
        assertThat(Files.getPosixFilePermissions(folder.resolve("peer").resolve("dataspace.key")))
                .isEqualTo(Set.of(
                        java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                        java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void whileAKeyIsReplacedBothCountAndAfterItTheNewOneAlone() {
        assertThat(node.participants.addKey(peer.identity.self(), "no key", Actor.commandLine()))
                .hasSize(1);
        assertThat(node.participants.addKey("urn:nobody", otherKey.open(), Actor.commandLine()))
                .hasSize(1);
        String next = NodeKey.next(folder.resolve("peer"));
        assertThat(NodeKey.next(folder.resolve("peer"))).isEqualTo(next);
        NodeKey old = peerKey;
        assertThat(node.participants.addKey(peer.identity.self(), next, Actor.commandLine()))
                .isEmpty();
        assertThat(NodeKey.turn(folder.resolve("peer"))).isTrue();
        assertThat(NodeKey.turn(folder.resolve("peer"))).isFalse();
        NodeKey fresh = NodeKey.in(folder.resolve("peer"));
        assertThat(fresh.open()).isEqualTo(next);
        assertThat(fresh.name()).isEqualTo(old.name());
        assertThat(isHeard(signedBy(old))).isTrue();
        assertThat(isHeard(signedBy(fresh))).isTrue();
        assertThat(node.participants.dropOldKey(peer.identity.self(), Actor.commandLine()))
                .isTrue();
        assertThat(node.participants.dropOldKey(peer.identity.self(), Actor.commandLine()))
                .isFalse();
        assertThat(isHeard(signedBy(old))).isFalse();
        assertThat(isHeard(signedBy(fresh))).isTrue();
        assertThat(node.participants.find(peer.identity.self()))
                .hasValueSatisfying(entry -> assertThat(entry.seenAt()).isEqualTo(NOW));
    }

    /** A token as the peer would make it with a key. */
    private String signedBy(NodeKey key) {
        return new SignedIdentity(peer.register, peer.participants, key, Clock.fixed(NOW, ZoneOffset.UTC))
                .proofFor(node.identity
                        .find(peer.identity.self())
                        .map(self -> new org.foyer.hub.exchange.Participant(
                                node.identity.self(), "", java.net.URI.create("https://node.example")))
                        .orElseThrow())
                .substring("Bearer ".length());
    }

    @Test
    void aClockThatIsAnHourWrongIsToldInWordsToWhoeverSignedRightly() {
        Clock late = Clock.fixed(NOW.plusSeconds(3_600), ZoneOffset.UTC);
        var to = new org.foyer.hub.exchange.Participant(
                node.identity.self(), "", java.net.URI.create("https://node.example"));
        String proof = new SignedIdentity(peer.register, peer.participants, peerKey, late).proofFor(to);
        org.foyer.hub.exchange.Answer answer = node.protocol()
                .answer(new org.foyer.hub.exchange.Ask(
                        "GET", "/negotiations/x", proof, java.io.InputStream.nullInputStream()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("60 minutes after the clock of this node");
        String forged = new SignedIdentity(peer.register, peer.participants, otherKey, late).proofFor(to);
        assertThat(node.identity.objection(forged)).doesNotContain("minutes");
    }
}
