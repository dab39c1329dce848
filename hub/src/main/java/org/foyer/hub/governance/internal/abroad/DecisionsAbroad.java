package org.foyer.hub.governance.internal.abroad;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.Network.Decision;
import org.foyer.hub.governance.Networks.AdoptedDefinition;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** What networks of other nodes decided, in one transaction. */
public record DecisionsAbroad(Handle handle) {

    List<Decision> of(String uid) {
        return handle.createQuery("select * from decision_abroad where abroad = :uid order by kind, subject")
                .bind("uid", uid)
                .map((row, context) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getInt("version"),
                row.getString("value"),
                row.getLong("proposal"),
                Instant.ofEpochMilli(row.getLong("since")));
    }

    /** Definitions adopted by networks that a house is a member of. */
    public List<AdoptedDefinition> definitions(HouseId house) {
        return handle.createQuery("""
                        select a.name, d.* from network_abroad a join decision_abroad d on d.abroad = a.uid
                        where a.house = :house and a.state = 'member' and d.kind = 'definition'
                        order by a.name, d.subject
                        """)
                .bind("house", house.value())
                .map((row, context) -> new AdoptedDefinition(row.getString("name"), decision(row)))
                .list();
    }

    /** In the place of what was told before. */
    void keep(String uid, List<Decision> told) {
        handle.execute("delete from decision_abroad where abroad = ?", uid);
        for (Decision one : told) {
            handle.execute(
                    "insert into decision_abroad (abroad, kind, subject, version, value, proposal, since)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    uid,
                    one.kind().key(),
                    one.subject(),
                    one.version(),
                    one.value(),
                    one.proposal(),
                    one.since().toEpochMilli());
        }
    }
}
