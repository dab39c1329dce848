package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Harvested;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.exchange.TestNode;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.StubPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A participant that answers garbage over HTTP, to the client that nodes use, in both roles. */
@Timeout(120)
class GarbageAsReplyTest {

    private static final int TRIES_MAX = 5;

    /** What is on its way counts too: of each try a few megabytes. */
    private static final long READ_BYTES_MAX = 256L << 20;

    private static final int PROBLEM_CHARACTERS_MAX = 1_000;

    /** Of a moment each, so that a silent one is no long wait. */
    private static final FetchLimits LIMITS = new FetchLimits(
            32 << 20,
            256L << 20,
            2_000,
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            4,
            Duration.ofSeconds(1),
            5);

    @TempDir
    Path folder;

    private final GarbageReplies garbage = new GarbageReplies();
    private final StubPeer stub = new StubPeer();
    private TestNode node;
    private TestNode peer;

    @BeforeEach
    void open() throws IOException {
        TestNode.Wires wires = new TestNode.Wires();
        Duration moment = Duration.ofMillis(2);
        wires.pace = new Pace(moment, moment, moment, TRIES_MAX, 4, Pace.KEPT);
        wires.cut = wire -> DataSpace.post(LIMITS, stub.outside());
        node = made(wires, "https://node.example", conversation -> switch (conversation.state()) {
            case REQUESTED ->
                conversation.side() == Side.PROVIDER
                        ? Optional.of(Step.of(conversation.kind() == Kind.TRANSFER ? Message.START : Message.AGREEMENT))
                        : Optional.empty();
            default -> Optional.empty();
        });
        peer = made(wires, stub.at("").toString(), conversation -> Optional.empty());
        node.knows(peer);
        node.begin();
    }

    private TestNode made(TestNode.Wires wires, String address, org.foyer.hub.exchange.Decisions decisions)
            throws IOException {
        return new TestNode(Files.createTempDirectory(folder, "node"), address, wires, decisions, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        node.close();
        peer.close();
        stub.close();
        assertThat(garbage.written).as("bytes of endless answers").hasValueLessThan(READ_BYTES_MAX);
    }

    static Stream<String> kinds() {
        return new GarbageReplies().all().keySet().stream();
    }

    /** Until nothing is to be sent any more, whatever came of it. */
    private Conversation settled(Conversation asked) throws InterruptedException {
        for (int tries = 0; tries < 6_000; tries++) {
            Conversation now =
                    node.conversations().find(asked.kind(), asked.pid()).orElseThrow();
            if (now.nextAt() == null) {
                return now;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("never settled: " + asked.pid());
    }

    private static void isTold(Conversation told) {
        assertThat(told.problem()).isNotBlank().hasSizeLessThanOrEqualTo(PROBLEM_CHARACTERS_MAX);
        assertThat(told.counterPid()).isNull();
    }

    /** In every role, one after the other: the node goes on, believes nothing, and says what came. */
    @ParameterizedTest
    @MethodSource("kinds")
    void nothingBreaksAndNothingIsBelieved(String kind) throws InterruptedException, IOException {
        stub.otherwise(garbage.all().get(kind));
        noCatalogueIsTakenForOne();
        aRequestForAnAgreementEndsAndSaysWhy();
        anAgreementOfThisNodeIsSentAndNothingElseFollows();
        aRequestForDataEndsAndSaysWhy();
        theStartOfATransferIsSentAndNothingElseFollows();
        if (!kind.startsWith("endless")) { // files may be long
            dataThatIsNotWholeIsNotKept(kind);
        }
    }

    /** Whoever asked by hand is told in words; nothing that is no catalogue is passed on as one. */
    private void noCatalogueIsTakenForOne() {
        Instant begun = Instant.now();
        Conversations.Told told = node.conversations().catalogue(peer.identity.self());
        assertThat(told.objections()).singleElement().asString().isNotBlank().hasSizeLessThan(300);
        assertThat(told.json()).isEmpty();
        List<Harvested> all = node.conversations()
                .harvest(List.of(node.identity.find(peer.identity.self()).orElseThrow()));
        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.problem()).isNotBlank();
            assertThat(one.datasets()).isEmpty();
        });
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    private void aRequestForAnAgreementEndsAndSaysWhy() throws InterruptedException {
        Conversations.Outcome asked = node.asks(conversations ->
                conversations.negotiate(peer.identity.self(), peer.root(), "programme-1", TestNode.OFFER));
        Conversation ended = settled(asked.conversation().orElseThrow());
        assertThat(ended.state()).isEqualTo(State.TERMINATED);
        isTold(ended);
        assertThat(node.conversations().agreements(0, 10)).isEmpty();
        assertThat(node.all(Kind.NEGOTIATION)).hasSize(1);
    }

    /** As a provider the answer to a message is its status; what else it says is not looked at. */
    private void anAgreementOfThisNodeIsSentAndNothingElseFollows() throws InterruptedException {
        hears(
                "/negotiations/request",
                "ContractRequestMessage",
                "\"consumerPid\":\"theirs-1\",\"callbackAddress\":\"" + peer.root()
                        + "\",\"offer\":{\"@id\":\"offer-1\",\"@type\":\"Offer\",\"target\":\"programme-1\","
                        + "\"permission\":[{\"action\":\"use\"}]}",
                201);
        Conversation now = settled(node.all(Kind.NEGOTIATION).get(0));
        assertThat(now.state()).isIn(State.AGREED, State.REQUESTED, State.TERMINATED);
        assertThat(now.counterPid()).isEqualTo("theirs-1");
        assertThat(now.state() == State.AGREED ? "taken" : now.problem()).isNotBlank();
        assertThat(node.conversations().agreements(0, 10))
                .singleElement()
                .satisfies(made ->
                        assertThat(made.effectiveAt()).as("nobody verified it").isNull());
    }

    private void aRequestForDataEndsAndSaysWhy() throws InterruptedException {
        node.conversations().keep(agreement("received", Side.CONSUMER));
        Conversations.Outcome asked = node.asks(conversations ->
                conversations.transfer(peer.identity.self(), peer.root(), "received", SharedDataset.PULL));
        Conversation ended = settled(asked.conversation().orElseThrow());
        assertThat(ended.state()).isEqualTo(State.TERMINATED);
        isTold(ended);
        assertThat(node.conversations().agreements(0, 10))
                .allSatisfy(kept -> assertThat(kept.revokedAt()).isNull());
    }

    private void theStartOfATransferIsSentAndNothingElseFollows() throws InterruptedException {
        node.conversations().keep(agreement("given", Side.PROVIDER));
        hears(
                "/transfers/request",
                "TransferRequestMessage",
                "\"consumerPid\":\"theirs-1\",\"agreementId\":\"given\",\"format\":\"" + SharedDataset.PULL
                        + "\",\"callbackAddress\":\"" + peer.root() + "\"",
                201);
        Conversation now = settled(node.all(Kind.TRANSFER).get(0));
        assertThat(now.state()).isIn(State.STARTED, State.REQUESTED, State.TERMINATED);
        assertThat(now.counterPid()).isEqualTo("theirs-1");
        assertThat(now.state() == State.STARTED ? "taken" : now.problem()).isNotBlank();
    }

    /** Data is what it is: kept as it came when it is whole, and else not at all. */
    private void dataThatIsNotWholeIsNotKept(String kind) throws IOException, InterruptedException {
        stub.on("/dsp/2025-1/transfers/request", "{\"providerPid\":\"theirs-2\"}");
        Conversation asked = node.asks(conversations ->
                        conversations.transfer(peer.identity.self(), peer.root(), "received", SharedDataset.PULL))
                .conversation()
                .orElseThrow();
        node.waitFor(Kind.TRANSFER, State.REQUESTED);
        hears(
                "/transfers/" + asked.pid() + "/start",
                "TransferStartMessage",
                "\"providerPid\":\"theirs-2\",\"consumerPid\":\"" + asked.pid()
                        + "\",\"dataAddress\":{\"@type\":\"DataAddress\",\"endpointType\":\"HTTP\",\"endpoint\":\""
                        + peer.root()
                        + "/data/1\",\"endpointProperties\":[{\"name\":\"authorization\",\"value\":\"secret\"}]}",
                200);
        Path to = folder.resolve("fetched");
        Conversations.Outcome fetched = node.asks(conversations -> conversations.fetch(asked.pid(), to, null));
        if (fetched.objections().isEmpty()) {
            assertThat(kind).isNotIn("hung up", "silence", "elsewhere", "another protocol");
            assertThat(Files.size(to)).isLessThan(READ_BYTES_MAX);
        } else {
            assertThat(to).doesNotExist();
            assertThat(fetched.objections()).singleElement().asString().isNotBlank();
        }
    }

    private Agreement agreement(String id, Side side) {
        Instant agreed = Instant.now().minusSeconds(60);
        return new Agreement(id, peer.identity.self(), side, "programme-1", TestNode.TERMS, agreed, agreed, null, null);
    }

    private void hears(String path, String type, String rest, int status) {
        String message = "{\"@context\":[\"" + MessageCheck.CONTEXT + "\"],\"@type\":\"" + type
                + "\",\"@id\":\"urn:uuid:1\"," + rest + "}";
        assertThat(node.hears(peer, "POST", path, message).status()).isEqualTo(status);
    }

    /** A name that is taken already would be one for two, and was tried for ever. */
    @Test
    void aNameThatIsTakenEndsTheSecondConversation() throws InterruptedException {
        stub.otherwise(StubPeer.body(201, "application/json", "{\"providerPid\":\"theirs-1\"}"));
        for (int turn = 0; turn < 2; turn++) {
            node.asks(conversations ->
                    conversations.negotiate(peer.identity.self(), peer.root(), "programme-1", TestNode.OFFER));
        }
        for (Conversation one : node.all(Kind.NEGOTIATION)) {
            settled(one);
        }
        assertThat(node.all(Kind.NEGOTIATION))
                .extracting(Conversation::state)
                .containsExactlyInAnyOrder(State.REQUESTED, State.TERMINATED);
        assertThat(node.all(Kind.NEGOTIATION))
                .filteredOn(one -> one.state() == State.TERMINATED)
                .singleElement()
                .satisfies(GarbageAsReplyTest::isTold);
        assertThat(stub.asked).hasSize(2);
    }

    /** What a refusal says is a reason for people, not a text of any length. */
    @Test
    void reasonsOfARefusalAreCut() throws InterruptedException {
        stub.otherwise(StubPeer.body(400, "application/json", "{\"reason\":[\"" + "no ".repeat(20_000) + "\"]}"));
        Conversations.Outcome asked = node.asks(conversations ->
                conversations.negotiate(peer.identity.self(), peer.root(), "programme-1", TestNode.OFFER));
        Conversation ended = settled(asked.conversation().orElseThrow());
        isTold(ended);
        assertThat(ended.problem()).contains("400", "no no");
        assertThat(Map.of(ended.state(), stub.asked.size())).containsEntry(State.TERMINATED, 1);
    }
}
