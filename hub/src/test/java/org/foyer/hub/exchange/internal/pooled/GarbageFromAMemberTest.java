package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.PooledComparisons.Absence;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.GarbageReplies;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five nodes, of which the last answers over HTTP: rightly until one step, and garbage there. The question goes on without it, or is
 * refused with a reason; it never breaks, and no sum is wrong.
 */
@Timeout(300)
class GarbageFromAMemberTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIAR = "node-4";
    private static final int ALL = 10;
    private static final int WITHOUT_THE_LIAR = 8;

    private static final FetchLimits LIMITS = new FetchLimits(
            32 << 20,
            256L << 20,
            2_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            4,
            Duration.ofSeconds(1),
            5);

    @TempDir
    Path folder;

    private final StubPeer stub = new StubPeer();
    private final List<TestNode> nodes = new ArrayList<>();
    private final Map<String, Absence> apart = new TreeMap<>();
    private final Post post = DataSpace.post(LIMITS, stub.outside());
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private Peers peers;
    private int questions;

    @BeforeEach
    void fiveNodes() {
        for (int number = 0; number < 5; number++) {
            TestNode node = new TestNode("node-" + number, folder, new Passing());
            node.house(0.30 + 0.10 * number, false);
            node.house(0.35 + 0.10 * number, false);
            nodes.add(node);
        }
        TestNode.acquaint(nodes);
        peers = new Wired(overHttp());
    }

    @AfterEach
    void close() {
        post.close();
        stub.close();
    }

    /** The client that nodes use, to the stub at whose address the liar is. */
    private Peers overHttp() {
        Register register = EmptyStores.register(folder.resolve("asker.db"));
        NodeKey key = NodeKey.in(folder.resolve("keys"));
        Participants known = new RegisterParticipants(register, nodes.get(0).audit, new Passing());
        Identity identity = new SignedIdentity(register, known, key, new Passing());
        String pinned = nodes.get(0).keys().others().get(LIAR).get(0);
        assertThat(known.add(LIAR, "Liar", stub.at("/dsp/2025-1").toString(), pinned, Actor.commandLine()))
                .isEmpty();
        return new ParticipantPeers(identity, known, post, key);
    }

    /** An hour in which questions are forgotten, for each that is asked. */
    private final class Passing extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** To the liar over HTTP, to the others by hand. */
    private final class Wired implements Peers {
        private final Peers web;

        Wired(Peers web) {
            this.web = web;
        }

        @Override
        public Set<String> names() {
            return nodes.get(0).names();
        }

        @Override
        public PinnedKeys keys() {
            return nodes.get(0).keys();
        }

        @Override
        public String call(String node, String step, String json) throws IOException {
            return node.equals(LIAR) ? web.call(node, step, json) : told(node, step, json);
        }
    }

    private String told(String node, String step, String json) throws Peers.Refusal {
        try {
            return nodes.stream()
                    .filter(one -> one.name.equals(node))
                    .findFirst()
                    .orElseThrow()
                    .together
                    .answer("node-0", step, json);
        } catch (PooledRefused refused) {
            throw new Peers.Refusal(refused.code());
        }
    }

    /** The liar answers rightly, but in one step what is made of the right answer. */
    private void lying(String at, UnaryOperator<String> instead) {
        for (String step : List.of("willing", "hello", "parcels", "part", "roll-call", "opening")) {
            stub.on("/dsp/2025-1/pooled/" + step, exchange -> {
                String right = told(LIAR, step, text(exchange));
                StubPeer.body(200, "application/json", step.equals(at) ? instead.apply(right) : right)
                        .to(exchange);
            });
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** How many houses are in the sum, as the asker reads it. */
    private int asked() {
        now = now.plus(Duration.ofMinutes(3));
        apart.clear();
        PooledAsking asking = new PooledAsking(peers, Duration.ofSeconds(2), apart);
        List<String> all = nodes.stream().map(node -> node.name).toList();
        Set<String> willing = asking.willing(invitation(all), all, new TreeMap<>());
        Invitation asked = invitation(List.copyOf(willing));
        return asked.read(asking.sum(asked)).get("occupancy").size();
    }

    private Invitation invitation(List<String> members) {
        return new Invitation(
                "node-0 " + questions++,
                "node-0",
                members,
                2025,
                "2026-03",
                false,
                "EUR",
                null,
                null,
                List.of(new Invitation.Asked("occupancy", 1, "ratio")));
    }

    @Test
    void whoAnswersRightlyIsInTheSumOverHttpToo() {
        lying("nothing", right -> right);
        assertThat(asked()).isEqualTo(ALL);
        assertThat(apart).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"willing", "hello", "parcels", "part", "roll-call", "opening"})
    void whateverComesTheOthersAreCounted(String step) {
        GarbageReplies garbage = new GarbageReplies();
        // who gave its part before it talks nonsense is in the sum
        int counted = Set.of("roll-call", "opening").contains(step) ? ALL : WITHOUT_THE_LIAR;
        garbage.all().forEach((kind, answer) -> {
            lying("nothing", right -> right);
            stub.on("/dsp/2025-1/pooled/" + step, answer);
            Instant begun = Instant.now();
            assertThat(asked()).as(kind).isEqualTo(counted);
            assertThat(apart).as(kind).containsOnlyKeys(LIAR);
            assertThat(Duration.between(begun, Instant.now())).as(kind).isLessThan(Duration.ofSeconds(20));
        });
        assertThat(garbage.written).hasValueLessThan(64L << 20);
    }

    /** Every part of the right answer, missing or something else. */
    @ParameterizedTest
    @ValueSource(strings = {"willing", "hello", "parcels", "part", "roll-call", "opening"})
    void anAnswerOfAWrongShapeHarmsNobodyElse(String step) {
        shapes().forEach((name, shape) -> {
            for (String field : fields(step)) {
                lying(step, right -> changed(right, field, shape));
                int houses = counted();
                assertThat(houses).as(step + "." + field + " " + name).isIn(ALL, WITHOUT_THE_LIAR);
            }
        });
    }

    /** In the sum that is refused, all houses count as there: refused with a reason is right too. */
    private int counted() {
        try {
            return asked();
        } catch (PooledRefused refused) {
            assertThat(refused.code()).isIn("sum-not-believed", "shares-contradict");
            return ALL;
        }
    }

    private static List<String> fields(String step) {
        return switch (step) {
            case "willing" -> List.of("willing", "why");
            case "hello" -> List.of("member", "parcelKey", "maskKey", "seedDigest", "signature");
            case "parcels" -> List.of("from", "to");
            case "part" -> List.of("from", "cells");
            case "roll-call" -> List.of("from", "present", "signature");
            default -> List.of("from", "seeds", "maskKeys");
        };
    }

    private static Map<String, String> shapes() {
        String long64 = "\"" + Base64.getEncoder().encodeToString(new byte[150_000]) + "\"";
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("missing", "");
        for (String json : List.of(
                "null",
                "[]",
                "{}",
                "[null]",
                "{\"node-1\":null}",
                "{\"node-1\":\"AAAA\"}",
                "-1",
                "1.5",
                "[1.5]",
                "1e300",
                "\"x\"",
                "\"AAAA\"",
                "true",
                "[[[[]]]]")) {
            shapes.put(json, json);
        }
        shapes.put("long", long64);
        shapes.put("all noughts", "\"" + "A".repeat(56) + "AAA=\"");
        return shapes;
    }

    private static String changed(String right, String field, String shape) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(right);
            if (shape.isEmpty()) {
                json.remove(field);
            } else {
                json.set(field, JSON.readTree(shape));
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed, so that only trying the keys shows that they are none: everybody would refuse to seal anything with them. */
    @Test
    void keysThatAreNoneAreCarriedToNobody() {
        lying("hello", right -> {
            Round round =
                    invitation(nodes.stream().map(node -> node.name).toList()).round();
            Messages.Hello hello = Bodies.read(right, Messages.Hello.class);
            byte[] none = new byte[AgreementKey.PUBLIC_BYTES];
            System.arraycopy(hello.parcelKey(), 0, none, 0, 12); // how X.509 begins; then the point of small order 0
            Round same = new Round("node-0 " + (questions - 2), round.members(), round.cells(), round.subject());
            byte[] said = same.digest("hello", List.of(LIAR), none, none, hello.seedDigest());
            return Bodies.write(new Messages.Hello(
                    LIAR, none, none, hello.seedDigest(), nodes.get(4).keys().sign(said)));
        });
        assertThat(asked()).isEqualTo(WITHOUT_THE_LIAR);
        assertThat(apart).containsExactly(Map.entry(LIAR, Absence.MALFORMED));
    }

    /** Added to what is there it runs over to a number below every limit, and as many houses were written down. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 100_001, 1L << 40})
    void aSumThatRunsOverIsNotBelieved(long added) {
        lying("part", right -> {
            Messages.MaskedPart part = Bodies.read(right, Messages.MaskedPart.class);
            part.cells()[part.cells().length - 1] += added;
            return Bodies.write(part);
        });
        assertThatThrownBy(this::asked).isInstanceOf(PooledRefused.class).hasMessageContaining("sum-not-believed");
    }

    /** Whoever is silent at each step is waited for once, and nobody behind it. */
    @Test
    void silenceOfMostIsWaitedForOnce() {
        Peers quiet = new Peers() {
            @Override
            public Set<String> names() {
                return peers.names();
            }

            @Override
            public PinnedKeys keys() {
                return peers.keys();
            }

            @Override
            public String call(String node, String step, String json) throws IOException {
                if (!node.equals("node-7")) {
                    try {
                        Thread.sleep(20_000);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                return "{\"willing\":true}";
            }
        };
        List<String> many = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> "node-" + i)
                .toList();
        Instant begun = Instant.now();
        assertThat(new PooledAsking(quiet, Duration.ofSeconds(1), apart)
                        .willing(invitation(many), many, new TreeMap<>()))
                .containsExactly("node-7");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(apart).hasSize(59).containsEntry("node-0", Absence.SILENT);
    }
}
