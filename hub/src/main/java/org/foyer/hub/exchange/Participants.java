package org.foyer.hub.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.jspecify.annotations.Nullable;

/** Who may speak the Dataspace Protocol with this node. Their keys are exchanged beforehand, by whatever way people trust. */
public interface Participants {

    /** Participants of one node. */
    int PARTICIPANTS_MAX = 1_000;

    /** Characters of a name. */
    int NAME_CHARACTERS_MAX = 200;

    /**
     * One, with the key that its tokens are checked with (Ed25519, X.509, Base64).
     *
     * @param nextKey the one that it will sign with next, which counts already; null when there is none
     * @param seenAt when something that it signed was last taken; null when never
     */
    record Entry(
            Participant participant,
            String publicKey,
            @Nullable String nextKey,
            Instant addedAt,
            @Nullable Instant seenAt,
            @Nullable Instant revokedAt) {

        /** Every key whose signatures count now. */
        public List<String> keys() {
            return nextKey == null ? List.of(publicKey) : List.of(publicKey, nextKey);
        }
    }

    /** By name; those who were revoked too. */
    List<Entry> all();

    Optional<Entry> find(String id);

    /**
     * Names one. One of that name that was revoked counts again, with the new key.
     *
     * @return everything that is wrong; nothing was kept if there is anything
     */
    List<String> add(String id, String name, String address, String publicKey, Actor actor);

    /**
     * Pins the key that a participant will sign with next. Both count until {@link #dropOldKey}.
     *
     * @return everything that is wrong; nothing was kept if there is anything
     */
    List<String> addKey(String id, String publicKey, Actor actor);

    /** From now on the next key is the only one. Answers whether there was one. */
    boolean dropOldKey(String id, Actor actor);

    /** Keeps that something of a participant was taken now. */
    void seen(String id);

    /** From now on nothing is taken from it, sent to it or handed out to it. Answers whether it counted until now. */
    boolean revoke(String id, Actor actor);
}
