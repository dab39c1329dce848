package org.foyer.hub.exchange.internal;

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
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.jspecify.annotations.Nullable;

/**
 * Signed messages between participants, by the keys that were exchanged when they were named. A token proves who calls, a signature that what
 * was said is what came: it covers the topic, the step, who says it to whom, and the body.
 */
public final class SignedPost {

    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Identity identity;
    private final Participants participants;
    private final Post post;
    private final NodeKey key;
    private final String topic;
    private final String path;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param topic what messages are signed as, so that none passes for one of another topic
     * @param path below the address of a participant
     */
    public SignedPost(Identity identity, Participants participants, Post post, NodeKey key, String topic, String path) {
        this.identity = identity;
        this.participants = participants;
        this.post = post;
        this.key = key;
        this.topic = topic;
        this.path = path;
    }

    /** @param nonce by chance, so that no two messages are the same @param signature Ed25519 */
    record Signed(String body, String nonce, byte[] signature) {}

    /**
     * What came back.
     *
     * @param answered whether it was an answer, not a refusal
     * @param body null when it is not signed by whom it should be
     */
    public record Heard(boolean answered, @Nullable String body) {}

    /** What an answer is signed as, so that no answer to another message passes for it. */
    public static String answerTo(String step, String message) {
        return step + " " + Digests.of(message);
    }

    private String text(String from, String to, String step, String nonce, String body) {
        return String.join("\n", topic, from, to, step, nonce, body);
    }

    /** What signs a message to a participant. */
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

    /** The body of a message; empty when it is not signed by the key that was exchanged, or is no message. */
    public Optional<String> opened(String from, String step, String json) {
        try {
            Signed signed = JSON.readValue(json, Signed.class);
            Participants.Entry known = participants.find(from).orElse(null);
            boolean believed = signed != null
                    && signed.body() != null
                    && signed.nonce() != null
                    && signed.signature() != null
                    && known != null
                    && known.revokedAt() == null
                    && verifies(
                            known.publicKey(),
                            text(from, identity.self(), step, signed.nonce(), signed.body()),
                            signed.signature());
            return believed ? Optional.of(signed.body()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
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

    /** @throws IOException when no answer came */
    public Heard call(Participant to, String step, String json) throws IOException {
        URI address = URI.create(to.address() + path + step);
        String sent = sealed(to.id(), step, json);
        Post.Reply reply = post.send(to, address, identity.proofFor(to), sent);
        return reply.status() == OK
                ? new Heard(
                        true,
                        opened(to.id(), answerTo(step, sent), reply.body()).orElse(null))
                : new Heard(false, null);
    }
}
