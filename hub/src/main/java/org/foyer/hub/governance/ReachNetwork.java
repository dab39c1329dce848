package org.foyer.hub.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Three nodes that count the shared buyers of many houses, as the data space calls them: none of them alone, and no two of them but the holders
 * together, can tell who is counted. docs/overlap.md.
 *
 * @param first holds a key of pseudonyms
 * @param second holds the other key
 * @param pool holds sketches of pseudonyms; no house that is counted is on it
 */
public record ReachNetwork(String first, String second, String pool) {

    /** Code of what is wrong with them, null when nothing is. */
    public @Nullable String wrong() {
        for (String node : Arrays.asList(first, second, pool)) {
            if (node.isBlank()
                    || node.length() > NodeOverlapGate.NAME_CHARACTERS_MAX
                    || node.chars().anyMatch(Character::isISOControl)) {
                return "overlap-name-unreadable";
            }
        }
        return first.equals(second) || first.equals(pool) || second.equals(pool) ? "reach-same-node" : null;
    }

    /**
     * What pseudonyms are made for: those of other nodes, of other agreements, and of real and simulated houses, have nothing in common.
     *
     * @param agreement identifier of its version
     */
    public String purpose(boolean simulated, String agreement) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", first, second, pool, agreement).getBytes(StandardCharsets.UTF_8));
            return (simulated ? "reach simulated " : "reach ") + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
