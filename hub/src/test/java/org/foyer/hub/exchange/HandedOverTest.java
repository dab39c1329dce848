package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.foyer.hub.exchange.internal.Workings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way between two nodes: fetched or brought, as their terms allow, and stopped in the midst. */
class HandedOverTest {

    private static final int BYTES = 400_000;

    @TempDir
    Path folder;

    private final TestNode.Wires wires = new TestNode.Wires();
    private TestNode provider;
    private TestNode consumer;
    private byte[] data;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        data = new byte[BYTES];
        new Random(7).nextBytes(data);
        file = Files.write(folder.resolve("programme"), data);
    }

    @AfterEach
    void end() {
        provider.close();
        consumer.close();
    }

    /** Two nodes with an agreement under these constraints. @return its name */
    private String agreed(String constraints) throws Exception {
        provider = node("provider");
        consumer = node("consumer");
        String permission = "\"permission\":[{\"action\":\"use\",\"constraint\":[" + constraints + "]}]";
        provider.offering = new TestNode.OneDataset(
                new SharedDataset(
                        "programme-1",
                        "Programme",
                        "offer-1",
                        "{" + permission + "}",
                        List.of(SharedDataset.PULL, SharedDataset.PUSH),
                        true),
                file);
        provider.knows(consumer);
        consumer.knows(provider);
        provider.begin();
        consumer.begin();
        String offer = "{\"@id\":\"offer-1\",\"@type\":\"Offer\"," + permission + "}";
        assertThat(consumer.asks(all -> all.negotiate(provider.identity.self(), provider.root(), "programme-1", offer))
                        .objections())
                .isEmpty();
        String agreement = consumer.waitFor(Kind.NEGOTIATION, State.FINALIZED).agreement();
        provider.waitFor(Kind.NEGOTIATION, State.FINALIZED);
        return agreement;
    }

    private TestNode node(String name) throws IOException {
        return new TestNode(
                Files.createDirectories(folder.resolve(name)),
                "https://" + name + ".example",
                wires,
                TwoNodesTest.WILLING,
                Clock.systemUTC());
    }

    private void asked(String agreement, String format) {
        assertThat(consumer.asks(all -> all.transfer(provider.identity.self(), provider.root(), agreement, format))
                        .objections())
                .isEmpty();
    }

    private Handover.Handed handed() throws Exception {
        Conversation told = consumer.waitFor(Kind.TRANSFER, State.STARTED);
        String pid = provider.waitFor(Kind.TRANSFER, State.STARTED).pid();
        return Workings.handover(provider.conversations(), provider.offering)
                .hand(pid, "Bearer " + TwoNodesTest.secret(told))
                .orElse(null);
    }

    private List<String> used(Conversation transfer, String purpose) {
        return consumer.conversations()
                .fetch(transfer.pid(), folder.resolve("used"), purpose)
                .objections();
    }

    @Test
    void aFileIsBroughtToWhoeverAsksForItSo() throws Exception {
        String agreement = agreed("");
        asked(agreement, SharedDataset.PUSH);
        provider.waitFor(Kind.TRANSFER, State.COMPLETED);
        Conversation transfer = consumer.waitFor(Kind.TRANSFER, State.COMPLETED);
        assertThat(used(transfer, null)).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("used"))).isEqualTo(data);
        assertThat(provider.conversations().uses(agreement, 10)).hasSize(1);
    }

    /** Does something when a part of the file is through, as a slow consumer would let it. */
    private void onTheWay(Consumer<TestNode> what) {
        AtomicInteger pushes = new AtomicInteger();
        wires.cut = way -> new Way(way) {
            @Override
            public int push(Participant to, URI address, String proof, Handover.Handed whole, String digest)
                    throws IOException {
                if (pushes.getAndIncrement() > 0) {
                    return super.push(to, address, proof, whole, digest);
                }
                try (InputStream in = whole.open()) {
                    in.readNBytes(1_000);
                    what.accept(provider);
                    for (int i = 0; i < 40; i++) {
                        pause();
                        in.readNBytes(100);
                    }
                }
                throw new AssertionError("it was never stopped");
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsSuspendedOnTheWayStopsAndIsBroughtWholeWhenItGoesOn() throws Exception {
        onTheWay(node -> node.conversations()
                .say(Kind.TRANSFER, node.all(Kind.TRANSFER).get(0).pid(), Step.of(Message.SUSPENSION)));
        String agreement = agreed("");
        asked(agreement, SharedDataset.PUSH);
        provider.waitFor(Kind.TRANSFER, State.SUSPENDED);
        Conversation transfer = consumer.waitFor(Kind.TRANSFER, State.SUSPENDED);
        assertThat(used(transfer, null)).isNotEmpty();
        provider.conversations()
                .say(Kind.TRANSFER, provider.all(Kind.TRANSFER).get(0).pid(), Step.of(Message.START));
        consumer.waitFor(Kind.TRANSFER, State.COMPLETED);
        assertThat(used(transfer, null)).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("used"))).isEqualTo(data);
    }

    @Test
    void whatIsRevokedOnTheWayStopsForGood() throws Exception {
        onTheWay(node -> node.conversations()
                .revoke(node.conversations().agreements(0, 1).get(0).id(), "no"));
        asked(agreed(""), SharedDataset.PUSH);
        provider.waitFor(Kind.TRANSFER, State.TERMINATED);
        assertThat(used(consumer.waitFor(Kind.TRANSFER, State.TERMINATED), null))
                .isNotEmpty();
    }

    @Test
    void revokingStopsASlowReaderInTheMidst() throws Exception {
        String agreement = agreed("");
        asked(agreement, SharedDataset.PULL);
        try (InputStream in = handed().open()) {
            assertThat(in.readNBytes(100_000)).hasSize(100_000);
            provider.conversations().revoke(agreement, "no");
            Thread.sleep(300);
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoCannotTakeItIsTriedAFewTimesAndThenTold() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        wires.cut = way -> new Way(way) {
            @Override
            public int push(Participant to, URI address, String proof, Handover.Handed whole, String digest) {
                tries.incrementAndGet();
                return 503;
            }
        };
        asked(agreed(""), SharedDataset.PUSH);
        provider.waitFor(Kind.TRANSFER, State.TERMINATED);
        consumer.waitFor(Kind.TRANSFER, State.TERMINATED);
        assertThat(tries).hasValue(5);
    }

    @Test
    void nothingIsBroughtAnywhereButToTheParticipant() throws Exception {
        String agreement = agreed("");
        for (String elsewhere : List.of("https://elsewhere.example/data", "http://127.0.0.1:22/", "no address")) {
            Answer answer = provider.hears(
                    consumer,
                    "POST",
                    "/transfers/request",
                    "{\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],\"@type\":\"TransferRequestMessage\","
                            + "\"consumerPid\":\"t\",\"agreementId\":\"" + agreement
                            + "\",\"format\":\"HttpData-PUSH\",\"callbackAddress\":\"" + consumer.root()
                            + "\",\"dataAddress\":{\"@type\":\"DataAddress\",\"endpointType\":\"HTTP\",\"endpoint\":\""
                            + elsewhere + "\"}}");
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(provider.all(Kind.TRANSFER)).isEmpty();
    }

    @Test
    void bytesThatAreNotThoseOfTheDigestAreNotKept() throws Exception {
        wires.cut = way -> new Way(way) {
            @Override
            public int push(Participant to, URI address, String proof, Handover.Handed whole, String digest)
                    throws IOException {
                return super.push(to, address, proof, whole, "00".repeat(32));
            }
        };
        asked(agreed(""), SharedDataset.PUSH);
        provider.waitFor(Kind.TRANSFER, State.TERMINATED);
        assertThat(used(consumer.waitFor(Kind.TRANSFER, State.TERMINATED), null))
                .isNotEmpty();
    }

    @Test
    void theNumberOfUsesIsCountedOnBothSides() throws Exception {
        String agreement = agreed("{\"leftOperand\":\"count\",\"operator\":\"lteq\",\"rightOperand\":\"2\"}");
        asked(agreement, SharedDataset.PULL);
        Conversation transfer = consumer.waitFor(Kind.TRANSFER, State.STARTED);
        assertThat(used(transfer, null)).isEmpty();
        consumer.waitFor(Kind.TRANSFER, State.COMPLETED);
        assertThat(used(transfer, null)).isEmpty();
        assertThat(used(transfer, null)).hasSize(1);
        assertThat(consumer.conversations().uses(agreement, 10)).hasSize(2);
        asked(agreement, SharedDataset.PULL);
        assertThat(handed()).isNotNull();
        assertThat(handed()).isNull();
        assertThat(provider.conversations().uses(agreement, 10)).hasSize(2);
    }

    @Test
    void aPurposeIsAskedForWhereTheTermsNameOne() throws Exception {
        String agreement = agreed("{\"leftOperand\":\"purpose\",\"operator\":\"eq\",\"rightOperand\":\"study\"}");
        asked(agreement, SharedDataset.PULL);
        Conversation transfer = consumer.waitFor(Kind.TRANSFER, State.STARTED);
        assertThat(used(transfer, null)).hasSize(1);
        assertThat(used(transfer, "advertising")).hasSize(1);
        assertThat(used(transfer, "study")).isEmpty();
        assertThat(consumer.conversations().uses(agreement, 10))
                .singleElement()
                .satisfies(use -> assertThat(use.purpose()).isEqualTo("study"));
    }

    @Test
    void whatMayBeUsedNoLongerIsCleared() throws Exception {
        String agreement = agreed("");
        asked(agreement, SharedDataset.PULL);
        Conversation transfer = consumer.waitFor(Kind.TRANSFER, State.STARTED);
        assertThat(used(transfer, null)).isEmpty();
        Path kept = folder.resolve("consumer/received").resolve(transfer.pid());
        assertThat(kept).exists();
        consumer.conversations().revoke(agreement, "no");
        consumer.stopAndStart();
        for (int tries = 0; tries < 200 && Files.exists(kept); tries++) {
            Thread.sleep(20);
        }
        assertThat(kept).doesNotExist();
    }

    /** A way on which something is otherwise. */
    private abstract static class Way implements Post {
        private final Post way;

        Way(Post way) {
            this.way = way;
        }

        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            return way.send(to, address, authorization, json);
        }

        @Override
        public Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax)
                throws IOException {
            return way.carry(to, address, authorization, body, answerBytesMax);
        }

        @Override
        public int fetch(Participant from, URI address, String authorization, Path to, long bytesMax)
                throws IOException {
            return way.fetch(from, address, authorization, to, bytesMax);
        }

        @Override
        public int push(Participant to, URI address, String authorization, Handover.Handed whole, String digest)
                throws IOException {
            return way.push(to, address, authorization, whole, digest);
        }

        @Override
        public void close() {
            way.close();
        }
    }
}
