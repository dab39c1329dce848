package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others send that they should not. */
class WrongMessagesTest {

    private static final String CONTEXT = "\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],\"@type\":";

    @TempDir
    Path folder;

    private final TestNode.Wires wires = new TestNode.Wires();
    private TestNode node;
    private TestNode peer;
    private TestNode stranger;

    @BeforeEach
    void open() throws IOException {
        node = made("node");
        peer = made("peer");
        stranger = made("stranger");
        node.knows(peer);
    }

    private TestNode made(String name) throws IOException {
        return new TestNode(
                Files.createDirectories(folder.resolve(name)),
                "https://" + name + ".example",
                wires,
                conversation -> Optional.empty(),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        node.close();
        peer.close();
        stranger.close();
    }

    private String request(String pid, String callback) {
        return "{" + CONTEXT + "\"ContractRequestMessage\",\"@id\":\"urn:uuid:" + pid + "\",\"consumerPid\":\"" + pid
                + "\",\"callbackAddress\":\"" + callback
                + "\",\"offer\":{\"@id\":\"offer-1\",\"@type\":\"Offer\",\"target\":\"programme-1\","
                + "\"permission\":[{\"action\":\"use\"}]}}";
    }

    private Answer requested(String pid) {
        return node.hears(peer, "POST", "/negotiations/request", request(pid, peer.root()));
    }

    @Test
    void nobodyButAParticipantIsHeard() {
        assertThat(node.hears(stranger, "POST", "/catalog/request", "{}").status())
                .isEqualTo(401);
        assertThat(node.protocol()
                        .answer(new Ask("POST", "/catalog/request", null, InputStream.nullInputStream()))
                        .status())
                .isEqualTo(401);
        assertThat(node.hears(peer, "POST", "/catalog/request", "{" + CONTEXT + "\"CatalogRequestMessage\"}")
                        .body())
                .contains("programme-1");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer answer = node.hears(
                peer,
                "POST",
                "/negotiations/request",
                "{\"@type\":\"Nothing\",\"callbackAddress\":\"https://elsewhere.example/x\",\"offer\":{\"@type\":\"Offer\","
                    + "\"permission\":[{}],\"prohibition\":[{\"action\":\"sell\",\"constraint\":[{\"operator\":\"like\"}]}]}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "@context does not name",
                        "@type is not ContractRequestMessage",
                        "message.consumerPid",
                        "offer.@id",
                        "offer.target",
                        "offer.permission[0].action",
                        "constraint[0].leftOperand",
                        "constraint[0].operator",
                        "constraint[0].rightOperand",
                        "callbackAddress does not lie under");
        assertThat(node.all(Kind.NEGOTIATION)).isEmpty();
    }

    @Test
    void noMessageIsSentWhereAParticipantDoesNotLive() {
        for (String elsewhere : new String[] {
            "https://peer.example.evil.example/dsp/2025-1",
            "https://user@peer.example/dsp/2025-1",
            "https://peer.example:8443/dsp/2025-1",
            "http://peer.example/dsp/2025-1",
            "https://peer.example/dsp/2025-1/../../admin",
            "https://peer.example/dsp/2025-1/%2e%2e",
            "https://peer.example/dsp/2025-1?to=",
            "https://peer.example/dsp/2025-1#",
            "https://peer.example/dsp/2025-10",
            "file:///etc/passwd",
            "https://169.254.169.254/dsp/2025-1"
        }) {
            assertThat(node.hears(peer, "POST", "/negotiations/request", request("p", elsewhere))
                            .status())
                    .as(elsewhere)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsTooLongOrNeverEndsIsNotRead() {
        String proof = peer.identity.proofFor(new Participant(node.identity.self(), "", URI.create(node.root())));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                java.util.Arrays.fill(bytes, from, from + length, (byte) ' ');
                return length;
            }
        };
        assertThat(node.protocol()
                        .answer(new Ask("POST", "/negotiations/request", proof, endless))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (String body : new String[] {"", "[]", "null", "{", "{\"a\":1,\"a\":2}", "[".repeat(100_000), "\u0000"}) {
            assertThat(node.hears(peer, "POST", "/negotiations/request", body).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void theSameRequestTwiceBeginsOneNegotiationAndAnotherOfThatNameNone() {
        Answer first = requested("c1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(requested("c1").body()).isEqualTo(first.body());
        assertThat(node.all(Kind.NEGOTIATION)).hasSize(1);
        String other = request("c1", peer.root()).replace("\"action\":\"use\"", "\"action\":\"sell\"");
        assertThat(node.hears(peer, "POST", "/negotiations/request", other).status())
                .isEqualTo(409);
    }

    @Test
    void theConversationsOfOthersAreNotThere() {
        requested("c1");
        String pid = node.all(Kind.NEGOTIATION).get(0).pid();
        node.knows(stranger);
        assertThat(node.hears(peer, "GET", "/negotiations/" + pid, "").status()).isEqualTo(200);
        assertThat(node.hears(stranger, "GET", "/negotiations/" + pid, "").status())
                .isEqualTo(404);
        assertThat(node.hears(stranger, "POST", "/negotiations/" + pid + "/termination", end(pid, "c1"))
                        .status())
                .isEqualTo(404);
    }

    private static String end(String providerPid, String consumerPid) {
        return "{" + CONTEXT + "\"ContractNegotiationTerminationMessage\",\"providerPid\":\"" + providerPid
                + "\",\"consumerPid\":\"" + consumerPid + "\"}";
    }

    @Test
    void whatDoesNotFitTheStateOrTheConversationIsRefusedAndChangesNothing() {
        requested("c1");
        String pid = node.all(Kind.NEGOTIATION).get(0).pid();
        String verification = "{" + CONTEXT + "\"ContractAgreementVerificationMessage\",\"providerPid\":\"" + pid
                + "\",\"consumerPid\":\"c1\"}";
        Answer wrongState = node.hears(peer, "POST", "/negotiations/" + pid + "/agreement/verification", verification);
        assertThat(wrongState.status()).isEqualTo(409);
        assertThat(wrongState.body()).contains("ContractNegotiationError").contains(pid);
        assertThat(node.hears(peer, "POST", "/negotiations/" + pid + "/termination", end(pid, "another"))
                        .status())
                .isEqualTo(400);
        String finalized = "{" + CONTEXT + "\"ContractNegotiationEventMessage\",\"eventType\":\"FINALIZED\","
                + "\"providerPid\":\"" + pid + "\",\"consumerPid\":\"c1\"}";
        assertThat(node.hears(peer, "POST", "/negotiations/" + pid + "/events", finalized)
                        .status())
                .isEqualTo(409);
        assertThat(node.all(Kind.NEGOTIATION))
                .singleElement()
                .satisfies(kept -> assertThat(kept.state()).isEqualTo(State.REQUESTED))
                .satisfies(kept -> assertThat(kept.problem()).isNull());
        assertThat(node.hears(peer, "POST", "/negotiations/" + pid + "/termination", end(pid, "c1"))
                        .status())
                .isEqualTo(200);
        assertThat(node.hears(peer, "POST", "/negotiations/" + pid + "/termination", end(pid, "c1"))
                        .status())
                .isEqualTo(200);
        assertThat(node.all(Kind.NEGOTIATION).get(0).state()).isEqualTo(State.TERMINATED);
    }

    @Test
    void anAgreementOnOtherTermsThanThoseOfferedIsRefused() throws InterruptedException {
        peer.knows(node);
        node.begin();
        node.conversations().negotiate(peer.identity.self(), peer.root(), "programme-1", TestNode.OFFER);
        Conversation asked = node.waitFor(Kind.NEGOTIATION, State.REQUESTED);
        for (String[] change : new String[][] {
            {"\"action\":\"use\"", "\"action\":\"use\",\"duty\":[{\"action\":\"compensate\"}]"},
            {"\"target\":\"programme-1\"", "\"target\":\"programme-2\""},
            {"\"assignee\":\"" + node.identity.self(), "\"assignee\":\"somebody"},
            {"\"assigner\":\"" + peer.identity.self(), "\"assigner\":\"somebody"}
        }) {
            String agreement = agreement(asked).replace(change[0], change[1]);
            assertThat(agreement).isNotEqualTo(agreement(asked));
            assertThat(node.hears(peer, "POST", "/negotiations/" + asked.pid() + "/agreement", agreement)
                            .status())
                    .as(change[1])
                    .isEqualTo(400);
        }
        assertThat(node.conversations().agreements(0, 10)).isEmpty();
        assertThat(node.hears(peer, "POST", "/negotiations/" + asked.pid() + "/agreement", agreement(asked))
                        .status())
                .isEqualTo(200);
        assertThat(node.conversations().agreements(0, 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.effectiveAt()).isNull());
    }

    private String agreement(Conversation asked) {
        return "{" + CONTEXT + "\"ContractAgreementMessage\",\"providerPid\":\"" + asked.counterPid()
                + "\",\"consumerPid\":\"" + asked.pid()
                + "\",\"agreement\":{\"@id\":\"a-1\",\"@type\":\"Agreement\",\"target\":\"programme-1\",\"assigner\":\""
                + peer.identity.self() + "\",\"assignee\":\"" + node.identity.self()
                + "\",\"timestamp\":\"2026-11-29T10:00:00Z\",\"permission\":[{\"action\":\"use\"}]}}";
    }

    @Test
    void noDataIsHandedOverWithoutAnAgreementOfThatParticipant() {
        String transfer = "{" + CONTEXT + "\"TransferRequestMessage\",\"consumerPid\":\"t1\",\"agreementId\":\"a-1\","
                + "\"format\":\"HttpData-PULL\",\"callbackAddress\":\"" + peer.root() + "\"}";
        assertThat(node.hears(peer, "POST", "/transfers/request", transfer).status())
                .isEqualTo(400);
        Agreement held = new Agreement(
                "a-1",
                "urn:somebody-else",
                Side.PROVIDER,
                "programme-1",
                "{}",
                Clock.systemUTC().instant(),
                Clock.systemUTC().instant(),
                null,
                null);
        node.conversations().keep(held);
        assertThat(node.hears(peer, "POST", "/transfers/request", transfer).status())
                .isEqualTo(400);
        assertThat(node.all(Kind.TRANSFER)).isEmpty();
    }
}
