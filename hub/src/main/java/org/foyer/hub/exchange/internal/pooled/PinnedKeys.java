package org.foyer.hub.exchange.internal.pooled;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.foyer.hub.exchange.internal.NodeKey;

/**
 * How a member signs, and the keys by which it knows the others: exchanged beforehand, never told by the asker, who could otherwise
 * put its own in their place.
 *
 * @param own signs a text with the key of this node (Ed25519)
 * @param others every key of each member whose signatures count now: two while one replaces the other (X.509, Base64)
 */
record PinnedKeys(Function<String, byte[]> own, Map<String, List<String>> others) {

    /** So that no signature of another kind of text is one of these. */
    private static final String KIND = "foyer-pooled-sum ";

    PinnedKeys {
        others = Map.copyOf(others);
    }

    byte[] sign(byte[] digest) {
        return own.apply(text(digest));
    }

    private static String text(byte[] digest) {
        return KIND + HexFormat.of().formatHex(digest);
    }

    boolean knows(String member) {
        return others.containsKey(member);
    }

    /** Whether that member signed that digest, with any of its keys. */
    boolean signed(String member, byte[] digest, byte[] told) {
        return NodeKey.verifies(others.getOrDefault(member, List.of()), text(digest), told);
    }
}
