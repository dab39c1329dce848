package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Harvested;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hundred participants, some of which are dead, slow or talk nonsense. */
class HarvestTest {

    private static final int PEERS = 100;
    private static final int DEAD = 13;
    private static final int NONSENSE = 26;
    private static final int BROKEN = 39;
    private static final int SLOW = 52;
    private static final int REFUSING = 65;

    private final List<Participant> peers = IntStream.range(0, PEERS)
            .mapToObj(i -> new Participant("urn:peer:" + i, "Peer " + i, URI.create("https://peer" + i + ".example")))
            .toList();

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void nobodyWaitsForOneThatIsDeadOrSlow() {
        long begun = System.nanoTime();
        List<Harvested> all = new Harvest(new Visits(new Everybody(), new Stubs()), Duration.ofSeconds(1)).of(peers);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        end.countDown();
        assertThat(all).extracting(Harvested::participant).containsExactlyElementsOf(peers);
        assertThat(all)
                .filteredOn(one -> one.problem().isEmpty())
                .hasSize(PEERS - 5)
                .allSatisfy(one -> assertThat(one.datasets())
                        .containsExactly("data-of-" + one.participant().id()));
        assertThat(all.get(DEAD).problem()).contains("no answer");
        assertThat(all.get(NONSENSE).problem()).contains("no catalogue");
        assertThat(all.get(BROKEN).problem()).contains("cannot be read");
        assertThat(all.get(SLOW).problem()).contains("within 1000 ms");
        assertThat(all.get(REFUSING).problem()).contains("403");
        assertThat(most.get()).isBetween(2, Harvest.AT_ONCE);
        assertThat(took).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    /** Answers as a catalogue would, after a moment, unless it is one of the five. */
    private final class Stubs implements Post {
        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(10);
                return answer(Integer.parseInt(to.id().substring("urn:peer:".length())), to.id());
            } catch (InterruptedException e) {
                throw new IOException(e);
            } finally {
                now.decrementAndGet();
            }
        }

        private Reply answer(int peer, String id) throws IOException, InterruptedException {
            return switch (peer) {
                case DEAD -> throw new IOException("nobody there");
                case NONSENSE -> new Reply(200, "<html>");
                case BROKEN -> throw new IllegalStateException("what no handler of ours expects");
                case SLOW -> {
                    end.await();
                    yield new Reply(200, "{}");
                }
                case REFUSING -> new Reply(403, "");
                default -> new Reply(200, "{\"@type\":\"Catalog\",\"dataset\":[{\"@id\":\"data-of-" + id + "\"}]}");
            };
        }

        @Override
        public int fetch(Participant from, URI address, String authorization, Path to, long bytesMax) {
            throw new IllegalStateException();
        }

        @Override
        public Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax) {
            throw new IllegalStateException();
        }

        @Override
        public int push(Participant to, URI address, String authorization, Handover.Handed file, String digest) {
            throw new IllegalStateException();
        }

        @Override
        public void close() {}
    }

    private final class Everybody implements Identity {
        @Override
        public String self() {
            return "urn:self";
        }

        @Override
        public Optional<Participant> sender(@Nullable String authorization) {
            return Optional.empty();
        }

        @Override
        public String proofFor(Participant audience) {
            return "";
        }

        @Override
        public Optional<Participant> find(String id) {
            return peers.stream().filter(peer -> peer.id().equals(id)).findFirst();
        }
    }
}
