package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.foyer.hub.exchange.Participants;

/**
 * Messages of one kind between participants. A token proves who calls, a signature that what was said is what came: it covers the kind,
 * the step, who says it to whom, and the body. Whoever is checked may sign with any of its keys that count.
 */
public final class SignedMessages {

    private static final int NONCE_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String kind;
    private final Participants participants;
    private final NodeKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param kind so that no message of one kind passes for one of another */
    public SignedMessages(String kind, Participants participants, NodeKey key) {
        this.kind = kind;
        this.participants = participants;
        this.key = key;
    }

    /** @param nonce by chance, so that no two messages are the same @param signature Ed25519 */
    record Signed(String body, String nonce, byte[] signature) {}

    private String text(String from, String to, String step, String nonce, String body) {
        return String.join("\n", kind, from, to, step, nonce, body);
    }

    /** A body, signed for one reader. */
    public String sealed(String to, String step, String json) {
        byte[] chance = new byte[NONCE_BYTES];
        random.nextBytes(chance);
        String nonce = HexFormat.of().formatHex(chance);
        byte[] signature = key.sign(text(key.name(), to, step, nonce, json));
        try {
            return JSON.writeValueAsString(new Signed(json, nonce, signature));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body; empty when that participant did not sign it for this node and this step. */
    public Optional<String> opened(String from, String step, String json) {
        try {
            Signed signed = JSON.readValue(json, Signed.class);
            boolean whole =
                    signed != null && signed.body() != null && signed.nonce() != null && signed.signature() != null;
            return whole && isSigned(from, step, signed) ? Optional.of(signed.body()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String from, String step, Signed signed) {
        String text = text(from, key.name(), step, signed.nonce(), signed.body());
        return participants
                .find(from)
                .filter(entry -> entry.revokedAt() == null)
                .filter(entry -> NodeKey.verifies(entry.keys(), text, signed.signature()))
                .isPresent();
    }
}
