package org.foyer.hub.exchange.internal.pooled;

import java.util.Map;
import java.util.SortedSet;

/** What members and asker tell each other, in the order of the steps. The asker carries everything; members never meet. */
final class Messages {

    private Messages() {}

    /**
     * First step: keys of a member for this question alone.
     *
     * @param parcelKey for parcels between members; {@code maskKey} for masks between them; X25519, encoded as X.509 does
     * @param seedDigest what binds the member to the seed of its own mask
     * @param signature by the key of the member that is pinned
     */
    record Hello(String member, byte[] parcelKey, byte[] maskKey, byte[] seedDigest, byte[] signature) {}

    /** Second step: for each other member, sealed, its share of this member's two secrets. */
    record Parcels(String from, Map<String, byte[]> to) {}

    /** Third step: the numbers of a member under all masks, modulo 2^64. */
    record MaskedPart(String from, long[] cells) {}

    /** Fourth step: whose parts are in the sum, as this member was told, signed. */
    record RollCall(String from, SortedSet<String> present, byte[] signature) {}

    /**
     * Last step: shares that open the sum.
     *
     * @param seeds shares of the own masks of those whose part is in the sum
     * @param maskKeys shares of the keys of those who left after the second step
     */
    record Opening(String from, Map<String, byte[]> seeds, Map<String, byte[]> maskKeys) {}
}
