package org.foyer.hub.exchange.internal.touring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Optional;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.exchange.internal.NodeKey;

/**
 * The participants of a data space, by the keys that were exchanged when they were named. A token proves who calls, a signature that what
 * was said is what came: it covers the step, who says it to whom, and the body.
 */
public final class ParticipantGrants implements Tours.Peers {

    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Identity identity;
    private final Participants participants;
    private final Post post;
    private final NodeKey key;
    private final SecureRandom random = new SecureRandom();

    public ParticipantGrants(Identity identity, Participants participants, Post post, NodeKey key) {
        this.identity = identity;
        this.participants = participants;
        this.post = post;
        this.key = key;
    }

    /** @param nonce by chance, so that no two messages are the same @param signature Ed25519 */
    record Signed(String body, String nonce, byte[] signature) {}

    @Override
    public Optional<Participant> owner(String iri) {
        return participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::participant)
                .filter(one -> iri.startsWith(base(one) + "/id/"))
                .findFirst();
    }

    private static String base(Participant one) {
        String address = one.address().toString();
        return address.endsWith(Protocol.ROOT)
                ? address.substring(0, address.length() - Protocol.ROOT.length())
                : address;
    }

    private static String text(String from, String to, String step, String nonce, String body) {
        return String.join("\n", "foyer-show-grant", from, to, step, nonce, body);
    }

    @Override
    public String sealed(String to, String step, String json) {
        byte[] chance = new byte[NONCE_BYTES];
        random.nextBytes(chance);
        String nonce = HexFormat.of().formatHex(chance);
        byte[] signature = key.sign(text(identity.self(), to, step, nonce, json));
        try {
            return JSON.writeValueAsString(new Signed(json, nonce, signature));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String opened(String from, String step, String json) {
        try {
            Signed signed = JSON.readValue(json, Signed.class);
            Participants.Entry known = participants.find(from).orElse(null);
            if (signed == null
                    || signed.body() == null
                    || signed.nonce() == null
                    || signed.signature() == null
                    || known == null
                    || known.revokedAt() != null
                    || !verifies(
                            known.publicKey(),
                            text(from, identity.self(), step, signed.nonce(), signed.body()),
                            signed.signature())) {
                throw new GrantRefused("grant-message");
            }
            return signed.body();
        } catch (JsonProcessingException e) {
            throw new GrantRefused("grant-message");
        }
    }

    private static boolean verifies(String open, String text, byte[] told) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(NodeKey.read(open));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(told);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String call(String node, String step, String json) {
        Participant to = identity.find(node).orElseThrow(() -> new GrantRefused("node-unknown", node));
        URI address = URI.create(to.address() + "/grants/" + step);
        String sent = sealed(node, step, json);
        try {
            Post.Reply reply = post.send(to, address, identity.proofFor(to), sent);
            if (reply.status() != OK) {
                throw new GrantRefused("node-refused", to.name());
            }
            return opened(node, Tours.Peers.answerTo(step, sent), reply.body());
        } catch (IOException e) {
            throw new GrantRefused("node-away", to.name());
        }
    }
}
