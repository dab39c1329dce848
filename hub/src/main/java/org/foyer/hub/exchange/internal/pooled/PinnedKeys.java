package org.foyer.hub.exchange.internal.pooled;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/**
 * How a member signs, and the keys by which it knows the others: exchanged beforehand, never told by the asker, who could otherwise
 * put its own in their place.
 *
 * @param own signs a text with the key of this node (Ed25519)
 */
record PinnedKeys(Function<String, byte[]> own, Map<String, PublicKey> others) {

    /** So that no signature of another kind of text is one of these. */
    private static final String KIND = "foyer-pooled-sum ";

    PinnedKeys {
        others = Map.copyOf(others);
    }

    byte[] sign(byte[] digest) {
        return own.apply(KIND + HexFormat.of().formatHex(digest));
    }

    /** Whether that member signed that digest. */
    boolean signed(String member, byte[] digest, byte[] told) {
        PublicKey key = others.get(member);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(
                    (KIND + HexFormat.of().formatHex(digest)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return signature.verify(told);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
