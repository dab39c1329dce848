package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in the data space and what is under way, for the operator.
 *
 * @param open whether this node has an address, without which nobody can answer it
 * @param gone that the key of this node is lost and what to do, in sentences; none where it is not
 * @param self how this node is called
 * @param fingerprint of its key, to be read aloud to the others
 * @param asked whether the others were asked what they offer
 * @param objections to what was just sent; none when it was done
 */
public record DataSpaceView(
        boolean open,
        List<String> gone,
        String self,
        String publicKey,
        String fingerprint,
        boolean asked,
        List<Row> participants,
        List<Running> transfers,
        List<String> objections) {

    /**
     * A participant.
     *
     * @param nextFingerprint of the key that counts beside the first; null when there is none
     * @param seen when something of it was last taken, in words
     * @param offers what it was found to offer, or why nothing; null when it was not asked
     */
    public record Row(
            String id,
            String name,
            String address,
            String fingerprint,
            @Nullable String nextFingerprint,
            String seen,
            @Nullable String offers,
            boolean revoked) {}

    /** A transfer that is not over. */
    public record Running(String pid, String participant, String dataset, String side, String state) {}
}
