package org.foyer.hub.governance.internal.abroad;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.NetworkAbroad.Sent;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Proposed;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.jdbi.v3.core.Handle;

/** What houses of this node proposed in networks of others, until the homes opened it. */
record SentAbroad(Handle handle) {

    private static final TypeReference<Networks.Wish> WISH = new TypeReference<>() {};
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    /** The newest first. */
    List<Sent> of(String uid) {
        return handle.createQuery("select * from proposal_sent where abroad = :uid order by at desc, key limit :max")
                .bind("uid", uid)
                .bind("max", 2 * NetworkGuests.OPEN_PROPOSALS_MAX)
                .map((row, context) -> {
                    String faults = row.getString("faults");
                    return new Sent(
                            row.getString("key"),
                            NetworkWords.read(row.getString("wish"), WISH),
                            Instant.ofEpochMilli(row.getLong("at")),
                            faults == null ? List.of() : NetworkWords.read(faults, FAULTS));
                })
                .list();
    }

    /** Keeps one, instead of those that were refused before. @param by login */
    void keep(Proposed proposed, String by, long now) {
        handle.execute("delete from proposal_sent where abroad = ? and faults is not null", proposed.uid());
        handle.execute(
                "insert into proposal_sent (abroad, key, wish, sent_by, at) values (?, ?, ?, ?, ?)",
                proposed.uid(),
                proposed.key(),
                proposed.wish(),
                by,
                now);
    }

    void turnedDown(String uid, String key, List<Fault> faults) {
        handle.execute(
                "update proposal_sent set faults = ? where abroad = ? and key = ?",
                NetworkWords.write(faults),
                uid,
                key);
    }
}
