package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that agree and hand over, and are stopped wherever they can be. */
class TwoNodesTest {

    @TempDir
    Path folder;

    private final TestNode.Wires wires = new TestNode.Wires();

    static final Decisions WILLING = conversation -> Optional.ofNullable(
                    switch (conversation.kind()) {
                        case NEGOTIATION ->
                            switch (conversation.side()) {
                                case PROVIDER ->
                                    switch (conversation.state()) {
                                        case REQUESTED -> Message.OFFER;
                                        case ACCEPTED -> Message.AGREEMENT;
                                        case VERIFIED -> Message.FINALIZATION;
                                        default -> null;
                                    };
                                case CONSUMER ->
                                    switch (conversation.state()) {
                                        case OFFERED -> Message.ACCEPTANCE;
                                        case AGREED -> Message.VERIFICATION;
                                        default -> null;
                                    };
                            };
                        case TRANSFER ->
                            conversation.side() == Side.PROVIDER && conversation.state() == State.REQUESTED
                                    ? Message.START
                                    : null;
                    })
            .map(Step::of);

    private TestNode node(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return new TestNode(own, "https://" + name + ".example", wires, WILLING, Clock.systemUTC());
    }

    /** Stops whoever sends, at its n-th message: before it leaves, or after it arrived and before the answer was read. */
    private final class Stopping implements Post {
        private final Post way;
        private final AtomicInteger left;
        private final boolean before;
        private final AtomicInteger stopped;
        private volatile boolean dead;

        Stopping(Post way, AtomicInteger left, boolean before, AtomicInteger stopped) {
            this.way = way;
            this.left = left;
            this.before = before;
            this.stopped = stopped;
        }

        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            boolean last = !dead && left.getAndDecrement() == 0;
            dead |= last && before;
            if (dead) {
                stopped.incrementAndGet();
                throw new Stopped();
            }
            Reply reply = way.send(to, address, authorization, json);
            if (last) {
                dead = true;
                stopped.incrementAndGet();
                throw new Stopped();
            }
            return reply;
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
        public int push(Participant to, URI address, String authorization, Handover.Handed file, String digest)
                throws IOException {
            return way.push(to, address, authorization, file, digest);
        }

        @Override
        public void close() {
            way.close();
        }
    }

    /** No handler of ours catches it: nothing more is done, as if the power had failed. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void twoNodesAgreeAndOneHandsOver() throws Exception {
        try (TestNode provider = node("provider");
                TestNode consumer = node("consumer")) {
            Conversation transfer = agreedAndStarted(provider, consumer);
            assertThat(transfer.dataAddress()).contains("/data/").contains("authorization");
            String pid = provider.waitFor(Kind.TRANSFER, State.STARTED).pid();
            String secret = secret(transfer);
            assertThat(provider.conversations().open(pid, "not it")).isEmpty();
            for (int use = 0; use < 5; use++) {
                assertThat(provider.conversations().open(pid, secret)).isPresent();
            }
            assertThat(provider.conversations().open(pid, secret)).isEmpty();
        }
    }

    @Test
    void theConsumerSeesWhatIsOfferedBringsItHereAndSaysSo() throws Exception {
        try (TestNode provider = node("provider");
                TestNode consumer = node("consumer")) {
            Conversation transfer = agreedAndStarted(provider, consumer);
            assertThat(consumer.conversations()
                            .catalogue(provider.identity.self())
                            .json())
                    .contains(TestNode.DATASET.id());
            assertThat(consumer.conversations().catalogue("urn:nobody").objections())
                    .hasSize(1);
            Path file = folder.resolve("fetched");
            assertThat(consumer.conversations()
                            .fetch(transfer.pid(), file, null)
                            .objections())
                    .isEmpty();
            assertThat(file).hasContent("the data");
            provider.waitFor(Kind.TRANSFER, State.COMPLETED);
            consumer.waitFor(Kind.TRANSFER, State.COMPLETED);
            Path again = folder.resolve("again");
            assertThat(consumer.conversations()
                            .fetch(transfer.pid(), again, null)
                            .objections())
                    .isEmpty(); // it is here, and this is its second use
            assertThat(consumer.conversations().uses(transfer.agreement(), 10)).hasSize(2);
            consumer.conversations().revoke(transfer.agreement(), "no");
            assertThat(consumer.conversations()
                            .fetch(transfer.pid(), again, null)
                            .objections())
                    .hasSize(1);
        }
    }

    @Test
    void registersOnPostgresqlDoTheSame() throws Exception {
        try (TestNode provider = onPostgres("provider");
                TestNode consumer = onPostgres("consumer")) {
            Conversation transfer = agreedAndStarted(provider, consumer);
            String pid = provider.waitFor(Kind.TRANSFER, State.STARTED).pid();
            assertThat(provider.conversations().open(pid, secret(transfer))).isPresent();
            assertThat(provider.conversations().revoke(transfer.agreement(), "no"))
                    .isTrue();
            assertThat(provider.conversations().open(pid, secret(transfer))).isEmpty();
            consumer.waitFor(Kind.TRANSFER, State.TERMINATED);
            assertThat(provider.participants.revoke(consumer.identity.self(), Actor.commandLine()))
                    .isTrue();
        }
    }

    private TestNode onPostgres(String name) throws IOException {
        return new TestNode(
                Register.open(DebianPostgres.emptyDatabase(), "foyer", null),
                Files.createDirectories(folder.resolve(name)),
                "https://" + name + ".example",
                wires,
                WILLING,
                Clock.systemUTC());
    }

    static String secret(Conversation transfer) throws IOException {
        return new ObjectMapper()
                .readTree(transfer.dataAddress())
                .path("endpointProperties")
                .path(0)
                .path("value")
                .textValue();
    }

    private static Conversation agreedAndStarted(TestNode provider, TestNode consumer) throws InterruptedException {
        provider.knows(consumer);
        consumer.knows(provider);
        provider.begin();
        consumer.begin();
        assertThat(consumer.asks(all -> all.negotiate(
                                provider.identity.self(), provider.root(), TestNode.DATASET.id(), TestNode.OFFER))
                        .objections())
                .isEmpty();
        Conversation agreed = consumer.waitFor(Kind.NEGOTIATION, State.FINALIZED);
        provider.waitFor(Kind.NEGOTIATION, State.FINALIZED);
        assertThat(consumer.asks(all -> all.transfer(
                                provider.identity.self(), provider.root(), agreed.agreement(), SharedDataset.PULL))
                        .objections())
                .isEmpty();
        return consumer.waitFor(Kind.TRANSFER, State.STARTED);
    }

    @Test
    void revokingStopsARunningTransferOnBothSidesAndTheSecretAtOnce() throws Exception {
        try (TestNode provider = node("provider");
                TestNode consumer = node("consumer")) {
            Conversation transfer = agreedAndStarted(provider, consumer);
            String pid = provider.waitFor(Kind.TRANSFER, State.STARTED).pid();
            assertThat(provider.conversations().revoke(transfer.agreement(), "the house said no"))
                    .isTrue();
            assertThat(provider.conversations().open(pid, secret(transfer))).isEmpty();
            provider.waitFor(Kind.TRANSFER, State.TERMINATED);
            assertThat(consumer.waitFor(Kind.TRANSFER, State.TERMINATED).dataAddress())
                    .isNull();
            assertThat(provider.conversations().revoke(transfer.agreement(), "again"))
                    .isFalse();
        }
    }

    @Test
    void whoeverIsNoParticipantAnyMoreGetsNothing() throws Exception {
        try (TestNode provider = node("provider");
                TestNode consumer = node("consumer")) {
            Conversation transfer = agreedAndStarted(provider, consumer);
            String pid = provider.waitFor(Kind.TRANSFER, State.STARTED).pid();
            provider.participants.revoke(consumer.identity.self(), Actor.commandLine());
            assertThat(provider.conversations().open(pid, secret(transfer))).isEmpty();
            assertThat(provider.hears(consumer, "GET", "/transfers/" + pid, "").status())
                    .isEqualTo(401);
        }
    }

    /** Eight messages lead from the first request to the start of a transfer; the ninth stop finds none. */
    @Test
    void stoppedAnywhereItGoesOnAndDoublesNothing() throws Exception {
        int stops = 0;
        for (int message = 0; message < 9; message++) {
            for (boolean before : new boolean[] {true, false}) {
                stops += stoppedAt(message, before);
            }
        }
        assertThat(stops).isEqualTo(16);
    }

    private int stoppedAt(int message, boolean before) throws Exception {
        Path here = Files.createDirectories(folder.resolve(message + "-" + before));
        TestNode.Wires own = new TestNode.Wires();
        AtomicInteger left = new AtomicInteger(message);
        AtomicInteger stopped = new AtomicInteger();
        own.cut = way -> new Stopping(way, left, before, stopped);
        try (TestNode provider = in(here, "provider", own);
                TestNode consumer = in(here, "consumer", own)) {
            Thread watcher = new Thread(() -> restart(provider, consumer, stopped));
            watcher.setDaemon(true);
            watcher.start();
            agreedAndStarted(provider, consumer);
            provider.waitFor(Kind.TRANSFER, State.STARTED);
            watcher.interrupt();
            watcher.join();
            for (TestNode node : new TestNode[] {provider, consumer}) {
                assertThat(node.all(Kind.NEGOTIATION)).hasSize(1);
                assertThat(node.all(Kind.TRANSFER)).hasSize(1);
                assertThat(node.conversations().agreements(0, 10)).hasSize(1);
            }
        }
        return stopped.get() > 0 ? 1 : 0;
    }

    private static TestNode in(Path here, String name, TestNode.Wires wires) throws IOException {
        return new TestNode(
                Files.createDirectories(here.resolve(name)),
                "https://" + name + ".example",
                wires,
                WILLING,
                Clock.systemUTC());
    }

    /** One cannot know from outside which of the two was stopped: both are started again. */
    private static void restart(TestNode provider, TestNode consumer, AtomicInteger stopped) {
        try {
            while (stopped.get() == 0) {
                Thread.sleep(2);
            }
            provider.stopAndStart();
            consumer.stopAndStart();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
